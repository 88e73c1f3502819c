const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { fileURLToPath, pathToFileURL } = require('node:url');
const { default: JestRuntime } = require('jest-runtime');
const { hasOwnRegistry } = require('./own-registries.cjs');

/** The framework keeps the tests of one spec here. */
const HANDLERS = Symbol.for('EVENT_HANDLERS');
const CURRENT_JEST = Symbol.for('hoi-am.jest');

/**
 * Jest loads all modules anew for each spec, in a realm of its own: four seconds for a spec that opens an app, and code that never gets warm. Here Node
 * itself loads them, once for all specs of a worker. A module is the same for all specs then, as it is for all tests of one spec; mocks, fake timers, the
 * environment and the framework's own state still begin and end with each.
 */
class OneRegistry extends JestRuntime {
  constructor(...given) {
    super(...given);
    const [, environment, , , , , testPath] = given;
    this.testPath = testPath;
    this.globals = environment.global;
    this.maps = new SourceMaps();
  }

  /** The real one is right here. */
  installGetBuiltinModule() {}

  requireInternalModule(path) {
    const load = createRequire(path);
    delete load.cache[load.resolve(path)];
    delete this.globals[HANDLERS];
    return load(path);
  }

  async unstable_importModule(path) {
    this.globals[CURRENT_JEST] = this.jestGlobals.jestObjectFor(path);
    return import(pathToFileURL(path).href);
  }

  getSourceMaps() {
    return this.maps;
  }
}

/** Finds the lines of a source again, for the reader of a stack trace. */
class SourceMaps {
  get(name) {
    if (!/\.tsx?$/u.test(name) || name.includes('/node_modules/')) return undefined;
    if (!SourceMaps.known.has(name)) SourceMaps.known.set(name, mapOf(name));
    return SourceMaps.known.get(name);
  }

  *[Symbol.iterator]() {}
}
SourceMaps.known = new Map();

function mapOf(name) {
  const path = name.startsWith('file:') ? fileURLToPath(name) : name;
  try {
    return `${require('../typescript-sources.mjs').placeOf(path, readFileSync(path, 'utf8'))}.map`;
  } catch {
    return undefined;
  }
}

module.exports = class {
  constructor(...given) {
    return new (hasOwnRegistry(given[7], given[6]) ? JestRuntime : OneRegistry)(...given);
  }

  static createContext = JestRuntime.createContext.bind(JestRuntime);
};
module.exports.default = module.exports;
