import { wrappedWidths } from '../src/drafting/domain/format/page/letter-widths.js';

/** As the style `Ô 5a Trích yếu` has it: bold, in points, and the millimetres between its indents. */
const ABSTRACT = { size: 14, room: 130 } as const;

/** A last line that is shorter is left out of account. */
const MIN_MM_LENGTH = 15;

/** The lines that a template holds ready, each for abstracts whose last line is so wide. */
const LINES = [
  { tag: 'ke_ngan_nhat', widthUnderMm: 24 },
  { tag: 'ke_rat_ngan', widthUnderMm: 38 },
  { tag: 'ke_ngan', widthUnderMm: 62 },
  { tag: 'ke_vua', widthUnderMm: 95 },
  { tag: 'ke_dai', widthUnderMm: Number.POSITIVE_INFINITY },
] as const;

/** Lengths of the lines, in mm. */
export const ABSTRACT_LINES: Readonly<Record<(typeof LINES)[number]['tag'], number>> = {
  ke_ngan_nhat: 8,
  ke_rat_ngan: 12,
  ke_ngan: 20,
  ke_vua: 30,
  ke_dai: 45,
};

/**
 * Which of the lines stands under the abstract of a document with a type: a third to a half of the words right above it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.5 (ô số 5a).
 */
export function abstractLine(abstract: string): Readonly<Record<string, boolean>> {
  const widths = wrappedWidths(abstract, ABSTRACT.room, ABSTRACT.size, true);
  const [before, last = 0] = widths.length > 1 ? widths.slice(-2) : [undefined, ...widths];
  // Under a single short word a third would be a dot.
  const widthMm = before !== undefined && last < MIN_MM_LENGTH ? before : last;
  const chosen = LINES.find(({ widthUnderMm }) => widthMm < widthUnderMm)?.tag;
  return Object.fromEntries(LINES.map(({ tag }) => [tag, tag === chosen]));
}
