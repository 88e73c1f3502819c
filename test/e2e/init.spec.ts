import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { startSimulator, type RunningSimulator } from '../../integrations/e-office/simulator/server.js';
import { initDoors } from '../../src/bootstrap/init-doors.js';
import { runInit, type InitDoors } from '../../src/cli/init/init.js';
import type { CommandOutcome } from '../../src/cli/outcome.js';
import { readSettings } from '../../src/config/settings.js';
import { SystemClock } from '../../src/platform/system-clock.js';
import { KEYS } from '../support/backup-keys.js';

const PASSWORD = 'kH7-dung-cho-thu-2vQ9';
/** More than twice all questions. */
const MAX_COUNT = 100;
const AGENCY = 'Sở Giáo dục và Đào tạo tỉnh Hòa Bình';

let folder: string;
let eOffice: RunningSimulator;

beforeAll(async () => {
  eOffice = await startSimulator({
    ...{ directory: await mkdtemp(join(tmpdir(), 'e-office-')), clock: new SystemClock(), port: 0, host: '127.0.0.1' },
    ...{ username: 'sgddt', password: PASSWORD },
    department: { agencyCode: '000.00.03.H28', name: AGENCY },
    hotline: { agencyCode: '000.00.22.H28', name: 'Tổng đài' },
    callback: { url: 'http://127.0.0.1:1/', username: 'eoffice', password: 'x' },
    leaders: [{ userCode: 'khanh', name: 'Vũ Thị Khánh', position: 'Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Văn thư' },
  });
});
afterAll(() => eOffice.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'init-'));
  await writeFile(join(folder, 'goc.pem'), eOffice.rootPem);
});
afterEach(() => rm(folder, { recursive: true }));

/** What a person answers, by the beginning of the question; Enter to everything else. */
const person = (): Record<string, string> => ({
  'Tên đầy đủ': AGENCY,
  'Mã định danh trên': '000.00.03.H28',
  'Địa chỉ người dùng': 'https://hoi-am.hoabinh.gov.vn',
  'Địa chỉ SOAP': `${eOffice.url}/eoffice/v1`,
  'Địa chỉ': 'Số 1 đường "Cù Chính Lan"',
  'Mã định danh của Tổng đài': '000.00.22.H28',
  'Thư mục dữ liệu': join(folder, 'du-lieu'),
  'Tài khoản quản trị': 'quantri',
  'Tài khoản': 'sgddt',
  'Mật khẩu': PASSWORD,
  'Tệp PEM chứng thư gốc của các': join(folder, 'goc.pem'),
  'Họ và tên': 'Nguyễn Văn Ất',
});

interface Scripted extends InitDoors {
  readonly said: string[];
  readonly made: string[];
}

function doorsOf(answers: Record<string, string>): Scripted {
  const said: string[] = [];
  const made: string[] = [];
  let asked = 0;
  const answer = (question: string, usual: string): Promise<string> => {
    const key = Object.keys(answers).find((one) => question.trim().startsWith(one));
    asked += 1;
    if (asked > MAX_COUNT) throw new Error(`Asked again and again: ${question}`);
    // These begin like others, and take what is usual.
    return Promise.resolve(key === undefined || /Loại|ldaps|ngược/u.test(question) ? usual : (answers[key] ?? ''));
  };
  return {
    ...initDoors((line) => said.push(line)),
    ...{ said, made, folder, ask: answer, askSecret: (question) => answer(question, '') },
    migrate: () => Promise.resolve([]),
    hasAdministrator: () => Promise.resolve(made.length > 0),
    addAdministrator: ({ username, fullName }): Promise<CommandOutcome> => {
      made.push(`${username}, ${fullName}`);
      return Promise.resolve({ exitCode: 0, lines: [], messages: [] });
    },
  };
}

/** The settings with which the app would start on what was written. */
async function settingsWritten(): Promise<ReturnType<typeof readSettings>> {
  return readSettings(parseEnv(await readFile(join(folder, '.env'), 'utf8')));
}

