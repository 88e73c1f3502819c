import type { Dialect } from './columns.js';
import type { Reader } from './database.js';

/** Why such a database is not used, and what its administrator should do. */
export const READERS_WAIT =
  'SQL Server chưa bật READ_COMMITTED_SNAPSHOT cho cơ sở dữ liệu này, nên việc đọc sẽ chờ chính việc ghi đang làm. ' +
  'Dừng phần mềm, mở cơ sở dữ liệu ấy, chạy lệnh "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;" rồi chạy lại.';

const OWN_ROW = 'SELECT "is_read_committed_snapshot_on" AS "isOn" FROM "sys"."databases" WHERE "database_id" = DB_ID()';

/**
 * Whether those who only look wait here for those who write: without row versions every page waits for the units of work that change what it shows.
 */
export async function readersWait(database: {
  readonly dialect: Dialect;
  readonly reader: Pick<Reader, 'query'>;
}): Promise<boolean> {
  if (database.dialect !== 'mssql') return false;
  const [row] = await database.reader.query<readonly { readonly isOn: boolean | number }[]>(OWN_ROW);
  return !row?.isOn;
}
