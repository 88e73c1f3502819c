import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { fillIn, type FillJob } from './fill-in.js';

parentPort?.on('message', (job: FillJob) => {
  const filled = fillIn(job);
  parentPort?.postMessage(filled, 'docx' in filled ? [filled.docx.buffer as ArrayBuffer] : []);
});
parentPort?.postMessage(READY);
