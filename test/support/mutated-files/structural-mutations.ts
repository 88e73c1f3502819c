import type { Dice } from '../dice.js';
import { FIELDS, FORM_REST, newField, signedAgain } from '../signed-files/signing-authority.js';
import { type Objects, save, type SaveWish } from '../test-authority/pdf-writer.js';

/** A change of a file that knows what a PDF is made of, with another file to take parts from. */
export type StructuralMutation = (pdf: Buffer, other: Buffer, dice: Dice) => Buffer;

const OBJECT = /(\d+) (\d+) obj\b([\s\S]*?)endobj/gu;
const textOf = (pdf: Buffer): string => pdf.toString('latin1');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');

interface Found {
  readonly number: number;
  readonly body: string;
  readonly start: number;
  readonly end: number;
}

function objectsIn(pdf: Buffer): Found[] {
  return [...textOf(pdf).matchAll(OBJECT)].map(({ 0: whole, 1: number, 3: body = '', index }) => {
    return {
      number: Number(number),
      body: body.trim(),
      start: index + whole.indexOf('obj') + 3,
      end: index + whole.length - 6,
    };
  });
}

/** One match of a pattern replaced by what is made of it. */
function replaceOne(pdf: Buffer, dice: Dice, pattern: RegExp, change: (found: string) => string): Buffer {
  const text = textOf(pdf);
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return pdf;
  const { 0: whole, index } = dice.oneOf(found);
  return bytesOf(text.slice(0, index) + change(whole) + text.slice(index + whole.length));
}

function exchange(pdf: Buffer, a: { start: number; end: number }, b: { start: number; end: number }): Buffer {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  if (first.end > second.start) return pdf;
  return Buffer.concat([
    pdf.subarray(0, first.start),
    pdf.subarray(second.start, second.end),
    pdf.subarray(first.end, second.start),
    pdf.subarray(first.start, first.end),
    pdf.subarray(second.end),
  ]);
}

/** The file in its saves, each with its end mark. */
function savesOf(pdf: Buffer): string[] {
  return textOf(pdf).match(/[\s\S]*?%%EOF[\r\n]*/gu) ?? [];
}

const EDITS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/\d+/u, (digits) => String(Number(digits) + 1)),
  (text) => text.replace(/\[[^\]]*\]/u, '[]'),
  (text) => text.replace(/\(([^)]*)\)/u, '(9$1)'),
  (text) => text.replace(/\/F \d+/u, '/F 6'),
  (text) => text.replace(/>>$/u, '/AP << /N 51 0 R >> >>'),
  (text) => text.replace(/>>$/u, '/V (9999) >>'),
  (text) =>
    text
      .replace(/ Tj/u, ' Tj (9) Tj')
      .replace(/\/Length (\d+)/u, (_, length: string) => `/Length ${Number(length) + 7}`),
  (text) => text.replace(/(\d+) 0 R/u, '6 0 R'),
  (text) => text.replace(/\/Contents \d+ 0 R/u, '/Contents 51 0 R'),
  (text) => text.replace(/Times-Roman/u, 'Symbol'),
  (text) => text.replace('/MediaBox [0 0 595 842]', '/MediaBox [0 0 595 400]'),
];

/** What pages and fields are drawn with comes up as often as all else together. */
function objectToEdit(own: readonly Found[], dice: Dice): Found {
  const drawn = own.filter(({ body }) => /Tj|\/Kids|\/Contents \d|\/BaseFont|\/Rect/u.test(body));
  return dice.oneOf(drawn.length > 0 && dice.chance(0.5) ? drawn : own);
}

/** Some objects of the file, edited, and perhaps some of another. */
function edited(pdf: Buffer, other: Buffer, dice: Dice): Objects {
  const own = objectsIn(pdf);
  const objects: Record<number, string> = {};
  for (let count = dice.between(1, 2); count > 0 && own.length > 0; count -= 1) {
    const { number, body } = objectToEdit(own, dice);
    const edits = EDITS.map((edit) => edit(body)).filter((text) => text !== body);
    objects[dice.chance(0.15) ? dice.oneOf(own).number : number] = dice.oneOf([body, ...edits, ...edits]);
  }
  const foreign = objectsIn(other);
  if (dice.chance(0.2) && foreign.length > 0) {
    const { number, body } = dice.oneOf(foreign);
    objects[number] = body;
  }
  return objects;
}

function wayOfSaving(pdf: Buffer, dice: Dice): SaveWish {
  const own = objectsIn(pdf);
  return dice.oneOf<() => SaveWish>([
    () => ({}),
    () => ({}),
    () => ({}),
    () => ({ asStream: true }),
    () => ({ freed: [dice.oneOf(own).number] }),
    () => ({ offsets: { [dice.oneOf(own).number]: dice.below(pdf.length) } }),
    () => {
      const { number } = dice.oneOf(own);
      return { offsets: { [number]: Math.max(0, textOf(pdf).lastIndexOf(`${number} 0 obj`)) } };
    },
    () => ({ hidden: `5 0 obj\n<< >>\nendobj\n` }),
    () => ({ trailer: dice.oneOf(['/ID [<00> <00>]', '/XRefStm 20', '/Encrypt null', '/Type /XRef']) }),
  ])();
}

