/**
 * A letter's pages by LibreOffice: warm, with the profile that our maker keeps, against cold, with a profile of its own for each letter, as
 * the documented command line starts where nobody keeps one. `batch`: letters that wait together are converted in one run.
 *
 * The work is done by other processes; theirs is counted with ours once they have ended.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SofficePdfMaker } from '../../dist/integrations/pdf-converter/soffice-pdf-maker.js';
import { TemplateRenderer } from '../../dist/src/drafting/rendering/template-renderer.js';
import { sampleOf } from '../../dist/templates/catalogue.js';
import { measure, ownCpuMs, processCpuMs } from './measure.mjs';

const LETTER = 'cong-van-tra-loi';
const TIMEOUT_MS = 120_000;

export const name = 'pdf-make';

export async function run({ rounds }) {
  const workDirectory = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  const makerAt = (folder) => new SofficePdfMaker({ soffice: 'soffice', timeoutMs: TIMEOUT_MS, workDirectory: folder });
  const warm = makerAt(workDirectory);
  const docx = await aLetter();
  try {
    const taken = await measure(
      [
        { name: 'warm', cpuMs: familyCpuMs, run: (times) => repeat(times, () => convert(warm, [docx])) },
        { name: 'batch', cpuMs: familyCpuMs, run: (times) => convert(warm, Array(times).fill(docx)) },
        { name: 'cold', cpuMs: familyCpuMs, run: (times) => repeat(times, () => coldly(makerAt, docx)) },
      ],
      rounds,
    );
    return {
      ours: taken.cpuMs('warm'),
      limit: taken.cpuMs('cold'),
      ratio: taken.ratio('warm', 'cold'),
      beside: { batch: { cpuMs: taken.cpuMs('batch'), ratio: taken.ratio('batch', 'cold') } },
    };
  } finally {
    await warm.onModuleDestroy();
    await rm(workDirectory, { recursive: true, force: true });
  }
}

async function aLetter() {
  const renderer = new TemplateRenderer();
  const { docx } = await renderer.render(LETTER, sampleOf(LETTER));
  await renderer.onModuleDestroy();
  return docx;
}

async function coldly(makerAt, docx) {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-am-bench-'));
  const maker = makerAt(folder);
  await convert(maker, [docx]);
  await maker.onModuleDestroy();
  await rm(folder, { recursive: true, force: true });
}

async function convert(maker, docx) {
  const made = await maker.convert(docx);
  const failed = made.find(({ status }) => status !== 'done');
  if (failed) throw new Error(failed.reason);
}

async function repeat(times, act) {
  for (let time = 0; time < times; time += 1) await act();
}

/** This process, and all that it started and that has ended. */
function familyCpuMs() {
  return ownCpuMs() + processCpuMs('self').endedChildren;
}
