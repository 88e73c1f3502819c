import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { sqlitePath } from '../../platform/database/database-place.js';
import { isSystemError } from '../../platform/files/file-errors.js';
import { readArguments } from '../command-line.js';
import { unusable, type CommandOutcome } from '../outcome.js';
import { askAll, flawsOf, tryAll, withUsual, type AnswerDoors } from './collect-answers.js';
import { deployFiles, type Deployment } from './deploy-files.js';
import { envText } from './env-text.js';
import { ADMINISTRATOR, ANSWER_NAMES, DRAWN_SECRETS, SECRET_NAMES, type Answers } from './questions.js';

export interface InitDoors extends AnswerDoors {
  /** Where `.env` is to lie. */
  readonly folder: string;
  /** The text of `.env.example`. */
  readonly example: () => Promise<string>;
  readonly deployment: Omit<Deployment, 'folder' | 'publicUrl' | 'port' | 'data' | 'backups' | 'written'>;
  /** Makes the database, or brings it up to date, by what was just written. @returns what it says */
  readonly migrate: () => Promise<readonly string[]>;
  readonly hasAdministrator: () => Promise<boolean>;
  /** Asks for the password. */
  readonly addAdministrator: (administrator: Administrator) => Promise<CommandOutcome>;
}

interface Administrator {
  readonly username: string;
  readonly fullName: string;
}

const SECRET_FOLDER = 'cau-hinh-bi-mat';
const DEPLOY_FOLDER = 'trien-khai';
const USUAL_BACKUPS = '/mnt/sao-luu/hoi-am';
const SECRET_BYTES = 36;
const OWNER_ONLY = { folder: 0o700, file: 0o600, command: 0o755 };

/**
 * `hoi-am init`: asks what a department knows of itself and tries each part while asking, or takes it from a file; draws the secrets, writes a commented
 * `.env` and the files that put the app into the machine, makes the database and, where there is none yet, the first administrator. It may be run again:
 * what was said before is offered, no secret is drawn again, and the former `.env` stays beside the new one.
 *
 * Status 0 when all is written, 1 when an answer fails its trial (nothing is written) or there is still no administrator, 2 for answers that are missing
 * or unusable.
 */
export async function runInit(args: readonly string[], doors: InitDoors): Promise<CommandOutcome> {
  const { answers: file, untried = false } = readArguments('init', args).values;
  const before = await knownIn(doors.folder);
  if (file === undefined) return settle(doors, await askPerson(doors, before), () => askAdministrator(doors));
  const given = await answersIn(file);
  if (typeof given === 'string') return unusable(given);
  const answers = { ...withUsual({ ...before, ...given }) };
  const missing = Object.values(ADMINISTRATOR).filter(({ name }) => (answers[name] ?? '') === '');
  const flaws = [...flawsOf(withSecrets(answers)), ...missing.map(({ name, words }) => `Thiếu ${name}: ${words}.`)];
  if (flaws.length > 0) return unusable(...flaws);
  const faults = untried ? [] : await tryAll(doors, answers);
  if (faults.length > 0) return { exitCode: 1, lines: [], messages: [...faults, NOTHING_WRITTEN] };
  const [username = '', fullName = ''] = Object.values(ADMINISTRATOR).map(({ name }) => answers[name]);
  return settle(doors, answers, () => doors.addAdministrator({ username, fullName }));
}

const NOTHING_WRITTEN = 'Chưa ghi gì. Sửa tệp trả lời rồi chạy lại, hoặc thêm --untried để ghi mà không thử.';

async function askPerson(doors: InitDoors, before: Answers): Promise<Answers> {
  doors.say('Enter lấy giá trị trong ngoặc vuông. Trả lời xong mọi phần thì lệnh mới ghi.');
  let answers = await askAll(doors, before);
  for (;;) {
    const flaws = flawsOf(withSecrets(answers));
    if (flaws.length === 0) return answers;
    for (const flaw of flaws) doors.say(`✗ ${flaw}`);
    answers = await askAll(doors, answers);
  }
}

