/** Widths of the letters of Times New Roman from the blank to the tilde, in thousandths of their size. */
const REGULAR = (
  '250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 564 ' +
  '564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 611 333 ' +
  '278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 ' +
  '444 480 200 480 541'
)
  .split(' ')
  .map(Number);
const BOLD = (
  '250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 570 ' +
  '570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 667 333 ' +
  '278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 ' +
  '444 394 220 394 520'
)
  .split(' ')
  .map(Number);

const USUAL = 500;
const MILLIMETRES_IN_POINT = 25.4 / 72;
/** Ơ and Ư are wider than the letters under their horn. */
const HORNED: Readonly<Record<string, number>> = { ơ: 29, ư: 42, Ơ: 0, Ư: 54 };

/**
 * How wide a text stands in Times New Roman, in millimetres. Marks above and below letters do not widen them.
 *
 * @param size in points
 */
export function textWidth(text: string, size: number, bold: boolean): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFC')) thousandths += letterWidth(letter, bold ? BOLD : REGULAR);
  return (thousandths / 1000) * size * MILLIMETRES_IN_POINT;
}

/**
 * How wide each line of a text stands where a line takes the words for which it has room, in millimetres.
 *
 * @param room of a line, in millimetres
 */
export function wrappedWidths(text: string, room: number, size: number, bold: boolean): readonly number[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length === 0 || textWidth(longer, size, bold) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => textWidth(line, size, bold));
}

function letterWidth(letter: string, widths: readonly number[]): number {
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D');
  return (widths[(bare.codePointAt(0) ?? 0) - 32] ?? USUAL) + (HORNED[letter.normalize('NFC')] ?? 0);
}
