/** Advance widths of Times New Roman upright, which Liberation Serif shares, from U+0020 on; in 2048ths of the letter size. */
const ASCII = [
  ...[512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024, 1024],
  ...[1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251, 1139],
  ...[1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479, 1479],
  ...[1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024, 569, 1593],
  ...[1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108],
];

const UNITS = 2048;

const OTHERS: Readonly<Record<string, number>> = {
  đ: 1024,
  Đ: 1479,
  ơ: 1083,
  Ơ: 1479,
  ư: 1110,
  Ư: 1589,
  '“': 909,
  '”': 909,
  '‘': 682,
  '’': 682,
  '–': 1024,
  '…': 2048,
  '«': 1024,
  '»': 1024,
  '\u00a0': 512,
};

/** Tone marks stand over a letter and take no room; the horn of ơ and ư does, so it stays. */
const MARKS = /[\u0300\u0301\u0302\u0303\u0306\u0309\u0323]/gu;

/** A letter that is not measured is taken for as wide as any: a line then breaks too early, never too late. */
const MAX_WIDTH = 2048;

/** How wide a text is, in points, at a letter size in points. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text.normalize('NFD').replace(MARKS, '').normalize('NFC')) {
    width += OTHERS[letter] ?? ASCII[(letter.codePointAt(0) ?? 0) - 0x20] ?? MAX_WIDTH;
  }
  return (width * size) / UNITS;
}
