import { envFileOfNode } from './config/env-file.js';
import { runAsProcess } from './bootstrap/process.js';

/** Web and worker in one process. */
await runAsProcess('serve', { args: process.argv.slice(2), env: envFileOfNode() });
