import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Calendars, shippedNews } from '../calendar/index.js';
import { eOfficeForOnce } from './e-office-lines.js';
import { mailServer, pageImages, pdfMaker } from './adapters.module.js';
import { ill, type DoctorCheck } from '../cli/doctor/doctor-check.js';
import { backupChecks } from '../cli/doctor/doctor-backup.js';
import { doorChecks, type DoorDoors } from '../cli/doctor/doctor-door.js';
import { folderChecks } from '../cli/doctor/doctor-folders.js';
import { storageChecks } from '../cli/doctor/doctor-storage.js';
import {
  certificateChecks,
  eOfficeChecks,
  mailCheck,
  worksChecks,
  type WorksDoors,
} from '../cli/doctor/doctor-works.js';
import { givenFileFlaws, namedCertificates } from '../config/given-files.js';
import type { Settings } from '../config/settings.js';
import { readAnchorFacts } from '../cli/doctor/doctor-anchors.js';
import { builtInFile } from '../drafting/rendering/template-file.js';
import { requireKind } from '../drafting/rendering/template-renderer.js';
import { strangePlaces } from './own-places.js';
import { readBackupFacts, readFolderFacts, readZoneFacts } from './doctor-facts.js';
import { probeDate, probeDoor } from './doctor-probe.js';
import { openExisting } from './existing-database.js';
import { databaseNow } from '../platform/database/database-clock.js';
import { storeChecks } from '../cli/doctor/doctor-store.js';
import { DatabaseCheck } from '../platform/health/database-check.js';
import { diskSpace } from '../platform/health/disk-space.js';
import { embeddedFile, storagePlaces } from '../platform/health/storage-places.js';
import { probeFolder } from '../platform/health/write-probe.js';
import { SystemClock } from '../platform/system-clock.js';

const run = promisify(execFile);

/** A letter takes seconds; a converter that hangs is found out. */
const CONVERT_MS = 60_000;
const TOOL_MS = 10_000;
const LETTER = 'cong-van-tra-loi';

/** What the doctor finds wrong with this machine and with whom the app talks to. Nothing is sent, nothing is kept. */
export async function machineChecks(settings: Settings): Promise<readonly DoctorCheck[]> {
  const now = new SystemClock().now();
  return [
    ...(await looked('storage', () => storageOf(settings))),
    ...(await looked('database', () => versionChecks(settings))),
    ...(await looked('files-store', () => storeChecks(settings))),
    ...(await looked('folders', async () => folderChecks(await readFolderFacts(settings)))),
    ...(await looked('own-places', () => strangePlaces(settings))),
    ...(await looked('backup', async () => backupChecks(await readBackupFacts(settings, now)))),
    ...(await looked('works', () => worksChecks(worksDoors(settings)))),
    ...(await looked('port', () => doorChecks(doorDoors(settings, now)))),
  ];
}

/** What could not be looked at is told as such, and hides nothing else. */
async function looked(check: string, look: () => Promise<readonly DoctorCheck[]>): Promise<readonly DoctorCheck[]> {
  try {
    return await look();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [ill(check, `Chưa xem được phần này (${check}): ${why}.`, 'Sửa những dòng ✗ khác rồi chạy lại.')];
  }
}

/** A later version's database serves this one for as long as an upgrade of several machines takes. What else is wrong with it is told elsewhere. */
async function versionChecks(settings: Settings): Promise<readonly DoctorCheck[]> {
  const database = await openExisting(settings, '').catch(() => null);
  if (database === null) return [];
  try {
    const known = new Set(database.stepsKnown);
    const isLater = (await database.stepsHad()).some((step) => !known.has(step));
    return isLater ? [ill('database', LATER, LATER_MEND)] : [];
  } finally {
    await database.close();
  }
}

const LATER = 'Cơ sở dữ liệu đã được bản mới hơn của phần mềm cập nhật.';
const LATER_MEND =
  'Cập nhật phần mềm trên máy này lên cùng bản; muốn giữ bản cũ thì phục hồi bản sao lưu làm trước lần cập nhật.';

function doorDoors({ http: { host, port, publicUrl, isPublic } }: Settings, now: Date): DoorDoors {
  const place = `${NEAR[host] ?? host}:${String(port)}`;
  return {
    ...{ now, port: place, publicUrl, isPublic },
    here: () => probeDoor(`http://${place}`),
    outside: () => probeDoor(publicUrl),
  };
}

/** Who listens everywhere is asked nearby. */
const NEAR: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' };

/** Single checks, for settings that are just being made. */
export const SINGLE_CHECKS = {
  eOffice: (settings: Settings): Promise<readonly DoctorCheck[]> => eOfficeChecks(worksDoors(settings)),
  mail: async (settings: Settings): Promise<readonly DoctorCheck[]> => [await mailCheck(worksDoors(settings))],
  certificates: (settings: Settings): readonly DoctorCheck[] => certificateChecks(worksDoors(settings)),
};

