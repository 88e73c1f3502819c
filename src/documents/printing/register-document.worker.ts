import { parentPort } from 'node:worker_threads';
import { READY } from '../../platform/threads/thread-pool.js';
import { registerDocument, type RegisterPrintJob } from './register-document.js';

parentPort?.on('message', (job: RegisterPrintJob) => parentPort?.postMessage(registerDocument(job)));
parentPort?.postMessage(READY);
