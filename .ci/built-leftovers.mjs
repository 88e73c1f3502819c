/**
 * Before a build: takes away what was built from sources that are gone, and has all built anew when something built is missing. The compiler
 * itself only writes what has changed, so that the demonstration starts in seconds.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist');
const SOURCE = /(?<!\.d|\.spec|\.fixture)\.tsx?$/u;

const filesOf = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []);

for (const name of ['src', 'integrations', 'templates', 'docs']) {
  const sources = filesOf(join(ROOT, name));
  const expected = new Set(sources.filter((path) => SOURCE.test(path)).map((path) => path.replace(SOURCE, '.js')));
  const built = filesOf(join(BUILT, name));
  for (const path of built) {
    const known = expected.has(path.replace(/\.map$/u, '')) || existsSync(join(ROOT, name, path));
    if (!known) rmSync(join(BUILT, name, path), { recursive: true, force: true });
  }
  const there = new Set(built);
  if ([...expected].some((path) => !there.has(path))) rmSync(join(BUILT, '.tsbuildinfo'), { force: true });
}
