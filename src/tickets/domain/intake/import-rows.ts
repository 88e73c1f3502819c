import { sha256Of } from '../../../kernel/sha256.js';
import { instantOf, isCivilDate } from '../../../kernel/civil-date.js';
import { atOnce, type Steps } from '../../../kernel/turns.js';
import { clean, fold } from '../../../kernel/vietnamese.js';
import { CATEGORIES, LEVEL_WORDS, LEVELS, type Category, type PolicySet } from '../../../law/index.js';
import { categoryOfWords } from './category-words.js';
import { headingOf, readHeadings, type ImportField } from './import-columns.js';
import { CHANNEL_WORDS, IMPORT_CHANNELS } from './intake-channel.js';
import { writtenMoment } from '../../../kernel/written-time.js';
import { intakeFlaws, tidyFeedback, type GivenFeedback } from './intake.js';

/** A cell of a table; a day with its time comes from spreadsheets alone, as the wall clock shows it. */
export type ImportCell = string | { readonly wallClock: Date } | { readonly number: string };

/** More rows are a mistake, or a job for several files. */
export const MAX_IMPORT_ROWS = 5000;

export interface ImportRow {
  /** The row as the spreadsheet numbers it; the headings are row 1. */
  readonly line: number;
  readonly externalId: string;
  /** Names the feedback, so that it is entered once however often it is brought. */
  readonly key: string;
  readonly feedback: GivenFeedback;
  /** What must be repaired in the file, each with its column. */
  readonly flaws: readonly string[];
  /** The row of the same file that says the same; null when it is the first. */
  readonly repeats: number | null;
}

export interface ImportSurroundings {
  readonly now: Date;
  readonly policy: Pick<PolicySet, 'categories'>;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

export type ImportReading =
  | { readonly ok: true; readonly rows: readonly ImportRow[] }
  | { readonly ok: false; readonly flaw: string };

/** Reads a table of feedback, headings first. What a cell does not say plainly is a flaw of its row. */
export function readImportRows(
  table: readonly (readonly ImportCell[])[],
  surroundings: ImportSurroundings,
): ImportReading {
  return atOnce(importRowSteps(table, surroundings));
}

/** As `readImportRows`, with a break after each row. */
export function* importRowSteps(
  [headings = [], ...body]: readonly (readonly ImportCell[])[],
  surroundings: ImportSurroundings,
): Steps<ImportReading> {
  const reading = readHeadings(headings.map(textOf));
  if (!reading.ok) return reading;
  const first = new Map<string, number>();
  const rows: ImportRow[] = [];
  for (const [index, cells] of body.entries()) {
    yield;
    if (cells.every((cell) => textOf(cell) === '')) continue;
    const line = index + 2;
    const row = rowOf(line, new RowReader(reading.fields, cells, surroundings));
    const repeats = first.get(row.key) ?? null;
    if (repeats === null) first.set(row.key, line);
    rows.push({ ...row, repeats });
  }
  return rows.length === 0
    ? { ok: false, flaw: 'Tệp không có dòng phản ánh nào dưới dòng tên cột.' }
    : { ok: true, rows };
}

const MAX_ID_LENGTH = 100;

function rowOf(line: number, reader: RowReader): Omit<ImportRow, 'repeats'> {
  const externalId = reader.text('externalId');
  const feedback = tidyFeedback({
    channel: reader.channel(),
    receivedAt: reader.receivedAt(),
    subject: reader.text('subject'),
    words: reader.text('words'),
    place: reader.text('place'),
    category: reader.category(),
    level: reader.oneOf('level', LEVELS, (level) => LEVEL_WORDS[level], 'normal'),
    kind: reader.oneOf('kind', ['feedback', 'petition'], (kind) => KIND_WORDS[kind], 'feedback'),
    complainedUnitId: reader.unit(),
    senderName: reader.text('senderName'),
    senderPhone: reader.phone(),
    senderEmail: reader.text('senderEmail'),
    senderAddress: reader.text('senderAddress'),
    keepSecret: reader.oneOf('keepSecret', ['yes', 'no'], (kept) => SECRET_WORDS[kept], 'yes') === 'yes',
  });
  if (externalId.length > MAX_ID_LENGTH) reader.flaw('externalId', `dài quá ${String(MAX_ID_LENGTH)} ký tự.`);
  if (externalId === '' && feedback.channel === 'hotline')
    reader.flaw('externalId', 'phiếu của Tổng đài 1022 phải có mã.');
  reader.add(intakeFlaws(feedback, reader.now).map(({ field, message }) => [asColumn(field), message]));
  return { line, externalId, key: keyOf(externalId, feedback), feedback, flaws: reader.flaws };
}

/** The external number with its channel; without a number, what was said, by whom and when. */
function keyOf(externalId: string, { channel, receivedAt, senderPhone, words, subject }: GivenFeedback): string {
  if (externalId !== '') return `${channel}:${externalId}`.slice(0, 120);
  const moment = Number.isNaN(receivedAt.getTime()) ? '' : receivedAt.toISOString();
  const said = [moment, senderPhone, fold(subject), fold(words)].join('\n');
  return `${channel}:#${sha256Of(said).slice(0, 40)}`;
}

const KIND_WORDS = { feedback: 'Phản ánh', petition: 'Kiến nghị' } as const;
const SECRET_WORDS = { yes: 'Có', no: 'Không' } as const;

/** Reads the cells of one row and notes what is wrong with them. */
class RowReader {
  private readonly found: [ImportField, string][] = [];

