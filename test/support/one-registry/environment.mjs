import { createRequire } from 'node:module';
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);
const { hasOwnRegistry } = require('./own-registries.cjs');
const { ModuleMocker } = require('jest-mock');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');

/**
 * The built program is started more than a hundred times: what V8 made of its three thousand modules is kept for the next start, a fifth of it. Set here,
 * so that it holds for the processes that tests start and not for those that run tests.
 */
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../../node_modules/.cache/hoi-am-tests/compiled');

/** Storages that were used since the last spec ended, whichever app of it made them. */
const used = new Set();

for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function remembered(...given) {
    used.add(this);
    return original.apply(this, given);
  };
}

/**
 * Node goes through every storage that was ever used at each promise that is made. A spec opens the application dozens of times, a worker takes a hundred specs:
 * what nobody looks into any more ends with its spec.
 */
function endStorages() {
  for (const storage of used) storage.disable();
  used.clear();
}

class OwnRealm extends TestEnvironment {
  async teardown() {
    await super.teardown();
    endStorages();
  }
}

/** The realm of the worker itself, put back at the end of each spec to what it was before. */
class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  console = globalThis.console;
  exit = process.exit;
  env = { ...process.env };
  folder = process.cwd();

  constructor({ projectConfig: config }) {
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    this.fakeTimers = new LegacyFakeTimers({
      config,
      global: globalThis,
      moduleMocker: this.moduleMocker,
      timerConfig,
    });
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    globalThis.console = this.console;
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.env)) delete process.env[name];
    Object.assign(process.env, this.env);
    process.chdir(this.folder);
    endStorages();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

export default class {
  constructor(config, context) {
    return new (hasOwnRegistry(config.globalConfig, context.testPath) ? OwnRealm : OneRealm)(config, context);
  }
}
