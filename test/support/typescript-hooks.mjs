import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { javascriptOf } from './typescript-sources.mjs';

const PACKAGES = '/node_modules/';
/** Nest asks the environment for each dependency of each provider whether it shall say how it was found, which takes a thirtieth of a test. */
const TELLS_HOW = '/@nestjs/core/injector/helpers/is-debug-mode.util.js';
const TELLS_ONCE_ASKED = 'const isOn = Boolean(process.env.NEST_DEBUG);\nexport const isDebugMode = () => isOn;\n';
const GLOBALS = new URL('one-registry/jest-globals.mjs', import.meta.url).href;

/** The sources import `x.js`, which stands beside them only in the built output. */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  const { parentURL } = context;
  if (/^(?:\.|file:).*\.js$/u.test(specifier) && ![specifier, parentURL].some((name) => name?.includes(PACKAGES))) {
    for (const ending of ['.ts', '.tsx']) {
      const source = new URL(specifier.replace(/\.js$/u, ending), parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export function load(url, context, next) {
  if (url.endsWith(TELLS_HOW)) return { format: 'module', source: TELLS_ONCE_ASKED, shortCircuit: true };
  const [file] = url.split('?');
  if (!/\.tsx?$/u.test(file)) return next(url, context);
  return { format: 'module', source: javascriptOf(fileURLToPath(file)), shortCircuit: true };
}
