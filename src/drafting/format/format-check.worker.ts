import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { checkFile, type FormatJob } from './check-file.js';

parentPort?.on('message', (job: FormatJob) => {
  void checkFile(job).then((answer) => parentPort?.postMessage(answer));
});
parentPort?.postMessage(READY);