describe('the first configuration', () => {
  it('asked of a person is tried, written, and starts the app in production', async () => {
    const doors = doorsOf(person());
    expect((await runInit([], doors)).exitCode).toBe(0);
    const settings = await settingsWritten();
    expect(settings.agencyProfile).toMatchObject({
      name: AGENCY,
      letterhead: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      parent: 'UBND TỈNH HÒA BÌNH',
      place: 'Hòa Bình',
      address: 'Số 1 đường "Cù Chính Lan"',
    });
    expect([settings.production, settings.secretsInVariables, doors.made]).toEqual([
      true,
      [],
      ['quantri, Nguyễn Văn Ất'],
    ]);
    const modes = await Promise.all(
      ['.env', 'cau-hinh-bi-mat', 'cau-hinh-bi-mat/SESSION_SECRET', 'du-lieu'].map(
        async (name) => (await stat(join(folder, name))).mode & 0o077,
      ),
    );
    expect(modes).toEqual([0, 0, 0, 0]);
    const service = await readFile(join(folder, 'trien-khai', 'hoi-am.service'), 'utf8');
    expect(service).toContain(`WorkingDirectory=${folder}\n`);
    expect(service).toContain(`ReadOnlyPaths=${folder}\nReadWritePaths=${join(folder, 'du-lieu')}\n`);
    expect(await readFile(join(folder, 'trien-khai', 'hoi-am.nginx'), 'utf8')).toContain('hoi-am.hoabinh.gov.vn;');
  });

  it('asks again for what cannot be used and for a part that fails its trial', async () => {
    const answers = person();
    const doors = doorsOf({ ...answers, 'Mật khẩu': 'sai', 'Nhập lại phần này': 'c' });
    const once = doors.askSecret;
    let tries = 0;
    const patient: InitDoors = {
      ...doors,
      askSecret: async (question) => {
        if (!question.trim().startsWith('Mật khẩu')) return once(question);
        tries += 1;
        return ['mat-khau', 'k8Tq2-sai-9zLp4'][tries - 1] ?? PASSWORD;
      },
    };
    expect((await runInit([], patient)).exitCode).toBe(0);
    expect(tries).toBe(3);
    expect(doors.said.join('\n')).toMatch(/ai cũng đoán được[\s\S]+không nhận tài khoản/u);
  });

  it('asks for whom backups are encrypted, takes no secret key, and says what is left to do', async () => {
    const { identity, recipient } = KEYS.first;
    const doors = doorsOf({ ...person(), 'Thư mục tự sao lưu': folder });
    let tries = 0;
    const keeper: InitDoors = {
      ...doors,
      ask: async (question, usual) => {
        if (!question.trim().startsWith('Khóa công khai age1')) return doors.ask(question, usual);
        tries += 1;
        return tries === 1 ? identity : recipient;
      },
    };
    const { messages } = await runInit([], keeper);
    expect(doors.said).toContainEqual(expect.stringMatching(/✗ .*đây là khóa riêng, không được để trên máy này/u));
    expect(doors.said.join('\n')).not.toContain(identity.slice(-20));
    expect(await readFile(join(folder, '.env'), 'utf8')).toMatch(
      new RegExp(`# Khóa công khai age1…[^\n]+\nBACKUP_RECIPIENTS=${recipient}\n`, 'u'),
    );
    expect(messages).toContainEqual(expect.stringContaining(`restore --from ${folder} --rehearse --identity TỆP`));
    await rm(join(folder, '.env'));
    const without = await runInit([], doorsOf(person()));
    expect(without.messages).toContainEqual(expect.stringMatching(/Bản sao lưu chưa mã hóa.*age1…/u));
  });

  it('run again offers what was said before, draws no secret anew, and keeps the former file', async () => {
    await runInit([], doorsOf(person()));
    const secret = (await settingsWritten()).session.secret;
    const again = doorsOf({ 'Tài khoản quản trị': 'b', 'Họ và tên': 'B' });
    expect((await runInit([], again)).exitCode).toBe(0);
    const settings = await settingsWritten();
    expect([settings.session.secret, settings.agency.code]).toEqual([secret, '000.00.03.H28']);
    expect(await readdir(folder)).toContain('.env.truoc');
  });

  it('asks for an administrator until one is taken, and for none where there is one', async () => {
    const doors = doorsOf(person());
    let tries = 0;
    const weak: InitDoors = {
      ...doors,
      addAdministrator: (who) => {
        tries += 1;
        const tooShort: CommandOutcome = { exitCode: 1, lines: [], messages: ['Mật khẩu cần từ 12 ký tự.'] };
        return tries === 1 ? Promise.resolve(tooShort) : doors.addAdministrator(who);
      },
    };
    expect((await runInit([], weak)).exitCode).toBe(0);
    expect([tries, doors.said]).toEqual([2, expect.arrayContaining(['  ✗ Mật khẩu cần từ 12 ký tự.'])]);
    const again = doorsOf({});
    const { exitCode, messages } = await runInit([], { ...again, hasAdministrator: () => Promise.resolve(true) });
    expect([exitCode, again.made, messages.at(-1)]).toEqual([0, [], 'Đã có quản trị từ trước.']);
  });

  it('asks for the bucket where files are to lie in one, and tries it', async () => {
    const bucket = {
      ...{ 'Kho S3': 's3://hoi-am/tep', 'Địa chỉ kho': 'https://127.0.0.1:1', 'Mã truy cập': 'hoi-am' },
      ...{ 'Khóa bí mật': PASSWORD, 'Nhập lại phần này': 'k' },
    };
    const doors = doorsOf({ ...bucket, ...person() });
    expect((await runInit([], doors)).exitCode).toBe(0);
    expect(doors.said).toContainEqual(
      expect.stringMatching(/✗ Kho s3:\/\/hoi-am\/tep\/ không dùng được.*FILES_ENDPOINT/u),
    );
    const { files } = await settingsWritten();
    expect([files.place, files.s3.secretKey]).toMatchObject([{ kind: 'bucket', bucket: 'hoi-am' }, PASSWORD]);
    expect(await readFile(join(folder, '.env'), 'utf8')).not.toContain(PASSWORD);

    const shared = doorsOf({ 'Kho S3': join(folder, 'chua-gan'), 'Nhập lại phần này': 'k', ...person() });
    await runInit([], shared);
    expect(shared.said).toContainEqual(expect.stringMatching(/✗ Không ghi được vào .*chua-gan/u));
  });

  it('from a file names everything that is missing, unusable or fails, and writes nothing', async () => {
    const path = join(folder, 'tra-loi.json');
    const run = async (given: object, ...more: string[]): Promise<CommandOutcome> => {
      await writeFile(path, JSON.stringify(given));
      return runInit(['--answers', path, ...more], doorsOf({}));
    };
    const given = {
      ...{ AGENCY_NAME: AGENCY, AGENCY_CODE: '000.00.03.H28', AGENCY_ADDRESS: 'Số 1', HOTLINE_CODE: '000.00.22.H28' },
      ...{ HOI_AM_PUBLIC_URL: 'https://hoi-am.hoabinh.gov.vn', HOI_AM_DATA: join(folder, 'du-lieu') },
      ...{ E_OFFICE_URL: 'http://127.0.0.1:1/', E_OFFICE_USERNAME: 'a', E_OFFICE_PASSWORD: PASSWORD },
      TRUST_ANCHORS: join(folder, 'goc.pem'),
    };
    const missing = await run({ AGENCY_NAME: AGENCY });
    expect([missing.exitCode, missing.messages.filter((line) => line.startsWith('Thiếu'))]).toEqual([
      2,
      expect.arrayContaining([expect.stringContaining('E_OFFICE_URL'), expect.stringContaining('ADMIN_NAME')]),
    ]);
    const sealedForNone = await run({ ...given, BACKUP_RECIPIENTS: KEYS.first.identity });
    expect([sealedForNone.exitCode, sealedForNone.messages[0]]).toEqual([
      2,
      expect.stringMatching(/^Biến BACKUP_RECIPIENTS [^A-Z]*đây là khóa riêng/u),
    ]);
    expect((await run({ TEN_LA: 'x' })).messages.join('')).toContain('"TEN_LA" không dùng được');
    const who = { ADMIN_USERNAME: 'quantri', ADMIN_NAME: 'Ất' };
    expect(await run({ ...given, ...who })).toMatchObject({ exitCode: 1 });
    expect(await readdir(folder)).not.toContain('.env');
    expect((await run({ ...given, ...who }, '--untried')).exitCode).toBe(0);
  });
});
