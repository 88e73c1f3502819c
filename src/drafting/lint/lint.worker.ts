import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { formatFindings } from './format-findings.js';
import { lookOver } from './look-over.js';

/** What the thread is given: a template to look over as a kind, answered with a `TemplateLook`; or a made document, answered with a `TemplateReport`. */
export type LintJob =
  | { readonly step: 'look'; readonly docx: Uint8Array; readonly wanted: string | null }
  | { readonly step: 'format'; readonly docx: Uint8Array };

async function answer(job: LintJob): Promise<unknown> {
  const docx = Buffer.from(job.docx.buffer, job.docx.byteOffset, job.docx.byteLength);
  return job.step === 'look' ? lookOver(docx, job.wanted) : formatFindings(docx);
}

parentPort?.on('message', (job: LintJob) => void answer(job).then((found) => parentPort?.postMessage(found)));
parentPort?.postMessage(READY);
