/**
 * `npm run dev`: the demonstration, whose app starts again whenever a source changes. Types are not looked at here: an editor does that, and
 * `npm run types`. What was stored stays, so the browser only needs to load the page again. The simulated e-office runs on as it began.
 */
import { readdirSync, statSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { failureWords } from '../dist/src/bootstrap/failure-words.js';
import { openUseCases } from '../dist/src/bootstrap/start.js';
import { sendSamples } from '../dist/src/cli/demo/demo.js';
import { EOfficeDesk } from '../dist/src/cli/demo/e-office-desk.js';
import { openYear } from '../dist/src/cli/demo/lived-year.js';
import { seedDemonstration } from '../dist/src/cli/demo/seed.js';
import { sendSourceLetter } from '../dist/src/cli/demo/source-letter.js';
import { Stage } from '../dist/src/cli/demo/stage.js';
import { build } from './quick-build.mjs';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'integrations', 'templates'];
const PORTS = { app: 8022, eOffice: 8023 };
/** An editor writes several files at once, and some write each twice. */
const PAUSE_MS = 50;
/** What the build takes; an editor's own files, and what is written beside the sources, are none of it. */
const TAKEN = /^[^.].*\.(?:tsx?|js|css|svg|png|woff2|ttf|txt|json|wsdl|xsd|rng|docx|py)$/u;
const BESIDE = /\.(?:spec|fixture)\.tsx?$/u;

const changed = new Set();
const watchers = new Map();
let timer;
let restarted = Promise.resolve();
let isOver = false;

const folder = resolve('var/trinh-dien');
let stage;
// A second signal does nothing: it would end this process alone and leave the two others.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end);
try {
  stage = await Stage.at(folder, join(ROOT, 'dist'), { ...PORTS, clockDays: () => openYear(folder) });
  await stage.startEOffice();
  const context = await openUseCases(stage.settings);
  if (await seedDemonstration(context)) await sendSourceLetter(context);
  await context.close();
  await stage.startApp();
  if (stage.isNew) await sendSamples(new EOfficeDesk(stage.eOfficeUrl));
} catch (error) {
  tell(failureWords(error));
  await stage?.stop();
  process.exit(1);
}
tell(`Hồi Âm: ${stage.url}, simulated e-office: ${stage.eOfficeUrl}. Ctrl+C ends both.`);
for (const folder of FOLDERS) follow(folder);

/** Each folder by itself: watched as one tree, a file that an editor replaces by another of its name is lost sight of. */
function follow(folder, isNew = false) {
  watchers.get(folder)?.close();
  // Gone again already: nothing to follow.
  if (!isFolder(folder)) return;
  watchers.set(
    folder,
    watch(join(ROOT, folder), (_, name) => {
      if (name === null) return;
      if (isFolder(join(folder, name))) follow(join(folder, name), true);
      else note(folder, name);
    }),
  );
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
    if (entry.isDirectory()) follow(join(folder, entry.name), isNew);
    else if (isNew) note(folder, entry.name);
  }
}

function isFolder(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.isDirectory() === true;
}

function note(folder, name) {
  if (!TAKEN.test(name) || BESIDE.test(name)) return;
  changed.add(join(folder, name));
  clearTimeout(timer);
  timer = setTimeout(() => (restarted = restarted.then(startAgain)), PAUSE_MS);
}

async function startAgain() {
  const files = [...changed];
  if (files.length === 0 || isOver) return;
  const since = performance.now();
  try {
    // One that cannot be built stays among the changed until its author has mended it.
    for (const file of files) {
      await build(file);
      changed.delete(file);
    }
    await stage.killApp();
    if (isOver) return;
    await stage.startApp();
    tell(`${files.join(', ')}: the app runs again after ${Math.round(performance.now() - since)} ms.`);
  } catch (error) {
    tell(failureWords(error).split('\n\nCaused by')[0] ?? '');
  }
}

async function end() {
  if (isOver) return;
  isOver = true;
  clearTimeout(timer);
  await restarted;
  await stage?.stop();
  process.exit(0);
}

function tell(line) {
  process.stderr.write(`${line}\n`);
}
