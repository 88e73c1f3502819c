import { parentPort } from 'node:worker_threads';
import { READY } from '../../../src/platform/threads/thread-pool.js';
import { copyPages, type CopyJob } from './copy-job.js';

parentPort?.on('message', (job: CopyJob) => {
  void copyPages(job)
    .catch(() => ({ refusal: 'broken' as const }))
    .then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage(READY);
