import { readFile, stat } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { runAccount } from '../cli/account.js';
import { askSecret } from '../cli/ask-secret.js';
import { ill, well, type DoctorCheck } from '../cli/doctor/doctor-check.js';
import { directoryChecks } from '../cli/doctor/doctor-outside.js';
import { storeChecks } from '../cli/doctor/doctor-store.js';
import type { InitDoors } from '../cli/init/init.js';
import { runMigrate } from '../cli/migrate.js';
import { loadEnvFile } from '../config/env-file.js';
import { readSettings, type Settings } from '../config/settings.js';
import { StaffDirectory } from '../organisation/index.js';
import { placeOf, sqlitePath } from '../platform/database/database-place.js';
import { SNAPSHOT_OFF, isSnapshotOff } from '../platform/database/snapshot-isolation.js';
import { probeFolder } from '../platform/health/write-probe.js';
import { SINGLE_CHECKS } from './doctor-machine.js';
import { openDatabase, openToWrite } from './existing-database.js';
import { outsideSystems } from './outside-systems.js';
import { openAccounts } from './start.js';

export function initDoors(say: (line: string) => void): InitDoors {
  const home = dirname(findPackageJSON('..', import.meta.url) ?? '');
  return {
    ask,
    askSecret,
    say,
    folder: process.cwd(),
    example: () => readFile(join(home, '.env.example'), 'utf8'),
    deployment: { programs: dirname(import.meta.dirname), account: userInfo().username, node: process.execPath },
    trials: {
      data: dataChecks,
      files: filesChecks,
      eOffice: SINGLE_CHECKS.eOffice,
      trust: (settings) => Promise.resolve(SINGLE_CHECKS.certificates(settings)),
      directory: (settings) => directoryChecks(outsideSystems(settings)),
      mail: SINGLE_CHECKS.mail,
    },
    migrate: async () => {
      loadEnvFile();
      return (await runMigrate(openToWrite)).messages;
    },
    hasAdministrator,
    addAdministrator: ({ username, fullName }) =>
      runAccount(['add', username, '--name', fullName], { openAccounts, askSecret }),
  };
}

async function hasAdministrator(): Promise<boolean> {
  const context = await openAccounts(readSettings());
  try {
    return (await context.get(StaffDirectory).peopleWith('administrator')).length > 0;
  } finally {
    await context.close();
  }
}

async function ask(question: string, usual: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const said = await lines.question(usual === '' ? `${question}: ` : `${question} [${usual}]: `);
    return said === '' ? usual : said;
  } finally {
    lines.close();
  }
}

/** Whether this account may write where the data is to lie, and whether the database answers. */
async function dataChecks(settings: Settings): Promise<readonly DoctorCheck[]> {
  const check = 'data';
  const { dataDirectory, databaseUrl, anchors, backups } = settings;
  const there = await nearestThere(dataDirectory);
  try {
    await probeFolder(there);
  } catch {
    const mend = `Bằng root: install -d -m 700 -o ${userInfo().username} ${dataDirectory}`;
    return [ill(check, `Tài khoản ${userInfo().username} không ghi được vào ${there}.`, mend)];
  }
  const isElsewhere = !anchors.startsWith(dataDirectory) && !anchors.startsWith('s3:');
  const outside = await mountedChecks([backups?.folder, isElsewhere ? anchors : undefined]);
  if (sqlitePath(databaseUrl) !== null) return [well(check, `Ghi được vào ${there}.`), ...outside];
  try {
    const database = await openDatabase(settings);
    const waits = await isSnapshotOff(database);
    await database.close();
    return [waits ? ill(check, SNAPSHOT_OFF, '') : well(check, `${placeOf(databaseUrl)} trả lời.`), ...outside];
  } catch (error) {
    return [ill(check, error instanceof Error ? error.message : String(error), '')];
  }
}

/** Whether the bucket, or the folder that machines share, does what is needed of it. */
function filesChecks(settings: Settings): Promise<readonly DoctorCheck[]> {
  const { place } = settings.files;
  return place.kind === 'bucket' ? storeChecks(settings) : mountedChecks([place.directory]);
}

/** Folders on other machines are there before: made here, they would lie on this one. */
async function mountedChecks(folders: readonly (string | undefined)[]): Promise<readonly DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  for (const folder of folders.filter((one) => one !== undefined)) {
    const mend = 'Gắn ổ đĩa ấy, tạo thư mục trên đó và giao cho tài khoản này.';
    const isWritable = await probeFolder(folder).then(
      () => true,
      () => false,
    );
    if (!isWritable) checks.push(ill('data', `Không ghi được vào ${folder}, hoặc chưa có thư mục ấy.`, mend));
  }
  return checks;
}

/** The folder, or what is to hold it once it is made. */
async function nearestThere(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}
