import { DatabaseAway } from './existing-database.js';
import { isDatabaseCorrupt } from '../platform/database/database-errors.js';
import { DATABASE_DAMAGED } from '../platform/database/damaged-words.js';

/** Why a command or a process ended, for people: what the driver says of a damaged database is no help to them. */
export function failureWords(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return !(error instanceof DatabaseAway) && isDatabaseCorrupt(error)
    ? `Cơ sở dữ liệu bị hỏng (${reason}). ${DATABASE_DAMAGED}`
    : reason;
}
