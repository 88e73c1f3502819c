import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { StaticRoot } from '../platform/http/configure-http.js';

const tabler = createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css');

/** Styles, scripts, fonts and marks of the pages: ours, and Tabler's one sheet. */
export const STATIC_ROOTS: readonly StaticRoot[] = [
  { prefix: '/assets/app/', directory: join(import.meta.dirname, 'public') },
  { prefix: '/assets/tabler/', directory: dirname(tabler) },
];
