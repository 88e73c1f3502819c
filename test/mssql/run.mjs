/**
 * Tests on the SQL Server that MSSQL_TEST_URL names: `npm run test:mssql`, medium and e2e; `npm run test:mssql -- --selectProjects e2e --testPathPatterns x`.
 * MSSQL_TEST_GAPS names a file of what a server that only speaks like SQL Server cannot do: lines `name of a spec or part of the name of a test | why`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mssql from 'mssql';
import '../support/typescript-threads.mjs';

const server = process.env.MSSQL_TEST_URL;
if (server === undefined || server === '') {
  process.stdout.write('MSSQL_TEST_URL chưa đặt nên bộ kiểm thử SQL Server không chạy.\n');
  process.stdout.write(
    'Ví dụ: MSSQL_TEST_URL=mssql://user:password@host:1433/master?encrypt=false npm run test:mssql\n',
  );
  process.stdout.write('0 passed, 0 failed\n');
  process.exit(0);
}

// The programs that e2e starts are those that were built.
const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);

const asked = process.argv.slice(2);
const prefix = `hoi_am_${randomUUID().slice(0, 8)}`;
const record = mkdtempSync(join(tmpdir(), 'hoi-am-t-sql-'));
// The dialect of the entities is fixed per process by DATABASE_URL; each test then has a database of its own on that server.
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--import',
    './test/support/typescript-threads.mjs',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...(asked.includes('--selectProjects') ? [] : ['--selectProjects', 'medium', 'e2e']),
    '--runInBand',
    ...withoutGaps(gapsIn(process.env.MSSQL_TEST_GAPS)),
    ...asked,
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: server, MSSQL_TEST_PREFIX: prefix, MSSQL_TEST_STATEMENTS: record, TZ: 'UTC' },
  },
);
jest.once('exit', async (status) => {
  await dropDatabases();
  const faults = await faultsOfRecord();
  process.exit(status === 0 && faults > 0 ? 1 : (status ?? 1));
});

/** What the tests have sent is read as it stands: a server that only speaks like SQL Server takes what SQL Server would not. */
async function faultsOfRecord() {
  const { readRecord } = await import('../support/t-sql/read-record.ts');
  const { statements, transactions, faults } = readRecord(record);
  rmSync(record, { recursive: true });
  const hard = faults.filter(({ kind }) => kind !== 'lockOrder');
  process.stdout.write(`Đã đọc ${statements} câu lệnh, ${transactions} thứ tự ghi: ${hard.length} lỗi.\n`);
  for (const { kind, where } of faults) process.stdout.write(`${kind}: ${where.slice(0, 300)}\n`);
  return hard.length;
}

function gapsIn(path) {
  if (path === undefined) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.map((line) => line.split('|').map((part) => part.trim())).filter(([name]) => name !== '');
}

/** Says each by name: what was left out has not passed. */
function withoutGaps(gaps) {
  for (const [name, why = ''] of gaps) process.stdout.write(`Máy chủ này không làm được: ${name} (${why})\n`);
  const [specs, tests] = [true, false].map((wanted) =>
    gaps
      .map(([name]) => name)
      .filter((name) => name.endsWith('.spec.ts') === wanted)
      .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)),
  );
  return [
    ...(specs.length === 0 ? [] : [`--testPathIgnorePatterns=${specs.join('|')}`]),
    ...(tests.length === 0 ? [] : [`--testNamePattern=^(?!.*(?:${tests.join('|')}))`]),
  ];
}

/** Tests hand their databases on to each other, also from one spec to the next: only this process knows when the last has ended. */
async function dropDatabases() {
  const url = new URL(server);
  const pool = await mssql.connect({
    server: url.hostname,
    port: Number(url.port === '' ? 1433 : url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: 'master',
    options: { encrypt: url.searchParams.get('encrypt') !== 'false', trustServerCertificate: false },
  });
  const { recordset } = await pool.query(
    `SELECT "name" FROM "sys"."databases" WHERE LEFT("name", ${prefix.length}) = '${prefix}'`,
  );
  for (const { name } of recordset) await pool.query(`DROP DATABASE "${name}"`);
  await pool.close();
}
