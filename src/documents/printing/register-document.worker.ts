import { parentPort } from 'node:worker_threads';
import { atOnce } from '../../kernel/turns.js';
import { unpackingSteps } from '../../platform/threads/packed-rows.js';
import { READY } from '../../platform/threads/thread-pool.js';
import type { PrintedLine } from '../domain/printing/printed-pages.js';
import type { PackedPrintJob } from './packed-print-job.js';
import { registerDocument } from './register-document.js';

parentPort?.on('message', (job: PackedPrintJob) => {
  const lines = atOnce(unpackingSteps<PrintedLine>(job.lines));
  parentPort?.postMessage(registerDocument({ ...job, lines }));
});
parentPort?.postMessage(READY);
