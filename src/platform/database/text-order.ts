import type { Dialect } from './columns.js';
import type { Reader } from './database.js';

/** Shown when the app refuses such a database: why, and what the administrator should do. */
export const MARKS_ALIKE =
  'Đối chiếu (collation) của cơ sở dữ liệu SQL Server này không phân biệt dấu (_AI), nên “má” và “ma” là một. ' +
  'Lập lại cơ sở dữ liệu với đối chiếu phân biệt dấu (_AS), ví dụ "CREATE DATABASE … COLLATE Vietnamese_100_CI_AS;", rồi chạy lại.';

const COLLATION_QUERY = `SELECT CONVERT(nvarchar(128), DATABASEPROPERTYEX(DB_NAME(), 'Collation')) AS "name"`;

/** Whether letters are equal that differ only in their marks. */
export async function isBlindToMarks(database: {
  readonly dialect: Dialect;
  readonly reader: Pick<Reader, 'query'>;
}): Promise<boolean> {
  if (database.dialect !== 'mssql') return false;
  const [row] = await database.reader.query<readonly { readonly name: string | null }[]>(COLLATION_QUERY);
  return /_AI(_|$)/iu.test(row?.name ?? '');
}
