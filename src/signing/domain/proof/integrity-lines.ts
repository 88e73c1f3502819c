import { type Reason, type ReasonCode, weighs } from '../verification/reasons.js';
import type { SignatureVerdict } from '../verification/verify-pdf.js';
import { vietnameseDay, vietnameseTime } from '../verification/vietnamese-time.js';
import {
  type ProofInput,
  type ProofCode,
  type ProofLine,
  type ProofResult,
  SEAL_FIELD,
  signatureIn,
} from './proof-case.js';
import { whyTimeNotBelieved } from './signing-time.js';
import type { WrittenEntry } from './written-entry.js';

const COVERAGE: readonly ReasonCode[] = [
  'not-covered',
  'bytes-after-end',
  'byte-range-malformed',
  'byte-range-not-around-contents',
  'byte-range-not-at-revision',
  'signature-not-of-its-revision',
];
const IDENTITY: readonly ReasonCode[] = ['path-missing', 'self-signed', 'key-usage', 'cms-signer-certificate-missing'];
const VALIDITY: readonly ReasonCode[] = [
  'certificate-not-valid-at-time',
  'authority-not-allowed',
  'certificate-critical-extension',
  'timestamp-malformed',
  'timestamp-imprint',
  'timestamp-signature',
  'timestamp-purpose',
  'timestamp-certificate',
  'timestamp-path-missing',
  'timestamp-in-future',
  // Of no use, and not merely short of evidence: nobody lets such a letter on.
  'timestamp-revoked',
];
const REVOCATION: readonly ReasonCode[] = ['certificate-revoked', 'revocation-unknown', 'timestamp-revocation-unknown'];
const ALGORITHM: readonly ReasonCode[] = [
  'algorithm-weak',
  'algorithm-unknown',
  'algorithm-mismatch',
  'timestamp-algorithm-weak',
  'timestamp-algorithm-unknown',
  'timestamp-algorithm-mismatch',
];

const LINE_OF: ReadonlyMap<ReasonCode, ProofCode> = new Map([
  ...COVERAGE.map((code) => [code, 'coverage'] as const),
  ...IDENTITY.map((code) => [code, 'signer'] as const),
  ...VALIDITY.map((code) => [code, 'validity'] as const),
  ...REVOCATION.map((code) => [code, 'revocation'] as const),
  ...ALGORITHM.map((code) => [code, 'algorithm'] as const),
]);

/** Those of the reasons that belong on a line; what belongs on none counts as a change of the content. */
export function reasonsOn(line: ProofCode, reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ code }) => weighs(code) !== 'note' && (LINE_OF.get(code) ?? 'unchanged') === line);
}

export function resultOf(reasons: readonly Reason[]): ProofResult {
  if (reasons.length === 0) return 'pass';
  return reasons.every(({ code }) => weighs(code) === 'unknown') ? 'unknown' : 'fail';
}

/** A line that stands or falls with the verifier's reasons; without signatures there is nothing to say. */
function lineFrom(proofInput: ProofInput, line: Pick<ProofLine, 'code' | 'title'>, facts: string): ProofLine {
  const reasons = reasonsOn(line.code, proofInput.verification.reasons);
  if (reasons.length > 0) {
    return { ...line, result: resultOf(reasons), detail: reasons.map(({ message }) => message).join(' ') };
  }
  if (proofInput.verification.signatures.length === 0) return { ...line, result: 'fail', detail: 'Chưa có chữ ký.' };
  return { ...line, result: 'pass', detail: facts };
}

export function coverageLine(proofInput: ProofInput): ProofLine {
  const facts = 'Không byte nào nằm ngoài vùng ký, trừ chỗ chứa chữ ký.';
  return lineFrom(proofInput, { code: 'coverage', title: 'Chữ ký phủ hết tệp' }, facts);
}

const AFTER_SEAL = {
  fields: 'Sau chữ ký của lãnh đạo chỉ có số, ngày và dấu của cơ quan, đều được ký và khóa.',
  printed: 'Số và ngày đã in trước khi ký; sau chữ ký của lãnh đạo chỉ có dấu của cơ quan.',
} as const;

