/** The medium suite on the SQL Server that MSSQL_TEST_URL names: `npm run test:mssql`. */
import { spawn } from 'node:child_process';

const server = process.env.MSSQL_TEST_URL;
if (server === undefined || server === '') {
  process.stdout.write('MSSQL_TEST_URL chưa đặt nên bộ kiểm thử SQL Server không chạy.\n');
  process.stdout.write(
    'Ví dụ: MSSQL_TEST_URL=mssql://user:password@host:1433/master?encrypt=false npm run test:mssql\n',
  );
  process.stdout.write('0 passed, 0 failed\n');
  process.exit(0);
}

// The dialect of the entities is fixed per process by DATABASE_URL; each test then makes a database of its own on that server.
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--import',
    './test/support/typescript-threads.mjs',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    'medium',
    '--runInBand',
    '--testTimeout=120000',
  ],
  { stdio: 'inherit', env: { ...process.env, DATABASE_URL: server, TZ: 'UTC' } },
);
jest.once('exit', (status) => process.exit(status ?? 1));
