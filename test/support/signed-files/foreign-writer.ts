import { deflateSync } from 'node:zlib';

import type { Objects } from '../test-authority/pdf-writer.js';

/** Ways in which other programs write the same letter. */
export interface Handwriting {
  readonly header?: string;
  readonly eol?: '\n' | '\r\n' | '\r';
  /** Two bytes that close a row of the cross-reference. */
  readonly rowEnd?: ' \n' | ' \r' | '\r\n';
  /** Put between the objects. */
  readonly between?: string;
  /** Put between cross-reference and `startxref`. */
  readonly beforeEnd?: string;
  /** Changes the text of each object that is no stream. */
  readonly rewrite?: (text: string) => string;
  /** Objects that have been replaced and freed before. */
  readonly generations?: Readonly<Record<number, number>>;
  readonly afterEnd?: string;
  readonly trailer?: string;
}

const isStream = (text: string): boolean => text.includes('stream\n');

class Sheet {
  private readonly pieces: Buffer[] = [];
  length = 0;

  write(text: string): number {
    const at = this.length;
    const piece = Buffer.from(text, 'latin1');
    this.pieces.push(piece);
    this.length += piece.length;
    return at;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.pieces);
  }
}

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

/** A new file of one save, its cross-reference one table from 0 on. */
export function foreignPdf(objects: Objects, hand: Handwriting = {}): Buffer {
  const { eol = '\n', rowEnd = ' \n', between = '', rewrite = (text) => text, generations = {} } = hand;
  const sheet = new Sheet();
  sheet.write(hand.header ?? `%PDF-1.7${eol}%\xe2\xe3\xcf\xd3${eol}`);
  const places = new Map<number, number>();
  for (const [number, text] of Object.entries(objects)) {
    sheet.write(between);
    const at = sheet.write(`${number} ${generations[Number(number)] ?? 0} obj${eol}`);
    places.set(Number(number), at);
    sheet.write(`${isStream(text) ? text : rewrite(text)}${eol}endobj${eol}`);
  }
  const size = Math.max(...places.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const at = places.get(number);
    if (at === undefined) return `${digits(0, 10)} ${number === 0 ? '65535' : '00001'} f${rowEnd}`;
    return `${digits(at, 10)} ${digits(generations[number] ?? 0, 5)} n${rowEnd}`;
  });
  const at = sheet.write(`xref${eol}0 ${size}${eol}${rows.join('')}`);
  sheet.write(
    `trailer${eol}<< /Root 1 0 R /Info 12 0 R /Size ${size} ${hand.trailer ?? ''} >>${eol}${hand.beforeEnd ?? ''}`,
  );
  sheet.write(`startxref${eol}${at}${eol}%%EOF${eol}${hand.afterEnd ?? ''}`);
  return sheet.bytes;
}

/** Laid out for fast web view: the section of the first page in front, the main one behind. */
export function linearisedPdf(objects: Objects): Buffer {
  const text = (front: {
    main: number;
    places: ReadonlyMap<number, number>;
    length: number;
  }): [Sheet, typeof front] => {
    const sheet = new Sheet();
    const places = new Map<number, number>();
    const put = (number: number, body: string): void => {
      places.set(number, sheet.write(`${number} 0 obj\n${body}\nendobj\n`));
    };
    const row = (number: number): string => `${digits(front.places.get(number) ?? 0, 10)} 00000 n \n`;
    const numbers = Object.keys(objects).map(Number);
    const size = Math.max(...numbers) + 2;
    const [first, others] = [numbers.filter((one) => one <= 3), numbers.filter((one) => one > 3)];
    sheet.write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
    put(
      size - 1,
      `<< /Linearized 1 /L ${digits(front.length, 8)} /H [0 0] /O 3 /E 0 /N 1 /T ${digits(front.main, 8)} >>`,
    );
    const at = sheet.write(`xref\n1 3\n${first.map(row).join('')}${size - 1} 1\n${row(size - 1)}`);
    sheet.write(
      `trailer\n<< /Size ${size} /Root 1 0 R /Info 12 0 R /Prev ${digits(front.main, 8)} >>\nstartxref\n0\n%%EOF\n`,
    );
    for (const number of first) put(number, objects[number]!);
    for (const number of others) put(number, objects[number]!);
    const main = sheet.write(
      `xref\n0 1\n0000000000 65535 f \n${others.map((one) => `${one} 1\n${row(one)}`).join('')}`,
    );
    sheet.write(`trailer\n<< /Size 4 >>\nstartxref\n${at}\n%%EOF\n`);
    return [sheet, { main, places, length: sheet.length }];
  };
  const [, measured] = text({ main: 0, places: new Map(), length: 0 });
  return text(measured)[0].bytes;
}

/** A table for old readers, and a stream that adds what is packed away (`/XRefStm`). */
export function hybridPdf(objects: Objects, packed: readonly number[]): Buffer {
  const sheet = new Sheet();
  sheet.write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const places = new Map<number, number>();
  const numbers = Object.keys(objects).map(Number);
  const container = Math.max(...numbers) + 1;
  for (const number of numbers) {
    if (!packed.includes(number)) places.set(number, sheet.write(`${number} 0 obj\n${objects[number]!}\nendobj\n`));
  }
  let [header, body] = ['', ''];
  for (const number of packed) {
    header += `${number} ${body.length} `;
    body += `${objects[number]!} `;
  }
  const data = deflateSync(Buffer.from(header + body, 'latin1')).toString('latin1');
  const containerAt = sheet.write(
    `${container} 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${header.length} /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`,
  );
  const rows = Buffer.alloc(7 * (packed.length + 1));
  const cell = (row: number, [kind, second, third]: readonly [number, number, number]): void => {
    rows.writeUInt8(kind, row * 7);
    rows.writeUInt32BE(second, row * 7 + 1);
    rows.writeUInt16BE(third, row * 7 + 5);
  };
  packed.forEach((_, at) => {
    cell(at, [2, container, at]);
  });
  cell(packed.length, [1, containerAt, 0]);
  const index = [...packed, container].map((number) => `${number} 1`).join(' ');
  const hidden = sheet.write(
    `${container + 1} 0 obj\n<< /Type /XRef /W [1 4 2] /Index [${index}] /Size ${container + 2} /Root 1 0 R /Length ${rows.length} >>\nstream\n${rows.toString('latin1')}\nendstream\nendobj\n`,
  );
  const table = [...places].map(([number, at]) => `${number} 1\n${digits(at, 10)} 00000 n \n`).join('');
  const at = sheet.write(`xref\n0 1\n0000000000 65535 f \n${table}`);
  sheet.write(
    `trailer\n<< /Size ${container + 2} /Root 1 0 R /Info 12 0 R /XRefStm ${hidden} >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return sheet.bytes;
}
