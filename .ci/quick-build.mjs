/**
 * Builds what has changed, each file by itself and as tests run it, so that a demonstration is ready in seconds also after `npm ci`:
 * `node .ci/quick-build.mjs`. Neither this nor `npm run build` looks at types; `npm run lint` does.
 */
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { transform } from '@swc/core';
import './built-leftovers.mjs';
import { swcOptions } from './swc-options.mjs';

const ROOT = join(import.meta.dirname, '..');
const CODE = /(?<!\.d|\.spec|\.fixture)\.tsx?$/u;
const FOLDERS = ['src', 'integrations', 'templates'];

if (process.argv[1] === import.meta.filename) await buildChanged();

async function buildChanged() {
  const code = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: ROOT })).filter((file) =>
    CODE.test(file),
  );
  const changed = [...code, ...assets()].filter(hasChanged);
  await Promise.all(changed.map(build));
}

/** What is built as it is, by the list of the other build. */
function assets() {
  const { sourceRoot, compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'nest-cli.json'), 'utf8'));
  return compilerOptions.assets
    .flatMap(({ include, exclude }) =>
      globSync(normalize(join(sourceRoot, include)), { cwd: ROOT, exclude: exclude === undefined ? [] : [exclude] }),
    )
    .filter((file) => statSync(join(ROOT, file)).isFile());
}

function hasChanged(file) {
  const built = statSync(targetOf(file), { throwIfNoEntry: false });
  return built === undefined || built.mtimeMs < statSync(join(ROOT, file)).mtimeMs;
}

function targetOf(file) {
  return join(ROOT, 'dist', file.replace(CODE, '.js'));
}

/** Puts what becomes of a source, or of a file that is served or read as it is, where the build puts it. @param file path from the root */
export async function build(file) {
  // The compiler does not know what is written here: its next build begins anew.
  rmSync(join(ROOT, 'dist/.tsbuildinfo'), { force: true });
  const [source, target] = [join(ROOT, file), targetOf(file)];
  if (!existsSync(source)) {
    rmSync(target, { force: true });
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  if (!CODE.test(file)) {
    copyFileSync(source, target);
    return;
  }
  const options = { ...swcOptions(file.endsWith('.tsx')), filename: source, configFile: false, swcrc: false };
  writeFileSync(target, (await transform(readFileSync(source, 'utf8'), options)).code);
}
