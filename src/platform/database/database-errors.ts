import { QueryFailedError } from 'typeorm';

const UNIQUE_CODES: readonly string[] = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];
const UNIQUE_NUMBERS: readonly number[] = [2627, 2601];
const RETRY_NUMBERS: readonly number[] = [1205, 1222, 3960];
const LOST_CODES: readonly string[] = ['ESOCKET', 'ECLOSE', 'ECONNCLOSED', 'ECONNRESET', 'EPIPE'];
const AWAY_CODES: readonly string[] = ['ETIMEOUT', 'ELOGIN', 'ENOTOPEN', 'ENOCONN', ...LOST_CODES];
/** How the driver says that all connections of its pool stayed in use; the error itself has neither code nor number. */
const POOL_EXHAUSTED = 'Failed to acquire a connection from the pool';
/** 1101, 1105: no room in the files of the database; 9002: none in its log. */
const FULL_NUMBERS: readonly number[] = [1101, 1105, 9002];
const CORRUPT_CODES: readonly string[] = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];
/** 823, 824: a page could not be read, or is not what was written; 8944 and on: as CHECKDB names it. */
const CORRUPT_NUMBERS: readonly number[] = [823, 824, 8944, 8978];
const FAILING_CODES: readonly string[] = ['SQLITE_IOERR', 'SQLITE_CANTOPEN'];

/** What is wrong with the storage itself, so that nobody looks for a fault in what was asked of it. */
export type DatabaseIllness = 'disk-full' | 'database-corrupt' | 'disk-failing' | 'read-only' | 'database-away';

function driverErrorOf(error: unknown): unknown {
  return error instanceof QueryFailedError ? error.driverError : error;
}

function driverFacts(error: unknown): { readonly code: string; readonly number: number } {
  const driver = driverErrorOf(error);
  if (typeof driver !== 'object' || driver === null) return { code: '', number: 0 };
  const code = 'code' in driver && typeof driver.code === 'string' ? driver.code : '';
  const number = 'number' in driver && typeof driver.number === 'number' ? driver.number : 0;
  return { code, number };
}

/** A row with this key is there already. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, number } = driverFacts(error);
  return UNIQUE_CODES.includes(code) || UNIQUE_NUMBERS.includes(number);
}

/** The database was busy or chose us as the victim of a deadlock: the whole unit of work may run again. */
export function isWorthRepeating(error: unknown): boolean {
  const { code, number } = driverFacts(error);
  return code.startsWith('SQLITE_BUSY') || RETRY_NUMBERS.includes(number);
}

/** The database is busy, or this process has all its connections in use: nothing was done, and a moment later it may go well. */
export function isDatabaseBusy(error: unknown): boolean {
  const driver = driverErrorOf(error);
  return isWorthRepeating(error) || (driver instanceof Error && driver.message.startsWith(POOL_EXHAUSTED));
}

/** The line to the database's server broke, or nobody answers there. Before its commit was asked for, a unit of work left nothing behind. */
export function isConnectionLost(error: unknown): boolean {
  return LOST_CODES.includes(driverFacts(error).code);
}

/** The database is busy, full, damaged or not to be reached: no fault of what was asked of it. */
export function isDatabaseUnwell(error: unknown): boolean {
  return isDatabaseBusy(error) || databaseIllnessOf(error) !== null;
}

/** Pages of the database are not what was written into them. */
export function isDatabaseCorrupt(error: unknown): boolean {
  return databaseIllnessOf(error) === 'database-corrupt';
}

/** @returns null for errors of the question, and for a database that is only busy */
export function databaseIllnessOf(error: unknown): DatabaseIllness | null {
  const { code, number } = driverFacts(error);
  const begins = (codes: readonly string[]): boolean => codes.some((one) => code.startsWith(one));
  if (code.startsWith('SQLITE_FULL') || FULL_NUMBERS.includes(number)) return 'disk-full';
  if (begins(CORRUPT_CODES) || CORRUPT_NUMBERS.includes(number)) return 'database-corrupt';
  if (begins(FAILING_CODES)) return 'disk-failing';
  if (code.startsWith('SQLITE_READONLY')) return 'read-only';
  return AWAY_CODES.includes(code) ? 'database-away' : null;
}
