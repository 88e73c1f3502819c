import { decodeContent } from '../../../files/domain/pdf/content-filters.js';
import { type Operation, operationsIn } from '../../../files/domain/pdf/content-operations.js';
import { differingKeys, isSameValue } from '../../../files/domain/pdf/equality.js';
import type { FileState } from '../../../files/domain/pdf/file-state.js';
import { resourcesOf } from '../../../files/domain/pdf/page-resources.js';
import { nameOf, PdfArray, type PdfDictionary, PdfStream, type PdfValue } from '../../../files/domain/pdf/values.js';

/** A page in the file as it was after some save. */
interface Sheet {
  readonly state: FileState;
  readonly page: PdfDictionary;
}

/** A kind of resource without influence on the drawing. */
const IDLE = 'ProcSet';

/** Whether the page's names stand for what they stood for; new ones are fonts. */
export function onlyFontsGrow(old: Sheet, now: Sheet): boolean {
  const [before, after] = [resourcesOf(old.state, old.page), resourcesOf(now.state, now.page)];
  return differingKeys(before, after).every((kind) => kind === IDLE || kind === 'Font') && fontsGrow(old, now);
}

function fontsGrow(old: Sheet, now: Sheet): boolean {
  const before = old.state.dictionary(resourcesOf(old.state, old.page).raw('Font'));
  const after = now.state.dictionary(resourcesOf(now.state, now.page).raw('Font'));
  if (!before) return true;
  return after !== null && differingKeys(before, after).every((name) => !before.entries.has(name));
}

/** Whether the old content stands whole and untouched, with nothing before it but saved states and nothing after it but letters. */
export function isOnlyTextAdded(old: Sheet, now: Sheet): boolean {
  const [before, after] = [contentsOf(old), contentsOf(now)];
  const start = after.findIndex((_, at) => before.every((item, step) => isSameValue(item, after[at + step] ?? null)));
  if (start < 0) return before.length === after.length;
  const front = operationsOf(now.state, after.slice(0, start));
  const back = operationsOf(now.state, after.slice(start + before.length));
  return front.every(({ operator, operands }) => operator === 'q' && operands.length === 0) && back.every(isOfLetters);
}

function contentsOf({ state, page }: Sheet): readonly PdfValue[] {
  const raw = page.raw('Contents');
  const list = state.resolve(raw);
  return list instanceof PdfArray ? list.items : [raw];
}

function operationsOf(state: FileState, items: readonly PdfValue[]): readonly Operation[] {
  const streams = items.map((item) => state.resolve(item));
  const bytes = streams.flatMap((stream) =>
    stream instanceof PdfStream ? [decodeContent(state, stream), NEW_LINE] : [],
  );
  return [...operationsIn(Buffer.concat(bytes))];
}

const NEW_LINE = Buffer.from('\n');

/** Steps whose whole effect the drawing of a page follows. */
const FOLLOWED: ReadonlySet<string> = new Set([
  ...['q', 'Q', 'cm', 'BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'TL', 'Tj', 'TJ', 'g', 'rg', 'k', 'EMC'],
]);

/** Steps that it passes over, and the one value with which they do nothing. */
const NEUTRAL: Readonly<Record<string, number>> = { Tr: 0, Tc: 0, Tw: 0, Ts: 0, Tz: 100 };

/** Letters may be marked, but not as what can be switched off. */
const MARKING: ReadonlySet<string> = new Set(['BMC', 'BDC']);

function isOfLetters({ operator, operands }: Operation): boolean {
  const [first = null] = operands;
  if (FOLLOWED.has(operator)) return true;
  if (MARKING.has(operator)) return nameOf(first) !== 'OC';
  return operator in NEUTRAL && operands.length === 1 && first === NEUTRAL[operator];
}
