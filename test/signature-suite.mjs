/**
 * Writes the catalogue of signed, attacked and broken PDF files for people to look at, with `index.json`, `table.md`, and
 * `trust.pem` and `crl.pem` to verify them with: `npm run -s signature-suite -- --out DIR`.
 *
 * Ends with status 0 when ours says of each file what must be said, 1 when not, 2 when it was asked for something else.
 */
import { writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as hooks from './support/typescript-hooks.mjs';

registerHooks(hooks);

function directoryOf() {
  try {
    return parseArgs({ options: { out: { type: 'string', default: 'var/signature-suite' } } }).values.out;
  } catch {
    process.stderr.write('Cách dùng: npm run -s signature-suite -- --out THƯ-MỤC\n');
    process.exit(2);
  }
}

const directory = directoryOf();
const { indexOf, tableOf, writeSuite } = await import('./support/signed-files/written-suite.js');
const written = await writeSuite(directory);
await writeFile(join(directory, 'index.json'), indexOf(written));
await writeFile(join(directory, 'table.md'), `${tableOf(written)}\n`);
process.stdout.write(`${tableOf(written)}\n`);
const wrong = written.filter(({ file, ours }) => file.verdict !== ours);
for (const { path, file, ours } of wrong) process.stderr.write(`${path}: ${file.verdict} expected, ${ours} said\n`);
process.exitCode = wrong.length === 0 ? 0 : 1;
