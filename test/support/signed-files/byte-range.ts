import { preparedLetter } from '../test-authority/letter.js';
import { badFiles } from './signed-file-case.js';
import { replaced, sealed, signed } from './signing-authority.js';

type Range = readonly [start: number, gapStart: number, gapEnd: number, rest: number];
const ranged = (change: (plain: Range) => readonly number[]): Buffer =>
  signed(undefined, {
    range: ([start = 0, gapStart = 0, gapEnd = 0, rest = 0]) => change([start, gapStart, gapEnd, rest]),
  });
/** Where the second signed part begins, and how long it is, as the newest signature says. */
function rangeOf(text: string): { range: string; gapEnd: number; rest: number } {
  const found = [...text.matchAll(/\/ByteRange \[0 \d+ (\d+) (\d+)\] */gu)].at(-1)!;
  return { range: found[0], gapEnd: Number(found[1]), rest: Number(found[2]) };
}
/** Signed ranges that are not the whole save around the contents. */
export const BYTE_RANGES = badFiles('byte-range', [
  ['does not begin at 0', 'invalid', 'byte-range-malformed', () => ranged(([, a, b, c]) => [1, a - 1, b, c])],
  ['leaves the header out', 'invalid', 'byte-range-malformed', () => ranged(([, a, b, c]) => [9, a - 9, b, c])],
  ['ends before the end', 'invalid', 'byte-range-not-at-revision', () => ranged(([z, a, b, c]) => [z, a, b, c - 20])],
  [
    'ends before the end mark',
    'invalid',
    'byte-range-not-at-revision',
    () => ranged(([z, a, b, c]) => [z, a, b, c - 6]),
  ],
  [
    'leaves the last end of line out',
    'changedAfterSigning',
    'not-covered',
    () => ranged(([z, a, b, c]) => [z, a, b, c - 1]),
  ],
  [
    'ends at the save before',
    'invalid',
    'byte-range-malformed',
    () => ranged(([z, a, b]) => [z, a, b, preparedLetter().length - b]),
  ],
  [
    'leaves more out than the contents',
    'invalid',
    'byte-range-not-around-contents',
    () => ranged(([z, a, b, c]) => [z, a, b + 10, c - 10]),
  ],
  [
    'leaves one byte more out than the contents',
    'invalid',
    'byte-range-not-around-contents',
    () => ranged(([z, a, b, c]) => [z, a, b + 1, c - 1]),
  ],
  [
    'leaves more out before the contents',
    'invalid',
    'byte-range-not-around-contents',
    () => ranged(([z, a, b, c]) => [z, a - 10, b, c]),
  ],
  [
    'leaves the rest of the dictionary out',
    'invalid',
    'byte-range-not-around-contents',
    () => ranged(([z, a, b, c]) => [z, a, b + 3, c - 3]),
  ],
  [
    'signs the brackets',
    'invalid',
    'byte-range-not-around-contents',
    () => ranged(([z, a, b, c]) => [z, a + 1, b - 1, c + 1]),
  ],
  ['overlaps itself', 'invalid', 'byte-range-malformed', () => ranged(([z, a, , c]) => [z, a, a - 5, c])],
  ['leaves nothing out', 'invalid', 'byte-range-malformed', () => ranged(([z, , b, c]) => [z, b, b, c])],
  ['reaches beyond the file', 'invalid', 'byte-range-malformed', () => ranged(([z, a, b, c]) => [z, a, b, c + 5000])],
  ['has a second part of nothing', 'invalid', 'byte-range-malformed', () => ranged(([z, a, b]) => [z, a, b, 0])],
  [
    'numbers too large to count with',
    'invalid',
    'byte-range-malformed',
    () => replacedRange((range) => range.replace(/\d+\]/u, '99999999999]')),
  ],
  [
    'has two numbers only',
    'invalid',
    'byte-range-malformed',
    () => replacedRange((range) => range.replace(/ \d+ \d+\]/u, ']')),
  ],
  [
    'has six numbers',
    'invalid',
    'byte-range-malformed',
    () => signed(undefined, { range: ([z = 0, a = 0, b = 0, c = 0]) => [z, a, b, c - 9, b + c - 9, 9] }),
  ],
  [
    'numbers written with a point',
    'invalid',
    'byte-range-malformed',
    () => signed(undefined, { writtenNumber: (number) => number.toFixed(1) }),
  ],
  [
    'begins with a sign',
    'invalid',
    'byte-range-malformed',
    () => replacedRange((range) => range.replace('[0 ', '[-1 ')),
  ],
  [
    'is a string',
    'invalid',
    'byte-range-malformed',
    () => replacedRange((range) => range.replace('[', '(').replace(']', ')')),
  ],
  [
    'a blank inside the contents',
    'invalid',
    'byte-range-not-around-contents',
    () => {
      const pdf = signed();
      pdf.write(' ', pdf.indexOf('/Contents <') + 11 + 11_990, 'latin1');
      return pdf;
    },
  ],
  [
    'an object hidden inside the contents',
    'invalid',
    'file-malformed',
    () => {
      const pdf = signed();
      pdf.write('>5 0 obj (x) endobj<', pdf.indexOf('/Contents <') + 11 + 11_900, 'latin1');
      return pdf;
    },
  ],
  [
    'zeros behind the signature are used for other bytes',
    'invalid',
    'cms-malformed',
    () => {
      const pdf = signed();
      pdf.write('41', pdf.indexOf('/Contents <') + 11 + 11_990, 'latin1');
      return pdf;
    },
  ],
  [
    'a second byte range beside the first',
    'invalid',
    'file-malformed',
    () => signed(undefined, { entries: '/ByteRange [0 1 2 3]' }),
  ],
  [
    'a second byte range written with an escape',
    'invalid',
    'file-malformed',
    () => signed(undefined, { entries: '/Byte#52ange [0 1 2 3]' }),
  ],
  [
    'second contents written with an escape',
    'invalid',
    'file-malformed',
    () => signed(undefined, { entries: '/Content#73 <00>' }),
  ],
  [
    'another signature written in a comment',
    'invalid',
    'signature-stray',
    () => signed(undefined, { save: { hidden: '% /ByteRange [0 1 2 3]\n' } }),
  ],
  [
    'another signature in an object that nothing holds',
    'invalid',
    'signature-stray',
    () => signed(preparedLetter({ 20: '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>' })),
  ],
  [
    'the seal claims the range of the leader',
    'invalid',
    'byte-range-not-around-contents',
    () => {
      const first = signed();
      const [, a = 0, b = 0, c = 0] = /\/ByteRange \[0 (\d+) (\d+) (\d+)/u.exec(first.toString('latin1'))!.map(Number);
      return sealed(first, { range: () => [0, a, b, c] });
    },
  ],
]);
function replacedRange(change: (range: string) => string): Buffer {
  const pdf = signed();
  const { range } = rangeOf(pdf.toString('latin1'));
  return replaced(pdf, range, change(range.trimEnd()));
}
