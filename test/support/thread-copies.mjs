import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FOLDER, javascriptOf, ROOT } from './typescript-sources.mjs';

const IMPORTED = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/gu;

/** What copies stand for, as long as this process runs. */
const known = new Map();

/**
 * The built copy of a thread's code, beside that of all that it imports. A thread that started from the sources would first load what turns them into
 * JavaScript; an app starts several, a run of the tests opens some three thousand apps.
 * @returns the same address when there is nothing to copy: code that looks for files beside itself runs where it stands
 */
export function threadCopyOf(address) {
  const { href } = address;
  if (!known.has(href)) known.set(href, copyOf(href) ?? address);
  return known.get(href);
}

function copyOf(href) {
  const entry = sourceOf(fileURLToPath(href));
  if (!entry?.endsWith('.ts')) return undefined;
  const files = gather(entry, new Map());
  if (files === undefined) return undefined;
  const hash = createHash('sha256');
  for (const [path, code] of [...files].sort()) hash.update(path).update('\0').update(code).update('\0');
  const folder = join(FOLDER, `thread-${hash.digest('hex')}`);
  if (!existsSync(folder)) write(folder, files);
  return pathToFileURL(join(folder, builtName(entry)));
}

/** All files that the entry needs, as JavaScript. */
function gather(path, files) {
  if (files.has(path)) return files;
  const code = /\.tsx?$/u.test(path) ? javascriptOf(path) : readFileSync(path, 'utf8');
  if (code.includes('import.meta')) return undefined;
  files.set(path, code);
  for (const [, specifier] of code.matchAll(IMPORTED)) {
    const source = sourceOf(join(dirname(path), specifier));
    if (source === undefined || gather(source, files) === undefined) return undefined;
  }
  return files;
}

function sourceOf(path) {
  const names = path.endsWith('.js') ? ['.ts', '.tsx'].map((ending) => path.replace(/\.js$/u, ending)) : [path];
  return names.find((name) => /\.(?:tsx?|mjs)$/u.test(name) && existsSync(name));
}

const builtName = (path) => relative(ROOT, path).replace(/\.tsx?$/u, '.js');

/** A second process finds it there. */
function write(folder, files) {
  const own = `${folder}.${String(process.pid)}`;
  for (const [path, code] of files) {
    const place = join(own, builtName(path));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, code);
  }
  writeFileSync(join(own, 'package.json'), '{"type":"module"}');
  try {
    renameSync(own, folder);
  } catch (error) {
    rmSync(own, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}
