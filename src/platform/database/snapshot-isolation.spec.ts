import { isSnapshotOff } from './snapshot-isolation.js';

describe('those who only look', () => {
  const answering = (rows: readonly object[]) => {
    const asked: string[] = [];
    const query = <T>(statement: string): Promise<T> => {
      asked.push(statement);
      return Promise.resolve(rows as T);
    };
    return { asked, reader: { query } };
  };

  it.each([
    [true, [{ isOn: false }]],
    [false, [{ isOn: true }]],
    [true, []],
  ])('wait is %s where SQL Server says %j of the database that is open', async (waits, rows) => {
    const { asked, reader } = answering(rows);
    expect(await isSnapshotOff({ dialect: 'mssql', reader })).toBe(waits);
    expect(asked).toEqual([expect.stringContaining('DB_ID()')]);
  });

  it('never wait on SQLite, which is not asked', async () => {
    const { asked, reader } = answering([]);
    expect(await isSnapshotOff({ dialect: 'better-sqlite3', reader })).toBe(false);
    expect(asked).toEqual([]);
  });
});
