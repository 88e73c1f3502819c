import { parentPort } from 'node:worker_threads';
import { READY } from '../../src/platform/threads/thread-pool.js';
import { checkXmlSignatures } from './check-xml-signatures.js';

parentPort?.on('message', (xml: string) => parentPort?.postMessage(checkXmlSignatures(xml)));
parentPort?.postMessage(READY);
