import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { verifyPdf } from '../domain/verification/verify-pdf.js';

/** What the thread is given, and answers with a `Verification`. */
export interface SignatureJob {
  readonly pdf: Uint8Array;
  readonly anchors: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly now: Date;
}

parentPort?.on('message', ({ pdf, anchors, crls, now }: SignatureJob) => {
  const verification = verifyPdf(bufferOf(pdf), { anchors: anchors.map(bufferOf), crls: crls.map(bufferOf), now });
  parentPort?.postMessage(verification);
});
parentPort?.postMessage(READY);

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
