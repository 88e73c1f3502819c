/**
 * A letter's pages by LibreOffice. `kept`: ours, from the DOCX to the PDF in memory, by the LibreOffice that stays. The limit: the same script with
 * the same LibreOffice asked directly, file in, file out, with nothing of ours around it. `process`: a LibreOffice of its own for each letter, with a
 * profile that is kept, as for what comes from outside; `batch`: of one such run for letters that wait together; `cold`: with a new profile each.
 *
 * The work is done by other processes; what all that descend from this one have spent counts, whether they have ended or not.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { KEPT_LIMITS, makeProfile } from '../../dist/integrations/pdf-converter/kept-office.js';
import { SofficePdfMaker } from '../../dist/integrations/pdf-converter/soffice-pdf-maker.js';
import { TemplateRenderer } from '../../dist/src/drafting/rendering/template-renderer.js';
import { sampleOf } from '../../dist/templates/catalogue.js';
import { measure, NO_WARM_UP_MS, ownCpuMs, processCpuMs } from './measure.mjs';

const LETTER = 'cong-van-tra-loi';
const TIMEOUT_MS = 120_000;
const SCRIPT = join(import.meta.dirname, '../../dist/integrations/pdf-converter/kept-office.py');

export const name = 'pdf-make';

export async function run({ rounds }) {
  const workDirectory = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  const maker = makerAt(workDirectory);
  const direct = await openDirect(await mkdtemp(join(workDirectory, 'direct-')));
  const docx = await aLetter();
  const way = (named, act, warmUpMs) => ({ name: named, cpuMs: familyCpuMs, run: act, warmUpMs });
  try {
    const taken = await measure(
      [
        way('kept', (times) => repeat(times, () => convert(maker, [docx], 'app'))),
        way('direct', (times) => repeat(times, () => direct.convert(docx))),
        way('process', (times) => repeat(times, () => convert(maker, [docx], 'outside')), NO_WARM_UP_MS),
        way('batch', (times) => convert(maker, Array(times).fill(docx), 'outside')),
        way('cold', (times) => repeat(times, () => coldly(docx)), NO_WARM_UP_MS),
      ],
      rounds,
    );
    const beside = (named) => ({ cpuMs: taken.cpuMs(named), ratio: taken.ratio(named, 'direct') });
    return {
      ours: taken.cpuMs('kept'),
      limit: taken.cpuMs('direct'),
      ratio: taken.ratio('kept', 'direct'),
      beside: { process: beside('process'), batch: beside('batch'), cold: beside('cold') },
    };
  } finally {
    await direct.close();
    await maker.onModuleDestroy();
    await rm(workDirectory, { recursive: true, force: true });
  }
}

function makerAt(workDirectory) {
  const onNotKept = (reason) => {
    throw new Error(`LibreOffice does not stay: ${reason}`);
  };
  return new SofficePdfMaker({
    soffice: 'soffice',
    timeoutMs: TIMEOUT_MS,
    workDirectory,
    kept: KEPT_LIMITS,
    onNotKept,
  });
}

/** The script by itself. */
async function openDirect(folder) {
  const profile = await makeProfile(folder, 'profile-');
  const [source, target] = [join(folder, 'a.docx'), join(folder, 'a.pdf')];
  const question = `${JSON.stringify({ docx: pathToFileURL(source), pdf: pathToFileURL(target) })}\n`;
  const command = ['-I', SCRIPT, 'soffice', pathToFileURL(profile).href];
  const script = spawn(KEPT_LIMITS.python, command, { detached: true, stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = createInterface({ input: script.stdout })[Symbol.asyncIterator]();
  await answers.next();
  return {
    convert: async (docx) => {
      await writeFile(source, docx);
      script.stdin.write(question);
      const { value } = await answers.next();
      if (!JSON.parse(value).done) throw new Error(value);
      return readFile(target);
    },
    close: async () => {
      script.stdin.end();
      await once(script, 'close');
    },
  };
}

async function aLetter() {
  const renderer = new TemplateRenderer();
  const { docx } = await renderer.render(LETTER, sampleOf(LETTER));
  await renderer.onModuleDestroy();
  return docx;
}

async function coldly(docx) {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  const maker = makerAt(folder);
  await convert(maker, [docx], 'outside');
  await maker.onModuleDestroy();
  await rm(folder, { recursive: true, force: true });
}

async function convert(maker, docx, origin) {
  const made = await maker.convert(docx, origin);
  const failed = made.find(({ status }) => status !== 'done');
  if (failed) throw new Error(failed.reason);
}

async function repeat(times, act) {
  for (let time = 0; time < times; time += 1) await act();
}

/** This process, all that descend from it, and those of them that have ended. */
async function familyCpuMs() {
  const parents = new Map();
  for (const pid of await readdir('/proc')) {
    const stat = /^\d+$/u.test(pid) ? await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '') : '';
    if (stat !== '') parents.set(Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const isOurs = (pid) => pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)));
  let spent = ownCpuMs() + processCpuMs('self').endedChildren;
  for (const pid of parents.keys()) {
    if (pid !== process.pid && isOurs(pid)) spent += spentBy(pid);
  }
  return spent;
}

/** One that has ended meanwhile is counted among the children of another. */
function spentBy(pid) {
  try {
    const { own, endedChildren } = processCpuMs(pid);
    return own + endedChildren;
  } catch {
    return 0;
  }
}
