import { parentPort } from 'node:worker_threads';
import { FileMemory } from '../../../platform/files/file-memory.js';
import { READY } from '../../../platform/threads/thread-pool.js';
import { answerJob, bufferOf, type FileForThread, type SignatureJob } from '../signature-job.js';

/** The file that is verified, and the one that it is compared with. */
const memories = [new FileMemory(), new FileMemory()];

parentPort?.on('message', (job: SignatureJob) => {
  const free = memories.values();
  const read = (file: FileForThread): Buffer => {
    if ('shared' in file) return bufferOf(file.shared);
    const memory = free.next().value ?? new FileMemory();
    return memory.readNamed(file.path, file.sha256);
  };
  parentPort?.postMessage(answerJob(job, read));
});
parentPort?.postMessage(READY);
