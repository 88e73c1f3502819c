import { QueryFailedError } from 'typeorm';

const UNIQUE_CODES: readonly string[] = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'];
const UNIQUE_NUMBERS: readonly number[] = [2627, 2601];
const RETRY_NUMBERS: readonly number[] = [1205, 1222, 3960];
const LOST_CODES: readonly string[] = ['ESOCKET', 'ECLOSE', 'ECONNCLOSED', 'ECONNRESET', 'EPIPE'];
const UNWELL_CODES: readonly string[] = [
  ...['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY'],
  ...['ETIMEOUT', ...LOST_CODES],
];
const FULL_NUMBERS: readonly number[] = [1105, 9002];

function driverFacts(error: unknown): { readonly code: string; readonly number: number } {
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
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

/** The line to the database's server broke, or nobody answers there. Before its commit was asked for, a unit of work left nothing behind. */
export function isConnectionLost(error: unknown): boolean {
  return LOST_CODES.includes(driverFacts(error).code);
}

/** The database is busy, full or not to be reached: no fault of what was asked of it. */
export function isDatabaseUnwell(error: unknown): boolean {
  const { code, number } = driverFacts(error);
  return (
    isWorthRepeating(error) || UNWELL_CODES.some((unwell) => code.startsWith(unwell)) || FULL_NUMBERS.includes(number)
  );
}
