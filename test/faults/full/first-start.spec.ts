import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../../../src/platform/database/database.js';
import { SCHEMA } from '../../../src/bootstrap/schema.js';
import { FaultApp } from '../support/fault-app.js';
import { tampering } from '../support/tools.js';
import { diceFor } from '../../support/chance.js';

const AT_RANDOM = 8;
const MAX_MS = 4000;
const START_MS = 120_000;
const SECRET_LENGTH = 64;
/** Every sync is one before which something is written and not yet sure; the tables take some ten, as they are made in one transaction. */
const SYNCS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 21];

/** F5: kill -9 while the database is made and brought up to date, and while the first secrets are made. */
describe('kill -9 at the first start', () => {
  let faultApp: FaultApp;
  let killed = 0;

  beforeAll(
    async () => {
      faultApp = await FaultApp.open();
      for (const sync of SYNCS) await startUnder('fsync,fdatasync', sync);
      for (const write of [1, 2, 3]) await startUnder('link,linkat', write);
      const dice = diceFor('kills at the first start');
      for (let round = 0; round < AT_RANDOM; round += 1) {
        const app = faultApp.begin();
        await pause(dice.next() * MAX_MS);
        await app.kill();
      }
      await faultApp.answersAgain(faultApp.begin());
      await faultApp.people();
    },
    (SYNCS.length + AT_RANDOM + 3) * START_MS,
  );

  afterAll(() => faultApp.close());

  async function startUnder(calls: string, time: number): Promise<void> {
    const app = faultApp.begin({ under: ['strace', ...tampering(calls, `signal=KILL:when=${time}`)] });
    try {
      await app.ready(START_MS);
    } catch {
      killed += 1;
    }
    await app.kill();
  }

  it('was killed in its first start, time and again', () => {
    expect(killed).toBeGreaterThan(SYNCS.length / 2);
  });

  it('has the tables of a start that nobody disturbed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-undisturbed-'));
    const undisturbed = await Database.open(`sqlite:${join(folder, 'hoi-am.db')}`, SCHEMA);
    await undisturbed.migrate();
    const tables = (database: Database): Promise<unknown> =>
      database.reader.query(`SELECT "type", "name", "sql" FROM "sqlite_master" ORDER BY "type", "name"`);
    const steps = (database: Database): Promise<unknown> =>
      database.reader.query(`SELECT "name" FROM "schema_migration" ORDER BY "id"`);
    const own = faultApp.context.get(Database);
    expect(await steps(own)).toEqual(await steps(undisturbed));
    expect(await tables(own)).toEqual(await tables(undisturbed));
    await undisturbed.close();
    await rm(folder, { recursive: true });
  });

  it('has its secrets whole', async () => {
    const folder = join(faultApp.environment['HOI_AM_DATA'] ?? '', 'bi-mat');
    const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
    const lengths = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).length));
    expect(lengths.length).toBeGreaterThan(0);
    expect(lengths.filter((length) => length !== SECRET_LENGTH)).toEqual([]);
  });

  it('works: what the hotline sends is kept once', async () => {
    await faultApp.hotline.sendMany(3);
    await faultApp.untilQuiet();
    expect(await faultApp.broken()).toEqual([]);
  });
});
