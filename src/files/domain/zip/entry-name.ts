import { isUtf8 } from 'node:buffer';
import { ZipRefused } from './zip-refused.js';

const MAX_NAME_LENGTH = 255;
/** Marks that are never seen, or that turn the reading direction: a name shows something else than it is. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffd]/u;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * The name of an archive's entry, as every program would write it to a disk: relative, downwards, of visible letters.
 *
 * @throws ZipRefused `zip-name-unsafe`
 */
export function readEntryName(bytes: Buffer): string {
  const name = isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
  const parts = name.replace(/\/$/u, '').split('/');
  const isSafe =
    bytes.length <= MAX_NAME_LENGTH && !/[\\:*?"<>|]/u.test(name) && !UNSEEN.test(name) && parts.every(isSafePart);
  if (!isSafe) throw new ZipRefused('zip-name-unsafe', name.slice(0, MAX_NAME_LENGTH));
  return name;
}

function isSafePart(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !/[. ]$/u.test(part) && !DEVICE.test(part);
}

/** Programs and disks that ignore case, or write marks in another way, see one name where two keys are equal. */
export function nameKey(name: string): string {
  return name.replace(/\/$/u, '').normalize('NFKC').toLowerCase();
}

/**
 * No name twice, and no name that is both a file and the folder of another.
 *
 * @throws ZipRefused `zip-name-twice`
 */
export function requireDistinctNames(names: readonly string[]): void {
  const keys = new Set<string>();
  for (const name of names) {
    if (keys.has(nameKey(name))) throw new ZipRefused('zip-name-twice', name);
    keys.add(nameKey(name));
  }
  const files = new Set(names.filter((name) => !name.endsWith('/')).map(nameKey));
  for (const name of names) {
    const parts = nameKey(name).split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      if (files.has(parts.slice(0, depth).join('/'))) throw new ZipRefused('zip-name-twice', name);
    }
  }
}