/** Until one is taken: a password that is too weak is asked for again. */
async function askAdministrator(doors: InitDoors): Promise<CommandOutcome> {
  doors.say('\nĐã ghi cấu hình, đã lập cơ sở dữ liệu. Quản trị đầu tiên');
  for (;;) {
    const username = await asked(doors, ADMINISTRATOR.username.words);
    const fullName = await asked(doors, ADMINISTRATOR.fullName.words);
    const outcome = await doors.addAdministrator({ username, fullName });
    if (outcome.exitCode === 0) return outcome;
    for (const message of outcome.messages) doors.say(`  ✗ ${message}`);
  }
}

async function asked(doors: InitDoors, words: string): Promise<string> {
  for (;;) {
    const said = (await doors.ask(`  ${words}`, '')).trim();
    if (said !== '') return said;
  }
}

async function settle(
  doors: InitDoors,
  answers: Answers,
  addAdministrator: () => Promise<CommandOutcome>,
): Promise<CommandOutcome> {
  const lines = await write(doors, withSecrets(answers));
  const migrated = await doors.migrate();
  const { exitCode, messages } = (await doors.hasAdministrator()) ? ADDED_BEFORE : await addAdministrator();
  const missing = exitCode === 0 ? [] : ['Chưa có quản trị nào: chạy hoi-am account add TÀI-KHOẢN --name "HỌ TÊN".'];
  return { exitCode, lines, messages: [...migrated, ...leftToDo(answers), ...messages, ...missing] };
}

const ADDED_BEFORE: CommandOutcome = { exitCode: 0, lines: [], messages: ['Đã có quản trị từ trước.'] };

async function write(doors: InitDoors, answers: Answers): Promise<readonly string[]> {
  const { folder, example } = doors;
  const variables = { NODE_ENV: 'production', ...(await writeSecrets(folder, answers)), ...openOnes(answers) };
  await mkdir(answers['HOI_AM_DATA'] ?? '', { recursive: true, mode: OWNER_ONLY.folder });
  const env = join(folder, '.env');
  await copyFile(env, join(folder, '.env.truoc')).catch((error: unknown) => {
    if (!isSystemError(error, 'ENOENT')) throw error;
  });
  await writeFile(env, envText(await example(), variables), { mode: OWNER_ONLY.file, flush: true });
  return [env, ...(await writeDeployment(doors, answers))].map((path) => `Đã ghi ${path}`);
}

/** Secrets lie in files of their own, where a list of processes does not show them. @returns the variables that name the files */
async function writeSecrets(folder: string, answers: Answers): Promise<Answers> {
  await mkdir(join(folder, SECRET_FOLDER), { recursive: true, mode: OWNER_ONLY.folder });
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(answers).filter(([one, said]) => said !== '' && SECRET_NAMES.has(one))) {
    const path = join(folder, SECRET_FOLDER, name);
    await writeFile(path, `${value}\n`, { mode: OWNER_ONLY.file, flush: true });
    variables[`${name}_FILE`] = path;
  }
  return variables;
}

function openOnes(answers: Answers): Answers {
  const isOpen = ([name, value]: readonly [string, string]): boolean =>
    value !== '' && !SECRET_NAMES.has(name) && !name.startsWith('ADMIN_') && name !== 'NODE_ENV';
  return Object.fromEntries(Object.entries(answers).filter(isOpen));
}

