/**
 * The list of components (CycloneDX 1.5) of what runs: every package that is installed and that no tool of development alone asked for; the lock says which, so
 * that it is the same before and after `npm prune`. `npm sbom --omit dev` would leave out each package that such a tool asks for as well, a third of them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const read = (name) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

const { name } = read('package.json');
const running = new Set(
  Object.entries(read('package-lock.json').packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true && existsSync(join(ROOT, path)))
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
);

const given = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'];
const all = JSON.parse(execFileSync('npm', given, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 }));
const root = all.metadata.component['bom-ref'];
const isKept = (ref) => ref === root || running.has(ref);

// npm calls it by the name of the folder.
all.metadata.component.name = name;
all.components = all.components.filter((one) => isKept(one['bom-ref']));
all.dependencies = all.dependencies
  .filter(({ ref }) => isKept(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isKept) }));
process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
