import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { swcOptions } from '../../.ci/swc-options.mjs';

const require = createRequire(import.meta.url);
export const ROOT = join(import.meta.dirname, '../..');
export const FOLDER = join(ROOT, 'node_modules/.cache/hoi-am-tests');

const optionsOf = (path) => ({
  ...swcOptions(path.endsWith('.tsx')),
  filename: path,
  configFile: false,
  swcrc: false,
  sourceMaps: true,
});

/** Whatever else than its words decides on what a source becomes. */
const MAKER = JSON.stringify([readFileSync(require.resolve('@swc/core/package.json'), 'utf8'), optionsOf('a.tsx')]);

/** Where what became of a source lies, and the map of its lines beside it. Another text has another place. */
export function placeOf(path, source) {
  const name = createHash('sha256').update(MAKER).update('\0').update(path).update('\0').update(source).digest('hex');
  return join(FOLDER, name);
}

/** JavaScript for a TypeScript source: made once on a machine, by whichever process or thread asks first. */
export function javascriptOf(path) {
  const source = readFileSync(path, 'utf8');
  const place = placeOf(path, source);
  try {
    return readFileSync(`${place}.js`, 'utf8');
  } catch {
    // Loading the compiler takes longer than reading what it made.
    const { code, map } = require('@swc/core').transformSync(source, optionsOf(path));
    mkdirSync(FOLDER, { recursive: true });
    put(`${place}.map`, map);
    put(`${place}.js`, code);
    return code;
  }
}

function put(path, text) {
  const own = `${path}.${String(process.pid)}-${String(threadId)}`;
  writeFileSync(own, text);
  renameSync(own, path);
}