  constructor(
    private readonly fields: readonly (ImportField | null)[],
    private readonly cells: readonly ImportCell[],
    private readonly surroundings: ImportSurroundings,
  ) {}

  get now(): Date {
    return this.surroundings.now;
  }

  /** One sentence a column: the first thing to repair there. */
  get flaws(): readonly string[] {
    const columns = [...new Map([...this.found].reverse())].reverse();
    return columns.map(([field, message]) => `${headingOf(field)}: ${message}`);
  }

  flaw(field: ImportField, message: string): void {
    this.found.push([field, message]);
  }

  add(flaws: readonly (readonly [ImportField, string])[]): void {
    for (const [field, message] of flaws) this.flaw(field, message);
  }

  text(field: ImportField): string {
    return textOf(this.cell(field));
  }

  channel(): GivenFeedback['channel'] {
    return this.oneOf('channel', IMPORT_CHANNELS, (channel) => CHANNEL_WORDS[channel], null) ?? 'letter';
  }

  receivedAt(): Date {
    const cell = this.cell('receivedAt');
    const moment =
      typeof cell === 'object' && 'wallClock' in cell ? wallMoment(cell.wallClock) : writtenMoment(textOf(cell));
    if (moment !== null) return moment;
    const shown = this.text('receivedAt');
    this.flaw(
      'receivedAt',
      shown === '' ? 'ghi ngày nhận, như 18/03/2026.' : `“${shown}” không phải ngày có thật; ghi như 18/03/2026 08:30.`,
    );
    return new Date(Number.NaN);
  }

  /** A spreadsheet that keeps telephones as numbers has dropped the zero before them. */
  phone(): string {
    const cell = this.cell('senderPhone');
    const isNumber = typeof cell === 'object' && 'number' in cell;
    return isNumber && /^[1-9]\d{8,9}$/u.test(cell.number) ? `0${cell.number}` : textOf(cell);
  }

  /** Our own name of a category, or words from which it can be told. */
  category(): Category {
    const given = this.text('category');
    const { categories } = this.surroundings.policy;
    return CATEGORIES.find((category) => fold(categories[category].name) === fold(given)) ?? categoryOfWords(given);
  }

  unit(): string | null {
    const given = this.text('complainedUnit');
    if (given === '') return null;
    const unit = this.surroundings.units.find(({ name }) => fold(name) === fold(given));
    if (unit === undefined) this.flaw('complainedUnit', `không có đơn vị “${given}”; ghi đúng tên hoặc để trống.`);
    return unit?.id ?? null;
  }

  oneOf<Value extends string, Usual extends Value | null>(
    field: ImportField,
    values: readonly Value[],
    words: (value: Value) => string,
    usual: Usual,
  ): Value | Usual {
    const given = this.text(field);
    const found = values.find((value) => fold(words(value)) === fold(given));
    if (found !== undefined) return found;
    if (given !== '' || usual === null) this.flaw(field, `ghi một trong: ${values.map(words).join(', ')}.`);
    return usual;
  }

  private cell(field: ImportField): ImportCell {
    return this.cells[this.fields.indexOf(field)] ?? '';
  }
}

function asColumn(field: keyof GivenFeedback): ImportField {
  return field === 'complainedUnitId' ? 'complainedUnit' : field;
}

function textOf(cell: ImportCell): string {
  if (typeof cell === 'string') return clean(cell).trim();
  return 'number' in cell ? cell.number : shownWallClock(cell.wallClock);
}

/** A spreadsheet's moment has no zone: its clock is that on the wall in Việt Nam. */
function wallMoment(wallClock: Date): Date | null {
  if (Number.isNaN(wallClock.getTime())) return null;
  const [day = ''] = wallClock.toISOString().split('T');
  return isCivilDate(day) ? instantOf(day, wallClock.getUTCHours() * 60 + wallClock.getUTCMinutes()) : null;
}

function shownWallClock(wallClock: Date): string {
  if (Number.isNaN(wallClock.getTime())) return '';
  const [day = '', time = ''] = wallClock.toISOString().split('T');
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 5)}`;
}
