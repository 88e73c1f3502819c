import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createInflateRaw, inflateRaw } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import { readZipDirectory, type ZipEntry } from '../../domain/zip/zip-directory.js';
import { ZipRefused } from '../../domain/zip/zip-refused.js';
import { formulaWords, tooManyRows, type SheetCell, type SheetReading } from './sheet-table.js';
import { type XmlTag, xmlTags } from './xml-tags.js';

const MEGABYTE = 1_000_000;
/** Enough for a full sheet of feedback. Text packs tightly, so a high ratio alone is no sign of a zip bomb. */
const LIMITS = { maxEntries: 200, maxUnpacked: 64 * MEGABYTE, maxRatio: 200, ratioFrom: 16 * MEGABYTE };

const BROKEN = 'Tệp Excel không đọc được. Mở trong Excel, lưu lại dạng .xlsx rồi chọn lại.';
const TOO_LARGE = 'Tệp Excel khi mở ra lớn quá mức cho phép. Chia thành nhiều tệp rồi nhập từng tệp.';
const NUMBER = '\u0000';

/**
 * Reads the first sheet of a workbook, all at once: `readXlsxTable` does so in a thread. Rows are counted while unpacking, which stops at the first that is
 * too many; nothing is unpacked past the size that the archive announces, and cells that compute are refused by name.
 *
 * @param mostRows rows below that of the headings; more refuse the whole
 */
export async function readWorkbook(content: Buffer, mostRows: number): Promise<SheetReading> {
  try {
    const entries = readZipDirectory(content, LIMITS);
    const sheet = await firstSheet(content, entries);
    if (await hasTooManyRows(content, sheet, mostRows)) return { ok: false, flaw: tooManyRows(mostRows) };
    for (const entry of entries.filter((one) => one !== sheet)) await unpack(content, entry);
    const flaw = flawOfCells((await unpack(content, sheet)).toString('utf8'), mostRows);
    if (flaw !== null) return { ok: false, flaw };
    const rows: readonly (readonly unknown[])[] = await readSheet(content, 1, {
      parseNumber: (digits: string) => NUMBER + digits,
    });
    if (rows.filter((row) => row.some((cell) => cell !== null)).length > mostRows + 1) {
      return { ok: false, flaw: tooManyRows(mostRows) };
    }
    return { ok: true, table: rows.map((row) => row.map(cellOf)) };
  } catch (error) {
    const bomb = error instanceof ZipRefused && (error.problem === 'zip-too-large' || error.problem === 'zip-ratio');
    return { ok: false, flaw: bomb ? TOO_LARGE : BROKEN };
  }
}

async function firstSheet(content: Buffer, entries: readonly ZipEntry[]): Promise<ZipEntry> {
  const read = async (name: string): Promise<string> => {
    const entry = entries.find((one) => one.name === name);
    if (entry === undefined) throw new ZipRefused('zip-not-an-archive', name);
    return (await unpack(content, entry)).toString('utf8');
  };
  const sheets = elementsOf(await read('xl/workbook.xml'), 'sheet').filter((tag) => tag.values('name').length > 0);
  const relation = only(sheets[0]?.values('id') ?? []);
  const relations = elementsOf(await read('xl/_rels/workbook.xml.rels'), 'Relationship');
  const target = only(
    relations.filter((tag) => only(tag.values('Id')) === relation).flatMap((tag) => tag.values('Target')),
  );
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const sheet = entries.find(({ name }) => name === path);
  if (sheet === undefined) throw new ZipRefused('zip-not-an-archive', path);
  return sheet;
}

function elementsOf(xml: string, name: string): readonly XmlTag[] {
  return [...xmlTags(xml)].filter((tag) => tag.name === name && tag.kind !== 'end');
}

/** Requires exactly one value without entities: of others, another reader might take another value. */
function only(values: readonly string[]): string {
  const [value = '', ...more] = values;
  if (value === '' || more.length > 0 || value.includes('&')) throw new ZipRefused('zip-not-an-archive');
  return value;
}

/** Counts rows with something in them, unpacking no further than needed. Empty rows that only have a format do not count. */
async function hasTooManyRows(
  content: Buffer,
  { method, start, packedSize, size }: ZipEntry,
  mostRows: number,
): Promise<boolean> {
  const packed = Readable.from([content.subarray(start, start + packedSize)]);
  const unpacked: AsyncIterable<Buffer> = method === 0 ? packed : packed.pipe(createInflateRaw());
  let rest = '';
  let rows = 0;
  let passed = 0;
  for await (const chunk of unpacked) {
    passed += chunk.length;
    if (passed > size) throw new ZipRefused('zip-too-large');
    const parts = (rest + chunk.toString('latin1')).split(/<\/(?:\w+:)?row>/u);
    rest = parts.pop() ?? '';
    rows += parts.filter((part) => /<(?:\w+:)?[vt][\s>]/u.test(part)).length;
    if (rows > mostRows + 1) return true;
  }
  return false;
}

const inflate = promisify(inflateRaw);

/** @throws ZipRefused when it holds more than the archive announces */
async function unpack(content: Buffer, { name, method, start, packedSize, size }: ZipEntry): Promise<Buffer> {
  const packed = content.subarray(start, start + packedSize);
  const unpacked = method === 0 ? packed : await inflate(packed, { maxOutputLength: Math.max(1, size) });
  if (unpacked.length !== size) throw new ZipRefused('zip-too-large', name);
  return unpacked;
}

/** How far out a cell may lie, as a multiple of the allowed rows, because a reader fills in all empty cells before it. */
const SPREAD_OF_ROWS = 4;
const LAST_COLUMN = 'CZ';
const CELL = /^([A-Z]{1,3})(\d{1,7})$/u;

/**
 * What is wrong with the cells, or null: a cell with a formula, or a cell or row too far out, regardless of quotes and prefixes in the XML.
 *
 * @throws SyntaxError for a malformed cell reference
 */
function flawOfCells(sheet: string, mostRows: number): string | null {
  let cell = '';
  for (const tag of xmlTags(sheet)) {
    if (tag.name === 'f' && cell !== '') return formulaWords(cell);
    if (tag.name !== 'c' && tag.name !== 'row') continue;
    const places = tag.values('r').map((place) => (tag.name === 'row' ? `A${place}` : place));
    const far = places.find((place) => isFar(place, mostRows));
    if (far !== undefined) return farWords(far);
    cell = tag.name === 'c' && tag.kind === 'begin' ? (places[0] ?? '') : '';
  }
  return null;
}

function isFar(place: string, mostRows: number): boolean {
  const [, column, row] = CELL.exec(place) ?? [];
  if (column === undefined) throw new SyntaxError(`No place of a cell: ${place}`);
  return Number(row) > SPREAD_OF_ROWS * mostRows || column.padStart(3) > LAST_COLUMN.padStart(3);
}

function farWords(cell: string): string {
  return `Ô ${cell} nằm quá xa bảng. Xóa các dòng, cột thừa rồi lưu lại.`;
}

function cellOf(value: unknown): SheetCell {
  if (value instanceof Date) return { wallClock: value };
  if (typeof value !== 'string') return typeof value === 'boolean' ? (value ? 'Có' : 'Không') : '';
  return value.startsWith(NUMBER) ? { number: plainNumber(value.slice(1)) } : value;
}

/** `9.12345678E8` is how a spreadsheet may keep 912345678. */
function plainNumber(digits: string): string {
  return /e/iu.test(digits) ? String(Number(digits)) : digits;
}
