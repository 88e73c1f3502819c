import { runAsProcess } from './process.js';
import { startWorker } from './start.js';

/** The worker alone. */
await runAsProcess(startWorker);
