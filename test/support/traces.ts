import { fold } from '../../src/kernel/vietnamese.js';

/** Values made by chance, whole: ids, hashes, keys. Nobody's name or number stands in one, however it looks. */
const MADE_BY_CHANCE = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/u;

/**
 * Which of the planted values stand somewhere in rows, messages or words: as they are, in other case, without diacritics, or as digits set otherwise.
 * Values are looked at one by one, keys of objects too; ids and hashes are not, so that nothing is found by chance.
 *
 * @param planted whole and unmistakable: a telephone with all its digits, a name with its diacritics
 * @throws Error of a planted value that ordinary ids or words may hold
 */
export function tracesOf(written: unknown, planted: readonly string[]): readonly string[] {
  for (const value of planted) requireUnmistakable(value);
  const leaves = [...leavesOf(written)].filter((leaf) => !MADE_BY_CHANCE.test(leaf));
  return planted.filter((value) => leaves.some((leaf) => holds(leaf, value)));
}

function requireUnmistakable(value: string): void {
  if (/[^\x20-\x7e]/u.test(value) || value.replaceAll(' ', '').length >= 8) return;
  throw new Error(`"${value}" may stand in an id or a word by chance: plant a longer value, or one with diacritics.`);
}

function holds(leaf: string, value: string): boolean {
  if (leaf.normalize('NFC').toLowerCase().includes(value.normalize('NFC').toLowerCase())) return true;
  const folded = fold(value);
  if (folded.length >= 8 && fold(leaf).includes(folded)) return true;
  const digits = digitsOf(value);
  return digits.length >= 8 && digits.length === value.replaceAll(' ', '').length && digitsOf(leaf).includes(digits);
}

/** Digits that stand together or are set apart by one space, dot or hyphen; other signs end a run. */
function digitsOf(text: string): string {
  return text.replaceAll(/(?<=\d)[ .-](?=\d)/gu, '');
}

function* leavesOf(written: unknown): Generator<string> {
  if (typeof written === 'string') {
    yield written;
    const inside = parsed(written);
    if (inside !== null) yield* leavesOf(inside);
  } else if (written instanceof Uint8Array) yield Buffer.from(written).toString('utf8');
  else if (typeof written === 'number') yield String(written);
  else if (Array.isArray(written)) for (const one of written as readonly unknown[]) yield* leavesOf(one);
  else if (typeof written === 'object' && written !== null && !(written instanceof Date)) {
    for (const [key, value] of Object.entries(written)) {
      yield key;
      yield* leavesOf(value);
    }
  }
}

/** What a string of JSON says; null where it is none. */
function parsed(text: string): object | null {
  if (!/^[[{]/u.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
