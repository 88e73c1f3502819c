import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** Of this software, as its package says: `0.9.0`. */
export function softwareVersion(): string {
  const path = findPackageJSON('..', import.meta.url);
  const { version } = JSON.parse(readFileSync(path ?? '', 'utf8')) as { readonly version: string };
  return version;
}
