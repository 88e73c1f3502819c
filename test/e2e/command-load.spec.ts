import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const run = promisify(execFile);
const TELLS_WHAT_IS_LOADED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => (console.error('loads ' + url), next(url, context)) });
`)}`;

describe('A command of hoi-am', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it.each(['exchange queue', 'journal verify', 'token list'])('loads no page: %s', async (words) => {
    const options = ['--disable-warning=ExperimentalWarning', '--import', TELLS_WHAT_IS_LOADED];
    const eOffice = { E_OFFICE_URL: 'http://127.0.0.1:1/soap', E_OFFICE_PASSWORD: 'không gọi tới' };
    const env = { ...process.env, ...eOffice, HOI_AM_DATA: test.directory, DATABASE_URL: test.url };
    const { stderr } = await run(process.execPath, [...options, 'dist/src/cli.js', ...words.split(' ')], {
      env,
      maxBuffer: 2 ** 24,
    });
    const loaded = stderr.match(/(?<=^loads file:.*\/dist\/)\S+/gmu) ?? [];
    expect(loaded).toContain('src/platform/platform.module.js');
    expect(loaded.filter((file) => file.startsWith('src/web/') || file.startsWith('src/api/'))).toEqual([]);
  });
});
