/**
 * `npm run dev`: the demonstration, whose app starts again whenever a source changes. Types are not looked at here: an editor does that, and
 * `npm run types`. What was stored stays, so the browser only needs to load the page again. The simulated e-office runs on as it began.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { openUseCases } from '../dist/src/bootstrap/start.js';
import { seedDemonstration } from '../dist/src/cli/demo/seed.js';
import { sendSourceLetter } from '../dist/src/cli/demo/source-letter.js';
import { Stage } from '../dist/src/cli/demo/stage.js';
import { swcOptions } from './swc-options.mjs';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'integrations', 'templates'];
const PORTS = { app: 8022, eOffice: 8023 };
/** An editor writes several files at once, and some write each twice. */
const PAUSE_MS = 50;
const BESIDE = /\.(?:spec|fixture)\.tsx?$/u;

const changed = new Set();
let timer;
let restarted = Promise.resolve();

const stage = await Stage.at(resolve('var/trinh-dien'), join(ROOT, 'dist'), PORTS);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stage.stop().then(() => process.exit(0)));
await stage.startEOffice();
const context = await openUseCases(stage.settings);
if (await seedDemonstration(context)) await sendSourceLetter(context);
await context.close();
await stage.startApp();
tell(`Hồi Âm: ${stage.url}, simulated e-office: ${stage.eOfficeUrl}. Ctrl+C ends both.`);

for (const folder of FOLDERS) follow(folder);

/** Each folder by itself: watched as one tree, a file that an editor replaces by another of its name is lost sight of. */
function follow(folder) {
  watch(join(ROOT, folder), (_, name) => {
    if (name === null || BESIDE.test(name)) return;
    const path = join(folder, name);
    if (isFolder(path)) {
      follow(path);
    } else if (extname(name) !== '') {
      changed.add(path);
      clearTimeout(timer);
      timer = setTimeout(() => (restarted = restarted.then(startAgain)), PAUSE_MS);
    }
  });
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) follow(join(folder, entry.name));
  }
}

function isFolder(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

async function startAgain() {
  const files = [...changed];
  changed.clear();
  const since = performance.now();
  try {
    for (const file of files) build(file);
    await stage.killApp();
    await stage.startApp();
    tell(`${files.join(', ')}: the app runs again after ${Math.round(performance.now() - since)} ms.`);
  } catch (error) {
    // The author mends the source, and its change is the next try.
    tell(String(error).split('\n\nCaused by')[0] ?? '');
  }
}

/** Puts what becomes of a source, or of a file that is served or read as it is, where the build puts it. */
function build(file) {
  const source = join(ROOT, file);
  const isCode = /\.tsx?$/u.test(file);
  const target = join(ROOT, 'dist', isCode ? file.replace(/\.tsx?$/u, '.js') : file);
  if (!existsSync(source)) {
    rmSync(target, { force: true });
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  if (!isCode) {
    copyFileSync(source, target);
    return;
  }
  const options = { ...swcOptions(file.endsWith('.tsx')), filename: source, configFile: false, swcrc: false };
  writeFileSync(target, transformSync(readFileSync(source, 'utf8'), options).code);
}

function tell(line) {
  process.stderr.write(`${line}\n`);
}
