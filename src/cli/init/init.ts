import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
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
  readonly deployment: Omit<Deployment, 'folder' | 'publicUrl' | 'port' | 'backups'>;
  /** With what was just written: makes the database and the account. */
  readonly finish: (administrator: { readonly username: string; readonly fullName: string }) => Promise<CommandOutcome>;
}

const SECRET_FOLDER = 'cau-hinh-bi-mat';
const DEPLOY_FOLDER = 'trien-khai';
const USUAL_BACKUPS = '/mnt/sao-luu/hoi-am';
const SECRET_BYTES = 36;
const OWNER_ONLY = { folder: 0o700, file: 0o600, command: 0o755 };

/**
 * `hoi-am init`: asks what a department knows of itself and tries each part while asking, or takes it from a file; draws the secrets, writes a commented
 * `.env` and the files that put the app into the machine, makes the database and the first administrator. It may be run again: what was said before is
 * offered, no secret is drawn again, and the former `.env` stays beside the new one.
 *
 * Status 0 when all is written, 1 when an answer fails its trial (nothing is written), 2 for answers that are missing or unusable.
 */
export async function runInit(args: readonly string[], doors: InitDoors): Promise<CommandOutcome> {
  const { answers: file, untried = false } = readArguments('init', args).values;
  const before = await knownIn(doors.folder);
  if (file === undefined) return settle(doors, await askPerson(doors, before));
  const given = await answersIn(file);
  if (typeof given === 'string') return unusable(given);
  const answers = { ...withUsual({ ...before, ...given }) };
  const missing = Object.values(ADMINISTRATOR).filter(({ name }) => (answers[name] ?? '') === '');
  const flaws = [...flawsOf(withSecrets(answers)), ...missing.map(({ name, words }) => `Thiếu ${name}: ${words}.`)];
  if (flaws.length > 0) return unusable(...flaws);
  const faults = untried ? [] : await tryAll(doors, answers);
  if (faults.length > 0) return { exitCode: 1, lines: [], messages: [...faults, NOTHING_WRITTEN] };
  return settle(doors, answers);
}

const NOTHING_WRITTEN = 'Chưa ghi gì. Sửa tệp trả lời rồi chạy lại, hoặc thêm --untried để ghi mà không thử.';

async function askPerson(doors: InitDoors, before: Answers): Promise<Answers> {
  doors.say('Enter lấy giá trị trong ngoặc vuông. Chưa gì được ghi trước câu cuối.');
  let answers = await askAll(doors, before);
  for (;;) {
    const flaws = flawsOf(withSecrets(answers));
    if (flaws.length === 0) break;
    for (const flaw of flaws) doors.say(`✗ ${flaw}`);
    answers = await askAll(doors, answers);
  }
  doors.say('\nQuản trị');
  const said: Record<string, string> = { ...answers };
  for (const { name, words } of Object.values(ADMINISTRATOR)) said[name] = await asked(doors, words);
  return said;
}

async function asked(doors: InitDoors, words: string): Promise<string> {
  for (;;) {
    const said = (await doors.ask(`  ${words}`, '')).trim();
    if (said !== '') return said;
  }
}

async function settle(doors: InitDoors, answers: Answers): Promise<CommandOutcome> {
  const written = await write(doors, withSecrets(answers));
  const { username, fullName } = ADMINISTRATOR;
  const done = await doors.finish({ username: answers[username.name] ?? '', fullName: answers[fullName.name] ?? '' });
  return { ...done, lines: [...written, ...done.lines], messages: [...done.messages, ...leftToDo(answers)] };
}

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
  const places = { folder, publicUrl, port, backups: backups === '' ? USUAL_BACKUPS : backups };
  const files = deployFiles({ ...deployment, ...places });
  await mkdir(join(folder, DEPLOY_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const mode = name === 'hoi-am' ? OWNER_ONLY.command : undefined;
    await writeFile(join(folder, DEPLOY_FOLDER, name), text, { mode });
  }
  return Object.keys(files).map((name) => join(folder, DEPLOY_FOLDER, name));
}

function leftToDo({ HOI_AM_PUBLIC_URL: url = '' }: Answers): readonly string[] {
  return [
    'Còn lại, làm bằng root:',
    `1. Chép các tệp trong ${DEPLOY_FOLDER} tới chỗ ghi ở dòng đầu của mỗi tệp; đặt chứng thư TLS cho nginx.`,
    '2. systemctl enable --now hoi-am, rồi hoi-am doctor: mỗi điều sai có cách sửa.',
    '3. Phía hệ thống quản lý văn bản khai địa chỉ gọi lại ' +
      `${url}/soap/eoffice-callback/v1 với tài khoản CALLBACK_USERNAME và mật khẩu trong ${SECRET_FOLDER}/CALLBACK_PASSWORD.`,
    `4. Mở ${url}, đăng nhập, bật xác thực hai lớp; thêm quản trị thứ hai; rồi theo “Ngày đầu” (docs/operations/first-day.md) từ bước 4.`,
  ];
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
