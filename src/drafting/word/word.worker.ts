import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import type { CheckOptions } from '../domain/format/rules/finding.js';
import type { LetterOrigin } from '../domain/word/word-reading.js';
import { withOrigin } from './letter-origin.js';
import { readLetter, type ReadLetter } from './read-letter.js';

/** A file to read, or one to be given away as the revision that it is. */
export interface WordJob {
  readonly content: Uint8Array;
  readonly origin: LetterOrigin | null;
  readonly options: CheckOptions;
}

async function answer({ content, origin, options }: WordJob): Promise<ReadLetter | Uint8Array> {
  const docx = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return origin === null ? readLetter(docx, options) : new Uint8Array(withOrigin(docx, origin));
}

parentPort?.on('message', (job: WordJob) => {
  void answer(job).then((answered) => parentPort?.postMessage(answered));
});
parentPort?.postMessage(READY);
