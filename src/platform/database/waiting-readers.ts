import type { DataSource } from 'typeorm';
import type { Dialect } from './columns.js';

/** Why such a database is not worked with, and what to do, for whoever looks after it. */
export const READERS_WAIT =
  'SQL Server chưa bật READ_COMMITTED_SNAPSHOT cho cơ sở dữ liệu này, nên việc đọc sẽ chờ chính việc ghi đang làm. ' +
  'Dừng phần mềm, mở cơ sở dữ liệu ấy, chạy lệnh "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;" rồi chạy lại.';

const OWN_ROW = 'SELECT "is_read_committed_snapshot_on" AS "isOn" FROM "sys"."databases" WHERE "database_id" = DB_ID()';

/**
 * Whether those who only look wait here for those who write. Use cases read beside their open transaction, on another connection: without row versions
 * that reader waits for the transaction, and the transaction for its reader.
 */
export async function readersWait(database: {
  readonly dialect: Dialect;
  readonly reader: Pick<DataSource, 'query'>;
}): Promise<boolean> {
  if (database.dialect !== 'mssql') return false;
  const [row] = await database.reader.query<readonly { readonly isOn: boolean | number }[]>(OWN_ROW);
  return !row?.isOn;
}
