import { envFileOfNode } from './config/env-file.js';
import { runAsProcess } from './bootstrap/process.js';

/** The worker alone. */
await runAsProcess('worker', { args: process.argv.slice(2), env: envFileOfNode() });