async function writeDeployment({ folder, deployment }: InitDoors, answers: Answers): Promise<readonly string[]> {
  const { HOI_AM_PUBLIC_URL: publicUrl = '', HOI_AM_PORT: port = '8022', HOI_AM_BACKUPS: backups = '' } = answers;
  const data = resolve(folder, answers['HOI_AM_DATA'] ?? '');
  const places = { folder, publicUrl, port, data, backups: backups === '' ? USUAL_BACKUPS : backups };
  const files = deployFiles({ ...deployment, ...places, written: writtenPlaces(folder, answers) });
  await mkdir(join(folder, DEPLOY_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const mode = name === 'hoi-am' ? OWNER_ONLY.command : undefined;
    await writeFile(join(folder, DEPLOY_FOLDER, name), text, { mode });
  }
  return Object.keys(files).map((name) => join(folder, DEPLOY_FOLDER, name));
}

const OPEN_BACKUPS =
  'Bản sao lưu chưa mã hóa, ai lấy được ổ ấy thì đọc được dữ liệu người dân. Muốn mã hóa: tạo khóa trên máy khác, chạy lại init và nhập ' +
  'khóa công khai age1… (docs/operations/production.md, mục “Sao lưu”).';

/** Folders that were named for the database, files, anchors and backups. */
function writtenPlaces(
  folder: string,
  {
    DATABASE_URL: url = '',
    HOI_AM_FILES: files = '',
    HOI_AM_ANCHORS: anchors = '',
    HOI_AM_BACKUPS: backups = '',
  }: Answers,
): readonly string[] {
  const database = sqlitePath(url);
  return [database === null ? '' : dirname(database), files, anchors, backups]
    .filter((place) => place !== '' && !place.startsWith('s3:'))
    .map((place) => resolve(folder, place));
}

function leftToDo({
  HOI_AM_PUBLIC_URL: url = '',
  HOI_AM_BACKUPS: backups = '',
  BACKUP_RECIPIENTS: recipients = '',
}: Answers): readonly string[] {
  const steps = [
    `Chép các tệp trong ${DEPLOY_FOLDER} tới chỗ ghi ở dòng đầu của mỗi tệp; đặt chứng thư TLS cho nginx.`,
    'systemctl daemon-reload; systemctl enable hoi-am; systemctl restart hoi-am.',
    ...(recipients === '' ? [OPEN_BACKUPS] : []),
    ...(backups === '' ? [] : [`hoi-am backup --out ${backups}: bản sao lưu đầu tiên; từ đó phần mềm tự làm mỗi đêm.`]),
    ...(backups === '' || recipients === ''
      ? []
      : [
          `Người giữ khóa riêng mang tệp khóa tới, chạy hoi-am restore --from ${backups} --rehearse --identity TỆP, rồi mang đi.`,
        ]),
    'hoi-am doctor: mỗi dòng ✗ có cách sửa.',
    'Phía hệ thống quản lý văn bản khai địa chỉ gọi lại ' +
      `${url}/soap/eoffice-callback/v1 với tài khoản CALLBACK_USERNAME và mật khẩu trong ${SECRET_FOLDER}/CALLBACK_PASSWORD.`,
    `Mở ${url}, đăng nhập, bật xác thực hai lớp; rồi theo “Ngày đầu” (docs/operations/first-day.md) từ bước 2: thêm quản trị thứ hai.`,
  ];
  return ['Còn lại, làm bằng root:', ...steps.map((step, index) => `${String(index + 1)}. ${step}`)];
}

function withSecrets(answers: Answers): Answers {
  const drawn = DRAWN_SECRETS.map((name) => [name, answers[name] ?? ''] as const).map(
    ([name, value]) => [name, value === '' ? randomBytes(SECRET_BYTES).toString('base64url') : value] as const,
  );
  return { ...answers, ...Object.fromEntries(drawn) };
}

/** What a former run, or a person, has written into `.env`; secrets out of their files. */
async function knownIn(folder: string): Promise<Answers> {
  const text = await readFile(join(folder, '.env'), 'utf8').catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return '';
    throw error;
  });
  const known: Record<string, string> = {};
  for (const [name, value = ''] of Object.entries(parseEnv(text))) {
    const secret = name.replace(/_FILE$/u, '');
    if (secret !== name && SECRET_NAMES.has(secret)) known[secret] = (await readFile(value, 'utf8')).trimEnd();
    else if (value !== '') known[name] = value;
  }
  return known;
}

async function answersIn(path: string): Promise<Answers | string> {
  let said: unknown;
  try {
    said = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    return `Không đọc được ${path}: ${error instanceof Error ? error.message : String(error)}.`;
  }
  if (typeof said !== 'object' || said === null) return `${path} phải là một đối tượng JSON {"TÊN": "giá trị"}.`;
  const entries = Object.entries(said);
  const strange = entries.find(([name, value]) => !ANSWER_NAMES.includes(name) || typeof value !== 'string');
  if (strange) return `${path}: "${strange[0]}" không dùng được. Các tên: ${ANSWER_NAMES.join(', ')}.`;
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}
