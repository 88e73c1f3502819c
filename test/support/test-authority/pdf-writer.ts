import { deflateSync } from 'node:zlib';

/** Objects by number, each as it stands between `obj` and `endobj`. */
export type Objects = Readonly<Record<number, string>>;

export interface SaveWish {
  /** Further entries of the trailer. */
  readonly trailer?: string;
  /** The size that the trailer claims instead of the true one. */
  readonly size?: number;
  readonly freed?: readonly number[];
  /** Cross-reference as a stream, and objects (those in `packed`) inside an object stream. */
  readonly asStream?: boolean;
  readonly packed?: readonly number[];
  /** A table for the other objects, and a stream for the packed ones that the trailer names (`/XRefStm`). */
  readonly asHybrid?: boolean;
  /** Number of the catalog, where it is not 1. */
  readonly root?: number;
  /** Leaves the `endobj` of that cross-reference stream out, as pypdf does. */
  readonly withoutEndobj?: boolean;
  /** Places in the object stream that the cross-reference claims instead of the true ones. */
  readonly places?: Readonly<Record<number, number>>;
  /** Generations of objects, where they are not 0. */
  readonly generations?: Readonly<Record<number, number>>;
  /** Bytes put before the objects, in no cross-reference. */
  readonly hidden?: string;
  /** Offsets that the cross-reference claims instead of the true ones. */
  readonly offsets?: Readonly<Record<number, number>>;
  readonly prev?: number | null;
  /** Put in front of `startxref`. */
  readonly beforeStart?: string;
  /** What `startxref` says instead of the true place. */
  readonly saidStart?: (at: number) => number;
  /** The end mark and its end of line. */
  readonly end?: string;
  readonly afterEnd?: string;
}

