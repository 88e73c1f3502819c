import { preparedLetter } from '../test-authority/letter.js';
import { save, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { badFiles, type BadRow, type GoodRow, goodFiles } from './signed-file-case.js';
import { CATALOG, OTHER_TEXT, signed } from './signing-authority.js';

/** A letter in whose signed part another content of the page lies in a stream: who searches the file for objects finds it. */
const shadowed = (): Buffer =>
  signed(preparedLetter({ 30: streamText(`\n5 0 obj\n${OTHER_TEXT}\nendobj\n`, '/Type /EmbeddedFile') }));

const STORE = { 1: `${CATALOG} /DSS 80 0 R >>`, 80: '<< /Type /DSS /Certs [] >>' };

/** A save that brings evidence, its text changed behind the signed part; nothing in front of the cross-reference may change its length. */
function loosely(wish: SaveWish, what: RegExp, instead: string): Buffer {
  const pdf = shadowed();
  const saved = save(pdf, STORE, wish).toString('latin1', pdf.length);
  const changed = saved.replace(what, instead);
  if (changed === saved) throw new Error('Nothing to change.');
  return Buffer.concat([pdf, Buffer.from(changed, 'latin1')]);
}

const STREAM: SaveWish = { asStream: true };
const PACKED: SaveWish = { asStream: true, packed: [1, 80] };

const bad: readonly (readonly [how: string, wish: SaveWish, what: RegExp, instead: string])[] = [
  ['a place before it with a point', {}, /\/Prev (\d+)/u, '/Prev $1.'],
  ['a size with a point', {}, /\/Size (\d+)/u, '/Size $1.0'],
  ['a comment behind the word for the table', {}, /^xref\n/mu, 'xref\n%\n'],
  ['a comment between the numbers of a part', {}, /^1 1\n/mu, '1%\n1\n'],
  ['a zero byte behind the word for the table', {}, /^xref\n/mu, 'xref\n\0'],
  ['a zero byte between two parts', {}, /^80 1\n/mu, '\x0080 1\n'],
  ['many ends of line before the rows', {}, /^xref\n/mu, `xref${'\n'.repeat(1100)}`],
  ['a comment before the last place', {}, /startxref\n/u, 'startxref%\n'],
  ['a zero byte before the last place', {}, /startxref\n/u, 'startxref\n\0'],
  ['many ends of line before the last place', {}, /startxref\n/u, `startxref${'\n'.repeat(1100)}`],
  ['a stream whose rows have widths with a point', STREAM, /\/W \[1 /u, '/W [1. '],
  ['a stream whose parts have numbers with a point', STREAM, /\/Index \[0 /u, '/Index [0. '],
  ['a stream with the place before it with a point', STREAM, /\/Prev (\d+)/u, '/Prev $1.'],
  ['a stream with a size with a point', STREAM, /\/Size (\d+)/u, '/Size $1.'],
  ['a store of packed objects whose count has a point', PACKED, /\/N 2 \/First/u, '/N 2./First'],
  ['a store of packed objects whose beginning has a point', PACKED, /\/First (\d+) /u, '/First $1.'],
];

/** Saves that some readers give up, and then search what was signed for objects. */
export const LOOSE_SECTIONS = badFiles(
  'isa',
  bad.map(([how, wish, what, instead]): BadRow => [
    `a save with ${how}, over an object hidden before`,
    'changedAfterSigning',
    'increment-malformed',
    () => loosely(wish, what, instead),
  ]),
);

const good: readonly (readonly [how: string, wish: SaveWish, what: RegExp, instead: string])[] = [
  ['ends its lines with CR and LF', {}, /xref\n1 1\n/u, 'xref\r\n1 1\r\n'],
  ['puts blanks behind the numbers of a part', {}, /^1 1\n/mu, '1 1 \n'],
  ['begins with a part of nothing', {}, /^xref\n/mu, 'xref\n0 0\n'],
  ['leaves a line free before its trailer', {}, /trailer\n/u, '\ntrailer\n'],
  ['writes its trailer in one line', {}, /trailer\n/u, 'trailer '],
  ['notes its program before the last place', {}, /startxref\n/u, '%iText-Core-8.0.2\nstartxref\n'],
  ['fills the last place up with zeros', {}, /startxref\n/u, 'startxref\n000000'],
  ['calls its filter by its short name', PACKED, /\/Filter \/FlateDecode \/Length/u, '/Filter /Fl          /Length'],
];

/** The same letter with saves as tools write them, which every reader follows. */
export const PLAIN_SECTIONS = goodFiles(
  good.map(([how, wish, what, instead]): GoodRow => [
    `a save that ${how}, over an object hidden before`,
    () => loosely(wish, what, instead),
  ]),
);
