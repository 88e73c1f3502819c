import type { Dialect } from './columns.js';
import type { Reader } from './database.js';

/** Shown when the app refuses such a database: why, and what the administrator should do. */
export const SNAPSHOT_OFF =
  'SQL Server chưa bật READ_COMMITTED_SNAPSHOT cho cơ sở dữ liệu này, nên việc đọc sẽ chờ chính việc ghi đang làm. ' +
  'Dừng phần mềm, mở cơ sở dữ liệu ấy, chạy lệnh "ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;" rồi chạy lại.';

const SNAPSHOT_QUERY =
  'SELECT "is_read_committed_snapshot_on" AS "isOn" FROM "sys"."databases" WHERE "database_id" = DB_ID()';

/** Whether reads block behind writes, as they do on SQL Server without READ_COMMITTED_SNAPSHOT. */
export async function isSnapshotOff(database: {
  readonly dialect: Dialect;
  readonly reader: Pick<Reader, 'query'>;
}): Promise<boolean> {
  if (database.dialect !== 'mssql') return false;
  const [row] = await database.reader.query<readonly { readonly isOn: boolean | number }[]>(SNAPSHOT_QUERY);
  return !row?.isOn;
}
