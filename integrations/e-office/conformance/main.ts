import { readFileSync } from 'node:fs';
import { programOptions } from '../../program-options.js';
import { MachineClock } from '../machine-clock.js';
import { PeerUnderTest } from './peer.js';
import type { PeerOptions } from './peer.js';
import type { Verdict } from './run.js';
import { holdToContract } from './run.js';

const USAGE =
  'Cách dùng: npm run -s conformance -- --endpoint ĐỊA-CHỈ --username TÀI-KHOẢN (--password MẬT-KHẨU | --password-file TỆP)\n' +
  '           [--agency MÃ-CƠ-QUAN] [--write] [--signer MÃ-NGƯỜI-KÝ] [--json]\n';

const SIGNS = { pass: 'đạt', fail: 'KHÔNG ĐẠT', skipped: 'bỏ qua' } as const;

const ARGUMENTS = {
  endpoint: { type: 'string', default: '' },
  username: { type: 'string', default: '' },
  password: { type: 'string' },
  'password-file': { type: 'string' },
  agency: { type: 'string' },
  signer: { type: 'string' },
  write: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** @returns never: says what is wrong and ends with status 2 */
function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n${USAGE}`);
  process.exit(2);
}

function readPassword(file = ''): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return giveUp(file === '' ? 'Thiếu --password hoặc --password-file.' : `Không đọc được tệp mật khẩu ${file}.`);
  }
}

function readOptions(): PeerOptions & { readonly json: boolean } {
  const values = programOptions(ARGUMENTS, USAGE.trimEnd());
  const { username, agency, signer, write, json } = values;
  const endpoint = requireAddress(values.endpoint);
  return {
    endpoint,
    username,
    password: values.password ?? readPassword(values['password-file']),
    agency,
    signer,
    write,
    json,
  };
}

function requireAddress(address: string): string {
  const protocol = URL.parse(address)?.protocol ?? '';
  return /^https?:$/u.test(protocol) ? address : giveUp('Thiếu --endpoint, hoặc không phải địa chỉ http(s).');
}

function lineOf({ id, clause, title, verdict, reason }: Verdict): string {
  return `${SIGNS[verdict].padEnd(9)}  ${id}  (mục ${clause})  ${title}${reason === undefined ? '' : `\n             ${reason}`}\n`;
}

const { json, ...options } = readOptions();
const verdicts = await holdToContract(new PeerUnderTest(options, new MachineClock()), (verdict) => {
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : lineOf(verdict));
});
const count = (wanted: Verdict['verdict']): number => verdicts.filter(({ verdict }) => verdict === wanted).length;
process.stderr.write(`${count('pass')} đạt, ${count('fail')} không đạt, ${count('skipped')} bỏ qua.\n`);
process.exitCode = count('fail') === 0 ? 0 : 1;
