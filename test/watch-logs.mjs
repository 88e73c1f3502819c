/**
 * Runs a command of tests and then searches everything that it and every program it started have logged. A planted name, telephone,
 * password or token there fails the run, and the message says where it was found.
 *
 * `node test/watch-logs.mjs COMMAND ARGUMENT…`
 */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { loggedLines, plantedIn } from './support/planted-values.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hoi-am-nhat-ky-'));
const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  stdio: ['inherit', 'pipe', 'pipe'],
  env: { ...process.env, TEST_LOG_DIR: folder },
});
const files = ['stdout', 'stderr'].map((name) => {
  const file = createWriteStream(join(folder, name));
  child[name].pipe(file);
  child[name].pipe(process[name], { end: false });
  return file;
});
const [code] = await Promise.all([
  new Promise((resolve) => child.once('close', (status) => resolve(status ?? 1))),
  ...files.map((file) => finished(file)),
]);
const [found, lines] = [plantedIn(folder), loggedLines(folder)];
if (lines === 0) found.push('no line of any log was seen: nothing was watched');
for (const sentence of found) process.stderr.write(`logs: ${sentence}\n`);
rmSync(folder, { recursive: true });
process.exitCode = code === 0 && found.length > 0 ? 1 : code;