const evidence = (objects: Objects): Objects => ({
  ...objects,
  1: (objects[1] ?? CATALOG_TEXT).replace(/>>$/u, '/DSS << /Certs [] >> >>'),
});
const CATALOG_TEXT = '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>';

/** A save behind the signed part is what most attacks are made of. */
export const INCREMENTS: Readonly<Record<string, StructuralMutation>> = {
  increment: (pdf, other, dice) => save(pdf, edited(pdf, other, dice), wayOfSaving(pdf, dice)),
  incrementWithEvidence: (pdf, other, dice) => save(pdf, evidence(edited(pdf, other, dice)), wayOfSaving(pdf, dice)),
  incrementThatSkips: (pdf, other, dice) =>
    save(pdf, edited(pdf, other, dice), {
      prev: Number(dice.oneOf([...textOf(pdf).matchAll(/startxref\s+(\d+)/gu)])[1]),
    }),
  signedIncrement: (pdf, other, dice) =>
    signedAgain(pdf, {
      ...edited(pdf, other, dice),
      4: `<< ${FIELDS} 171 0 R] ${FORM_REST} >>`,
      171: newField('Sau', '0 0 0 0', '/V 70 0 R'),
    }),
};

export const REARRANGEMENTS: Readonly<Record<string, StructuralMutation>> = {
  swapObjects: (pdf, _other, dice) => {
    const found = objectsIn(pdf);
    return exchange(pdf, dice.oneOf(found), dice.oneOf(found));
  },
  duplicateKey: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/[A-Z][A-Za-z]+ (?:\d+(?: 0 R)?|\/[A-Za-z]+)/gu, (key) => `${key} ${key}`),
  dropKey: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/[A-Z][A-Za-z]+ (?:\d+(?: 0 R)?|\/[A-Za-z]+)/gu, (key) => ' '.repeat(key.length)),
  moveEntry: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\d{10} \d{5} n/gu, (row) => {
      const place = dice.chance(0.5)
        ? dice.oneOf(objectsIn(pdf)).start
        : Number(row.slice(0, 10)) + dice.between(-3, 3);
      return `${String(Math.max(0, place)).padStart(10, '0')}${row.slice(10)}`;
    }),
  freeEntry: (pdf, _other, dice) => replaceOne(pdf, dice, /\d{10} \d{5} n/gu, (row) => row.replace('n', 'f')),
  trailerNumber: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/(?:Prev|Size) \d+|startxref\s+\d+/gu, (entry) =>
      entry.replace(/\d+/u, (digits) => String(dice.below(pdf.length)).padStart(digits.length, '0')),
    ),
  root: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/Root \d+ 0 R/gu, () => `/Root ${dice.oneOf(objectsIn(pdf)).number} 0 R`),
  type: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/(?:Type|Subtype|FT|SubFilter) \/[A-Za-z.]+/gu, (entry) =>
      entry.replace(
        / .*/u,
        ` /${dice.oneOf(['Sig', 'Page', 'Tx', 'Widget', 'DocTimeStamp', 'ETSI.RFC3161', 'Catalog', 'XRef'])}`,
      ),
    ),
  byteRange: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /\/ByteRange \[[^\]]*\]/gu, (range) => {
      const numbers = range.match(/\d+/gu)!.map(Number);
      const at = dice.below(numbers.length);
      numbers[at] = Math.max(0, numbers[at]! + dice.oneOf([-1, 1, 2, -20, 20, pdf.length]));
      return `/ByteRange [${numbers.join(' ')}]`.padEnd(range.length);
    }),
  contents: (pdf, other, dice) => {
    const foreign = [...textOf(dice.chance(0.5) ? other : pdf).matchAll(/\/Contents <([0-9a-f]{1000,})>/gu)];
    return foreign.length === 0
      ? pdf
      : replaceOne(pdf, dice, /\/Contents <[0-9a-f]{1000,}>/gu, () => dice.oneOf(foreign)[0]);
  },
  lastSaveOfAnother: (pdf, other) => Buffer.concat([pdf, bytesOf(savesOf(other).at(-1) ?? '')]),
  spliceAtObjects: (pdf, other, dice) => {
    const [own, foreign] = [objectsIn(pdf), objectsIn(other)];
    return Buffer.concat([pdf.subarray(0, dice.oneOf(own).end + 6), other.subarray(dice.oneOf(foreign).end + 6)]);
  },
  spliceAtSaves: (pdf, other, dice) => {
    const [own, foreign] = [savesOf(pdf), savesOf(other)];
    return bytesOf(
      [...own.slice(0, dice.below(own.length + 1)), ...foreign.slice(dice.below(foreign.length))].join(''),
    );
  },
  dropSave: (pdf, _other, dice) => {
    const saves = savesOf(pdf);
    saves.splice(dice.below(saves.length), 1);
    return bytesOf(saves.join(''));
  },
  permuteSaves: (pdf, _other, dice) => {
    const saves = savesOf(pdf);
    saves.splice(dice.below(saves.length), 0, dice.oneOf(saves));
    return bytesOf(saves.join(''));
  },
  replaceStream: (pdf, _other, dice) =>
    replaceOne(pdf, dice, /stream\r?\n[\s\S]*?endstream/gu, (stream) =>
      stream.replace(/[0-9A-Za-z]/gu, (letter) => (dice.chance(0.1) ? 'x' : letter)),
    ),
};
