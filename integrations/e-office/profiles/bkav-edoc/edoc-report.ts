import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import type { XmlNode } from '../../xml/xml-node.js';
import type { EOfficeProfile } from '../profile.js';
import { textOf } from './wire.js';

type Results = NonNullable<EOfficeProfile['codes']['results']>;

const SAID = /^[A-Za-z0-9_.:-]{1,100}$/u;
/** A server that shows its own stack has failed by itself. */
const STACK = /\bat [\w$.]+\([\w.]*(?::\d+)?\)|\b[\w.]+(?:Exception|Error)\b:/u;

/** What a family of its error codes says; the path that follows names the element. */
const FAMILIES: Readonly<Record<string, string>> = {
  N: 'thiếu phần tử',
  R: 'nội dung ngoài mức cho phép ở phần tử',
  T: 'sai kiểu dữ liệu ở phần tử',
  M: 'không chấp nhận',
};

/**
 * Whether a report says that it was done: `done`, or `duplicate` when it was done before. Its `Description` may hold a stack trace, and is shown to nobody.
 *
 * @throws OutsideRefused with its code · OutsideUnavailable for a report that says neither yes nor no, or tells of a failure of its own
 */
export function judgeReport(report: XmlNode | null, results: Results): 'done' | 'duplicate' {
  const said = textOf(report, 'IsSuccess').toLowerCase();
  if (results.success.includes(said)) return 'done';
  if (said !== 'false' && said !== '0')
    throw new OutsideUnavailable('An answer without a report that says whether it was done');
  return judgeErrors(report?.children.find(({ name }) => name === 'ErrorList')?.children ?? [], results);
}

function judgeErrors(errors: readonly XmlNode[], { duplicate, retryable }: Results): 'duplicate' {
  const codes = errors.map((error) => textOf(error, 'Code')).filter((code) => SAID.test(code));
  if (codes.length > 0 && codes.every((code) => duplicate.includes(code))) return 'duplicate';
  if (errors.some((error) => STACK.test(textOf(error, 'Description')))) {
    throw new OutsideUnavailable('The e-office reports a failure of its own');
  }
  if (codes.some((code) => retryable.includes(code))) {
    throw new OutsideUnavailable(`The e-office asks to be called again: ${codes.join(', ')}`);
  }
  throw new OutsideRefused(codes[0] ?? 'REPORT', reasonOf(codes));
}

function reasonOf(codes: readonly string[]): string {
  const [code] = codes;
  if (code === undefined) return 'E-office từ chối mà không nêu lý do; thường là token hoặc mã cơ quan không đúng.';
  const [family = '', ...path] = code.split('.');
  const meaning = path.length === 0 ? undefined : FAMILIES[family];
  if (meaning === undefined) return `E-office từ chối (mã ${code}).`;
  return `E-office từ chối: ${meaning} ${path.join('.')} (mã ${code}).`;
}
