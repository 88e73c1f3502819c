import { leaderField, preparedLetter } from '../test-authority/letter.js';
import { lastCrossReference, newPdf, save } from '../test-authority/pdf-writer.js';
import { badFiles } from './signed-file-case.js';
import { letter, OTHER_TEXT, signed } from './signing-authority.js';

/** Where the second signed part begins, and how long it is, as the newest signature says. */
function rangeOf(text: string): { range: string; gapEnd: number; rest: number } {
  const found = [...text.matchAll(/\/ByteRange \[0 \d+ (\d+) (\d+)\] */gu)].at(-1)!;
  return { range: found[0], gapEnd: Number(found[1]), rest: Number(found[2]) };
}
/** Moves the signed second part to the end and puts other bytes in its old place; the range is told to follow. */
function wrapped(other: (ending: string, place: number) => string): Buffer {
  const pdf = signed();
  const text = pdf.toString('latin1');
  const { range, gapEnd, rest } = rangeOf(text);
  const place = lastCrossReference(pdf);
  const ending = text.slice(gapEnd, text.indexOf('endobj', gapEnd) + 7);
  const forged = other(ending, place);
  const moved = text.slice(0, gapEnd) + forged + text.slice(gapEnd);
  const claimed = range.replace(`${gapEnd} ${rest}`, `${gapEnd + forged.length} ${rest}`).slice(0, range.length);
  return Buffer.from(moved.replace(range, claimed), 'latin1');
}
function crossReferenceAt(text: string, place: number): string {
  return text.slice(place, text.lastIndexOf('startxref'));
}
/** Signature wrapping: the signed bytes are moved aside. */
export const WRAPPING = badFiles('swa', [
  [
    'the second part moved to the end, a cross-reference in its old place',
    'invalid',
    'byte-range-not-around-contents',
    () => {
      const text = signed().toString('latin1');
      return wrapped(
        (ending, place) =>
          `${ending.padEnd(place - rangeOf(text).gapEnd - 1)}\n${crossReferenceAt(text, place)}startxref\n${place}\n%%EOF\n`,
      );
    },
  ],
  [
    'the second part moved to the end, other content in its old place',
    'invalid',
    'file-malformed',
    () => wrapped((ending) => `${ending}5 0 obj\n${OTHER_TEXT}\nendobj\n`),
  ],
  ['the second part moved by one blank', 'invalid', 'byte-range-not-around-contents', () => wrapped(() => ' ')],
  [
    'a second dictionary with the old contents, the first left as it was',
    'invalid',
    'byte-range-not-around-contents',
    () => {
      const pdf = signed();
      const at = pdf.indexOf('50 0 obj');
      const dictionary = pdf.toString('latin1', at + 9, pdf.indexOf('endobj', at));
      return save(pdf, { 10: leaderField('/V 95 0 R'), 95: dictionary });
    },
  ],
  [
    'the same, and the contents by reference',
    'invalid',
    'signature-malformed',
    () => {
      const pdf = signed();
      const at = pdf.indexOf('50 0 obj');
      const dictionary = pdf.toString('latin1', at + 9, pdf.indexOf('endobj', at));
      const [before = '', contents = ''] = dictionary.split('/Contents ');
      return save(pdf, {
        10: leaderField('/V 95 0 R'),
        95: `${before} /Contents 96 0 R >>`,
        96: contents.replace('>>', ''),
      });
    },
  ],
  [
    'a signed letter kept as an attachment of an unsigned one',
    'invalid',
    'signature-stray',
    () => {
      const inner = signed().toString('latin1');
      return newPdf({ ...letter, 20: `<< /Length ${inner.length} >>\nstream\n${inner}\nendstream` });
    },
  ],
  [
    'a save that skips the signed one',
    'invalid',
    'signature-stray',
    () => {
      const prepared = preparedLetter();
      return save(
        signed(prepared),
        { 10: leaderField('/V 50 0 R'), 5: OTHER_TEXT },
        { prev: lastCrossReference(prepared) },
      );
    },
  ],
  [
    'a save that skips the signed one and takes its dictionary over',
    'invalid',
    'byte-range-not-at-revision',
    () => {
      const prepared = preparedLetter();
      const pdf = signed(prepared);
      return save(
        pdf,
        { 10: leaderField('/V 50 0 R'), 5: OTHER_TEXT },
        { prev: lastCrossReference(prepared), offsets: { 50: pdf.indexOf('50 0 obj') } },
      );
    },
  ],
  [
    'two letters of one signature, one behind the other',
    'invalid',
    'signature-stray',
    () => {
      const pdf = signed();
      return Buffer.concat([pdf, pdf]);
    },
  ],
]);
