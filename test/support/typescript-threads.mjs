// Preloaded by the test command (`node --import`): lets Node run the sources, in the process that runs tests and in the threads that the tested code
// starts there.
import { existsSync } from 'node:fs';
import { createRequire, registerHooks, syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { restingThreads } from './resting-threads.mjs';
import { threadCopyOf } from './thread-copies.mjs';
import * as hooks from './typescript-hooks.mjs';

if (isMainThread) {
  const threads = createRequire(import.meta.url)('node:worker_threads');
  threads.Worker = restingThreads(threads.Worker, threadCopyOf);
  syncBuiltinESMExports();
}
// What stands there as it is needs no turning.
if (isMainThread || !existsSync(process.argv[1])) registerHooks(hooks);