const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** A stream object's text. */
export function streamText(content: string, entries = ''): string {
  return `<< ${entries} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;
}

export function flateText(content: Buffer, entries = ''): string {
  return streamText(deflateSync(content).toString('latin1'), `${entries} /Filter /FlateDecode`);
}

/** A new PDF of one save. */
export function newPdf(objects: Objects, wish: SaveWish = {}): Buffer {
  return save(HEADER, objects, { prev: null, ...wish });
}

/** Offset of the newest cross-reference. */
export function lastCrossReference(pdf: Buffer): number {
  const tail = pdf.toString('latin1', pdf.lastIndexOf('startxref'));
  return Number(/startxref\s+(\d+)/u.exec(tail)?.[1]);
}

/** One more than the highest number used so far, or a round one for a new file. */
function sizeOf(pdf: Buffer): number {
  const sizes = [...pdf.toString('latin1').matchAll(/\/Size (\d+)/gu)].map(([, size]) => Number(size));
  return Math.max(200, ...sizes);
}

/** One more save behind the others. */
export function save(pdf: Buffer, objects: Objects, wish: SaveWish = {}): Buffer {
  const prev = wish.prev === undefined ? lastCrossReference(pdf) : wish.prev;
  const pieces: Buffer[] = [pdf];
  let length = pdf.length;
  const write = (text: string): number => {
    const at = length;
    const piece = Buffer.from(text, 'latin1');
    pieces.push(piece);
    length += piece.length;
    return at;
  };
  if (wish.hidden) write(wish.hidden);
  const offsets = new Map<number, number>();
  const packed = wish.packed ?? [];
  const generationOf = (number: number): number => wish.generations?.[number] ?? 0;
  for (const [number, text] of Object.entries(objects)) {
    if (!packed.includes(Number(number)))
      offsets.set(Number(number), write(`${number} ${generationOf(Number(number))} obj\n${text}\nendobj\n`));
  }
  for (const [number, offset] of Object.entries(wish.offsets ?? {})) offsets.set(Number(number), offset);
  const size = Math.max(sizeOf(pdf), ...offsets.keys()) + 10;
  const trailer = `/Size ${wish.size ?? size} /Root ${wish.root ?? 1} 0 R /Info 12 0 R ${prev === null ? '' : `/Prev ${prev}`} ${wish.trailer ?? ''}`;
  const container = size - 2;
  if (packed.length > 0)
    offsets.set(container, write(`${container} 0 obj\n${objectStream(packed, objects)}\nendobj\n`));
  let hidden = '';
  if (wish.asHybrid) {
    const own = [size - 1, length] as const;
    const inStream = new Map([[container, offsets.get(container) ?? 0]]);
    offsets.delete(container);
    const rows = streamRows({ offsets: inStream, packed, places: {}, container, own });
    hidden = `/XRefStm ${length}`;
    const entries = `/Type /XRef /W [1 4 2] /Index [${rows.index}] /Size ${size} /Root ${wish.root ?? 1} 0 R`;
    write(`${size - 1} 0 obj\n${flateText(rows.bytes, entries)}\nendobj\n`);
  }
  const at = length;
  if (wish.asStream) {
    const rows = streamRows({ offsets, packed, places: wish.places ?? {}, container, own: [size - 1, at] });
    write(
      `${size - 1} 0 obj\n${flateText(rows.bytes, `/Type /XRef /W [1 4 2] /Index [${rows.index}] ${trailer}`)}\n${wish.withoutEndobj ? '' : 'endobj\n'}`,
    );
  } else write(`xref\n${table(offsets, wish, prev === null)}trailer\n<< ${trailer} ${hidden} >>\n`);
  write(
    `${wish.beforeStart ?? ''}startxref\n${wish.saidStart?.(at) ?? at}\n${wish.end ?? '%%EOF\n'}${wish.afterEnd ?? ''}`,
  );
  return Buffer.concat(pieces);
}

function objectStream(packed: readonly number[], objects: Objects): string {
  let header = '';
  let body = '';
  for (const number of packed) {
    header += `${number} ${body.length} `;
    body += `${objects[number]!} `;
  }
  return flateText(Buffer.from(header + body, 'latin1'), `/Type /ObjStm /N ${packed.length} /First ${header.length}`);
}

interface RowPlan {
  readonly offsets: ReadonlyMap<number, number>;
  readonly packed: readonly number[];
  readonly places: Readonly<Record<number, number>>;
  readonly container: number;
  readonly own: readonly [number, number];
}

function streamRows({ offsets, packed, places, container, own }: RowPlan): { bytes: Buffer; index: string } {
  const rows = new Map<number, [number, number, number]>([[0, [0, 0, 65535]]]);
  for (const [number, offset] of [...offsets, own] as const) rows.set(number, [1, offset, 0]);
  packed.forEach((number, at) => rows.set(number, [2, container, places[number] ?? at]));
  const sorted = [...rows].sort(([a], [b]) => a - b);
  const bytes = Buffer.concat(
    sorted.map(([, [kind, second, third]]) => {
      const row = Buffer.alloc(7);
      row.writeUInt8(kind, 0);
      row.writeUInt32BE(second, 1);
      row.writeUInt16BE(third, 5);
      return row;
    }),
  );
  return { bytes, index: sorted.map(([number]) => `${number} 1`).join(' ') };
}

function table(
  offsets: ReadonlyMap<number, number>,
  { freed = [], generations = {} }: SaveWish,
  isFirst: boolean,
): string {
  const row = (place: number, generation: number, kind: string): string =>
    `${String(place).padStart(10, '0')} ${String(generation).padStart(5, '0')} ${kind} \n`;
  const rows = new Map<number, string>(
    [...offsets].map(([number, offset]) => [number, row(offset, generations[number] ?? 0, 'n')]),
  );
  for (const number of freed) rows.set(number, row(0, 1, 'f'));
  if (isFirst) rows.set(0, row(0, 65535, 'f'));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, text]) => `${number} 1\n${text}`)
    .join('');
}
