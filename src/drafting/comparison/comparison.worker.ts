import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import type { PartTexts } from '../domain/comparison.js';
import { comparePart } from './compare-texts.js';

parentPort?.on('message', (parts: readonly PartTexts[]) => {
  parentPort?.postMessage(parts.map(comparePart));
});
parentPort?.postMessage(READY);
