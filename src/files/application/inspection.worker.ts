import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { inspectFile } from '../domain/inspection/inspect-file.js';

/** What the thread is given, and answers with an `Inspection`. */
export interface InspectionJob {
  readonly name: string;
  readonly content: Uint8Array;
}

parentPort?.on('message', (job: InspectionJob) => {
  const content = Buffer.from(job.content.buffer, job.content.byteOffset, job.content.byteLength);
  void inspectFile({ name: job.name, content }).then((inspection) => parentPort?.postMessage(inspection));
});
parentPort?.postMessage(READY);
