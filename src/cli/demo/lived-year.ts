import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import Database from 'better-sqlite3';
import { civilDate, civilDateOf, DAY_MS, instantOf, nextDay, type CivilDate } from '../../kernel/civil-date.js';
import { SystemClock } from '../../platform/system-clock.js';
import { UnusableArguments } from '../unusable-arguments.js';
import { LAYING_OUT } from './stage.js';

/** A year of the department, lived by `npm run demo-year` through the acts of the product, as one compressed file. */
export const LIVED_YEAR = join(import.meta.dirname, 'lived-year.zst');

/** The file is held whole in memory; one that claims more was not packed by us. */
const MAX_BYTES = 512 * 2 ** 20;
const LENGTH_BYTES = 4;
/** What the year is made of: the simulated e-office, and the data of the app. */
const PARTS = ['e-office', 'du-lieu'];

interface YearList {
  readonly lastDay: string;
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    /** What makes the indexes of a database, which lies there without them. */
    readonly indexes?: readonly string[];
  }[];
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
  const { lastDay, files } = JSON.parse(
    bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length).toString('utf8'),
  ) as YearList;
  await rm(beside, { recursive: true, force: true });
  let from = LENGTH_BYTES + length;
  for (const { path, size, indexes } of files) {
    const target = join(beside, path);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, bytes.subarray(from, from + size), { mode: 0o600 });
    from += size;
    if (indexes !== undefined) makeIndexes(target, indexes);
  }
  for (const name of PARTS) {
    await rm(join(directory, name), { recursive: true, force: true });
    await rename(join(beside, name), join(directory, name));
  }
  return civilDate(lastDay);
}

function makeIndexes(path: string, indexes: readonly string[]): void {
  const database = new Database(path);
  database.transaction(() => {
    for (const index of indexes) database.exec(index);
  })();
  database.close();
}

/** By how many days the clock of a demonstration goes before or after the machine's, so that it opens on the day after the year that was lived. */
export function daysToMorningAfter(lastDay: CivilDate, today: CivilDate): number {
  return Math.round((instantOf(nextDay(lastDay), 0).getTime() - instantOf(today, 0).getTime()) / DAY_MS);
}