async function storageOf(settings: Settings): Promise<readonly DoctorCheck[]> {
  const check = new DatabaseCheck();
  const file = embeddedFile(settings.databaseUrl);
  try {
    return await storageChecks({
      isServer: file === null,
      places: storagePlaces(settings),
      database: () => (file === null ? ofServer(settings, check) : check.ofFile(file)),
      room: diskSpace,
      write: probeFolder,
    });
  } finally {
    check.close();
  }
}

async function ofServer(settings: Settings, check: DatabaseCheck): ReturnType<DatabaseCheck['ofServer']> {
  try {
    const database = await openExisting(settings, '');
    if (database === null) return { kind: 'notLooked', why: 'không có' };
    try {
      return await check.ofServer(database);
    } finally {
      await database.close();
    }
  } catch (error) {
    return { kind: 'notLooked', why: error instanceof Error ? error.message : '' };
  }
}

function worksDoors(settings: Settings): WorksDoors {
  return {
    now: new SystemClock().now(),
    convert: () => convertLetter(settings),
    fontFor,
    anchors: () => readAnchorFacts(settings),
    mail: settings.mail.smtpUrl === undefined ? null : () => mailServer(settings).check(),
    eOffice: () => askEOffice(settings),
    eOfficeDate: () => eOfficeDate(settings),
    isClockSynchronised,
    databaseClock: () => databaseClock(settings),
    zone: readZoneFacts(new SystemClock().now()),
    certificates: () => ({ found: namedCertificates(settings), flaws: givenFileFlaws(settings) }),
    shippedDays: () => shippedDays(settings),
  };
}

async function convertLetter(settings: Settings): ReturnType<WorksDoors['convert']> {
  const { pdf } = settings;
  const workDirectory = await mkdtemp(join(tmpdir(), 'hoi-am-doctor-')).catch(() => null);
  if (workDirectory === null)
    return { pdf: `không ghi được vào ${tmpdir()}.`, picture: await drawsNothing(pdf.pdftoppm), kept: null };
  const hurried = { ...pdf, timeoutMs: Math.min(pdf.timeoutMs, CONVERT_MS) };
  let kept: string | null = null;
  const maker = pdfMaker({ pdf: hurried }, workDirectory, (reason) => (kept = reason));
  try {
    const [made] = await maker.convert([await builtInFile(requireKind(LETTER)).read()], 'app');
    if (made?.status !== 'done')
      return { pdf: made?.reason ?? 'không có trả lời.', picture: await drawsNothing(pdf.pdftoppm), kept };
    return { pdf: null, picture: (await pageImages(settings).render(made.pdf, 1)) !== null, kept };
  } finally {
    await maker.onModuleDestroy();
    await rm(workDirectory, { recursive: true, force: true });
  }
}

/** Without a PDF there is nothing to draw: whether the program is there is all that can be said. */
async function drawsNothing(pdftoppm: string): Promise<boolean> {
  return run(pdftoppm, ['-v'], { timeout: TOOL_MS }).then(
    () => true,
    () => false,
  );
}

async function fontFor(family: string): Promise<string | null> {
  const asked = await run('fc-match', ['-f', '%{family}', family], { timeout: TOOL_MS }).catch(() => null);
  return asked?.stdout ?? null;
}

async function isClockSynchronised(): Promise<boolean | null> {
  const asked = await run('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], { timeout: TOOL_MS }).catch(
    () => null,
  );
  return asked === null ? null : asked.stdout.trim() === 'yes';
}

async function askEOffice(settings: Settings): Promise<Date | null> {
  const connection = eOfficeForOnce(settings);
  const { transport } = connection;
  try {
    if (transport.abilities.has('serviceInfo')) return (await transport.serviceInfo()).serverTime;
    await transport.listPending();
    return null;
  } finally {
    connection.close();
  }
}

async function eOfficeDate({ eOffice: { url, files } }: Settings): Promise<Date | null> {
  const ca = files.ca === undefined ? [] : [await readFile(files.ca, 'utf8').catch(() => '')];
  return url === undefined ? null : probeDate(url, ca);
}

async function databaseClock(settings: Settings): Promise<Date | null> {
  if (embeddedFile(settings.databaseUrl) !== null) return null;
  const database = await openExisting(settings, '').catch(() => null);
  if (database === null) return null;
  try {
    const runner = database.writer.createQueryRunner();
    try {
      return await databaseNow(runner);
    } finally {
      await runner.release();
    }
  } finally {
    await database.close();
  }
}

async function shippedDays(settings: Settings): ReturnType<WorksDoors['shippedDays']> {
  const database = await openExisting(settings, '').catch(() => null);
  if (database === null) return null;
  try {
    return shippedNews(await new Calendars(database).ofAgency());
  } finally {
    await database.close();
  }
}
