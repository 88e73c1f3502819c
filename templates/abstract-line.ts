/** Bold letters of 14 pt are about so wide, spaces included; measured on Times New Roman in Vietnamese. */
const LETTER_MM = 2.2;
/** Between the indents of the style `Ô 5a Trích yếu`. */
const WIDEST_MM = 130;

/** The three lines that a template holds ready, each for abstracts whose longest line is so wide. */
const LINES = [
  { tag: 'ke_ngan', widthUnderMm: 60 },
  { tag: 'ke_vua', widthUnderMm: 90 },
  { tag: 'ke_dai', widthUnderMm: Number.POSITIVE_INFINITY },
] as const;

/** Lengths of the three lines, in mm. */
export const ABSTRACT_LINES: Readonly<Record<(typeof LINES)[number]['tag'], number>> = {
  ke_ngan: 20,
  ke_vua: 30,
  ke_dai: 45,
};

/**
 * Which of the lines stands under the abstract of a document with a type: a third to a half of the words above it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.5 (ô số 5a).
 */
export function abstractLine(abstract: string): Readonly<Record<string, boolean>> {
  const widthMm = Math.min(abstract.length * LETTER_MM, WIDEST_MM);
  const chosen = LINES.find(({ widthUnderMm }) => widthMm < widthUnderMm)?.tag;
  return Object.fromEntries(LINES.map(({ tag }) => [tag, tag === chosen]));
}
