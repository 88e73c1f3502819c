import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { notLetIn } from '../../soap/client/answer.js';
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
  if (said !== 'false' && said !== '0') throw new OutsideUnavailable('câu trả lời không nói đã làm hay chưa.');
  return judgeErrors(report?.children.find(({ name }) => name === 'ErrorList')?.children ?? [], results);
}

function judgeErrors(errors: readonly XmlNode[], { duplicate, retryable }: Results): 'duplicate' {
  const codes = errors.map((error) => textOf(error, 'Code')).filter((code) => SAID.test(code));
  if (codes.length > 0 && codes.every((code) => duplicate.includes(code))) return 'duplicate';
  if (errors.some((error) => STACK.test(textOf(error, 'Description')))) {
    throw new OutsideUnavailable('hệ thống quản lý văn bản báo lỗi của chính nó.');
  }
  if (codes.some((code) => retryable.includes(code))) {
    throw new OutsideUnavailable(`hệ thống quản lý văn bản yêu cầu gọi lại sau: ${codes.join(', ')}`);
  }
  const [code] = codes;
  // What such a server says to a wrong token or agency: no reason at all.
  if (code === undefined) throw notLetIn('hệ thống quản lý văn bản từ chối mà không nêu lý do.');
  throw new OutsideRefused(code, reasonOf(code));
}

function reasonOf(code: string): string {
  const [family = '', ...path] = code.split('.');
  const meaning = path.length === 0 ? undefined : FAMILIES[family];
  if (meaning === undefined) return `Hệ thống quản lý văn bản từ chối (mã ${code}).`;
  return `Hệ thống quản lý văn bản từ chối: ${meaning} ${path.join('.')} (mã ${code}).`;
}
