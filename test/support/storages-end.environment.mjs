import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/** Storages that were used since the last spec ended, whichever house of it made them. */
const used = new Set();

for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function remembered(...given) {
    used.add(this);
    return original.apply(this, given);
  };
}

/**
 * Node goes through every storage that was ever used at each promise that is made. A spec opens dozens of houses, a worker takes a hundred specs: what
 * nobody looks into any more ends with its spec.
 */
export default class extends TestEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of used) storage.disable();
    used.clear();
  }
}
