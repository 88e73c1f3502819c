import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { civilDate, civilDateOf, DAY_MS, instantOf, nextDay, type CivilDate } from '../../kernel/civil-date.js';
import { SystemClock } from '../../platform/system-clock.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { putTogether, type KeptDatabase } from './kept-database.js';
import { LAYING_OUT } from './stage.js';

/** A year of the department, lived by `npm run demo-year` through the acts of the product, as one compressed file. */
export const LIVED_YEAR = join(import.meta.dirname, 'lived-year.zst');

/** The file is held whole in memory; one that claims more was not packed by us. */
const MAX_BYTES = 512 * 2 ** 20;
const LENGTH_BYTES = 4;
/** What the year is made of: the simulated e-office, and the data of the app. */
const PARTS = ['e-office', 'du-lieu'];

export interface YearList {
  readonly lastDay: string;
  readonly databases: readonly KeptDatabase[];
  /** A path that ends with a slash is a folder in which the file is named by its own hash. */
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/**
 * What a demonstration that opens for the first time begins with; nothing where the year did not come with this software, as in the image for production.
 *
 * @returns by how many days its clock goes before or after the machine's
 * @throws UnusableArguments where data lie in the folder that no start of a demonstration has left there
 */
export async function openYear(directory: string): Promise<number> {
  if (!existsSync(LIVED_YEAR)) return 0;
  return daysToMorningAfter(await layOutYear(directory), civilDateOf(new SystemClock().now()));
}

/**
 * Lays the lived year into a folder in place of what an interrupted start has left there: first beside, then under its names.
 *
 * @returns the last day of the year
 */
async function layOutYear(directory: string): Promise<CivilDate> {
  const beside = join(directory, LAYING_OUT);
  if (!existsSync(beside) && PARTS.some((name) => existsSync(join(directory, name))))
    throw new UnusableArguments(
      `Thư mục ${directory} đã có dữ liệu mà không phải của bản trình diễn nào; chọn thư mục khác bằng --out.`,
    );
  const bytes = await promisify(zstdDecompress)(await readFile(LIVED_YEAR), { maxOutputLength: MAX_BYTES });
  const length = bytes.readUInt32BE(0);
  let from = LENGTH_BYTES;
  const next = (size: number): Buffer => bytes.subarray(from, (from += size));
  const { lastDay, databases, files } = JSON.parse(next(length).toString('utf8')) as YearList;
  await rm(beside, { recursive: true, force: true });
  for (const database of databases) putTogether(placeFor(beside, database.path), database, next);
  for (const { path, size } of files) {
    const content = next(size);
    writeFileSync(placeFor(beside, path.endsWith('/') ? path + nameByHash(content) : path), content, { mode: 0o600 });
  }
  for (const name of PARTS) {
    await rm(join(directory, name), { recursive: true, force: true });
    await rename(join(beside, name), join(directory, name));
  }
  return civilDate(lastDay);
}

/** @returns the path of a file whose folder is there */
function placeFor(folder: string, path: string): string {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  return place;
}

/** As the store of files names what it keeps. */
function nameByHash(content: Buffer): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** By how many days the clock of a demonstration goes before or after the machine's, so that it opens on the day after the year that was lived. */
export function daysToMorningAfter(lastDay: CivilDate, today: CivilDate): number {
  return Math.round((instantOf(nextDay(lastDay), 0).getTime() - instantOf(today, 0).getTime()) / DAY_MS);
}
