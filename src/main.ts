import { runAsProcess } from './process.js';
import { startServer } from './start.js';

/** Web and worker in one process. */
await runAsProcess(startServer);