/** Whether the agency takes number and date that were written into the page. */
export function isTakenFromPage({ expectation }: ProofInput): boolean {
  return expectation.register?.onPage === 'report';
}

/** @param entry number and date that were written into the page after the leader signed, where nothing else was done */
export function unchangedLine(proofInput: ProofInput, entry: WrittenEntry | null): ProofLine {
  const line = { code: 'unchanged', title: 'Không đổi sau khi ký' } as const;
  if (entry !== null) {
    const isTaken = isTakenFromPage(proofInput);
    const detail = `${writtenWords(entry)} ${isTaken ? 'Ngoài ra không gì đổi.' : 'Cơ quan không nhận cách viết này.'}`;
    return { ...line, result: isTaken ? 'pass' : 'fail', detail };
  }
  const facts =
    proofInput.expectation.stage === 'sealed' || signatureIn(proofInput, SEAL_FIELD) !== undefined
      ? AFTER_SEAL[proofInput.expectation.register?.stands ?? 'fields']
      : 'Không có lần cập nhật nào sau chữ ký của lãnh đạo.';
  return withoutOpenFields(proofInput, lineFrom(proofInput, line, facts));
}

/** What others may leave open our own letters lock: number and date are the register's (Nghị định 30/2020/NĐ-CP, Điều 15). */
function withoutOpenFields({ verification }: ProofInput, line: ProofLine): ProofLine {
  const open = verification.reasons.filter(({ code }) => code === 'fill-left-open');
  if (line.result !== 'pass' || open.length === 0) return line;
  return { ...line, result: 'fail', detail: open.map(({ message }) => message).join(' ') };
}

function writtenWords({ so, ngay, thang }: WrittenEntry): string {
  return `Có thay đổi sau khi ký: số ${so.trim()}, ngày ${ngay.trim()} tháng ${thang.trim()} được viết vào trang, đúng chỗ đã chừa.`;
}

const TIME_SOURCES = {
  given: 'xét tại thời điểm chỉ định',
  timestamp: 'theo dấu thời gian',
  claimed: 'theo giờ ghi trong chữ ký',
  now: 'xét lúc kiểm tra, vì chữ ký không ghi giờ hoặc ghi giờ chưa tới',
} as const;

function validityOf({ findings }: SignatureVerdict): string[] {
  if (!findings?.certificate) return [];
  const time = `Ký ${vietnameseTime(findings.judgedAt)} ${TIME_SOURCES[findings.timeSource]}`;
  const until = `chứng thư đến ${vietnameseDay(findings.certificate.notAfter)}`;
  const level = findings.level === null ? [] : [`chữ ký mức PAdES ${findings.level}`];
  return [`${[time, until, ...level].join('; ')}.`];
}

export function validityLine(proofInput: ProofInput): ProofLine {
  const facts = proofInput.verification.signatures.flatMap((one) => validityOf(one)).join(' ');
  const line = lineFrom(proofInput, { code: 'validity', title: 'Chứng thư còn hiệu lực lúc ký' }, facts);
  const doubt = line.result === 'pass' ? whyTimeNotBelieved(proofInput) : null;
  return doubt === null ? line : { ...line, result: 'fail', detail: `${doubt} ${line.detail}` };
}

function revocationOf({ findings }: SignatureVerdict): string[] {
  if (!findings?.revocation) return [];
  const { status, evidenceAt } = findings.revocation;
  if (status === 'notDeclared') return ['Chứng thư không ghi nơi tra cứu thu hồi.'];
  return [`Tổ chức chứng thực xác nhận còn dùng được lúc ${vietnameseTime(evidenceAt)}.`];
}

export function revocationLine(proofInput: ProofInput): ProofLine {
  const facts = [...new Set(proofInput.verification.signatures.flatMap((one) => revocationOf(one)))].join(' ');
  return lineFrom(proofInput, { code: 'revocation', title: 'Chứng thư không bị thu hồi' }, facts);
}

export function algorithmLine(proofInput: ProofInput): ProofLine {
  const used = proofInput.verification.signatures.flatMap(({ findings }) => findings?.algorithms ?? []);
  const facts = `${[...new Set(used)].join('; ')}.`;
  return lineFrom(proofInput, { code: 'algorithm', title: 'Thuật toán đủ mạnh' }, facts);
}
