const isServer = process.env['MSSQL_TEST_URL'] !== undefined;

interface OnSqlite {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void>): void;
}

/**
 * Tests of what only an embedded database has: its file, or its own words. A server has neither, so there they are skipped, which is said.
 *
 * @param why what they need of SQLite
 */
export function onSqlite(why: string): OnSqlite {
  const say = (name: string): void => {
    process.stdout.write(`Left out on SQL Server: ${name} (${why})\n`);
  };
  if (!isServer) return { describe, it: (name, body) => it(name, body) };
  return {
    describe: (name, body) => {
      say(name);
      describe.skip(name, body);
    },
    it: (name, body) => {
      say(name);
      it.skip(name, body);
    },
  };
}
