import { parentPort } from 'node:worker_threads';
import { pageCount, type CountedFile } from '../domain/page-count.js';
import { READY } from '../../platform/threads/thread-pool.js';

parentPort?.on('message', ({ content, type }: CountedFile) => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  parentPort?.postMessage(pageCount({ content: bytes, type }));
});
parentPort?.postMessage(READY);
