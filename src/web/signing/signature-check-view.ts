import type { SignatureVerdict, Verification } from '../../signing/domain/verification/verify-pdf.js';
import { weighs, type Reason, type Weight } from '../../signing/domain/verification/reasons.js';
import type { CheckedPdf } from '../../signing/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { Fact } from '../kit/facts.js';
import type { FindingView } from '../format/finding-list.js';
import type { VerdictView } from './verdict.js';
import type { CheckedPdfView, CheckedSignatureView, SignatureCheckView } from './signature-check-page.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { VERDICT_WORDS } from './signatures.js';
import { fullDay, moment, timeWithSeconds } from '../kit/words/time.js';
import { fileCheckForm, type CheckableFile } from '../format/file-check-form.js';
import type { RefusedAct } from '../kit/refused-values.js';

const FILE: CheckableFile = {
  action: '/kiem-tra-chu-ky',
  label: 'Tệp PDF đã ký',
  hint: 'Nhiều nhất 20 MB.',
  accept: '.pdf,application/pdf',
};

export function signatureCheckView(
  refused: RefusedAct | null,
  checked: CheckedPdfView | null = null,
): SignatureCheckView {
  return { form: fileCheckForm(refused, FILE), checked };
}

/** @param name as the browser called the file */
export function checkedPdfView(name: string, checked: CheckedPdf): CheckedPdfView {
  if (checked.kind === 'notChecked') {
    return { name, verdict: null, troubles: checked.messages, reasons: [], signatures: [], facts: [] };
  }
  const { sha256, size, verification } = checked;
  const { signatures } = verification;
  const told = new Set(signatures.flatMap(({ reasons }) => reasons.map(({ message }) => message)));
  return {
    name,
    verdict: verdictView(verification),
    troubles: [],
    reasons: verification.reasons.filter(({ message }) => !told.has(message)).map(findingOf),
    signatures: signatures.map((signature, at) => signatureView(signature, { place: at + 1, size })),
    facts: [
      { label: 'Dung lượng', value: `${fileSize(size)} (${count(size)} byte)` },
      { label: 'SHA-256', value: sha256 },
    ],
  };
}

const TONES: Readonly<Record<Verification['verdict'], VerdictView['tone']>> = {
  valid: 'pass',
  invalid: 'fail',
  changedAfterSigning: 'fail',
  unknown: 'unknown',
  unsigned: 'unknown',
};

const MEANINGS: Readonly<Record<Verification['verdict'], string>> = {
  valid: 'Mọi chữ ký đều hợp lệ và bản đang hiển thị đúng là bản đã ký.',
  invalid: 'Không dùng tệp này làm căn cứ. Đề nghị nơi gửi gửi lại bản ký đúng.',
  changedAfterSigning:
    'Nội dung đang hiển thị không còn là nội dung đã ký. Không dùng tệp này làm căn cứ; đề nghị nơi gửi gửi lại.',
  unknown: 'Chưa kết luận được là hợp lệ. Xem lý do ở từng chữ ký, rồi kiểm tra lại khi đã có căn cứ.',
  unsigned: 'Tệp chưa có ai ký số. Hình chữ ký, hình dấu trong tệp không phải chữ ký số.',
};

function verdictView({ verdict }: Verification): VerdictView {
  return { tone: TONES[verdict], heading: VERDICT_WORDS[verdict], text: MEANINGS[verdict] };
}

function signatureView(
  signature: SignatureVerdict,
  { place, size }: { readonly place: number; readonly size: number },
): CheckedSignatureView {
  const { signer, isTimestamp, verdict, reasons } = signature;
  const what = isTimestamp ? 'Dấu thời gian' : 'Chữ ký';
  return {
    id: `t-chu-ky-${String(place)}`,
    heading: `${what} ${String(place)}: ${signer === '' ? 'không rõ người ký' : signer}`,
    verdict: VERDICT_WORDS[verdict],
    findings: reasons.map(findingOf),
    facts: [...timeFacts(signature), ...certificateFacts(signature), coverageFact(signature, size)],
  };
}

function findingOf({ code, message }: Reason): FindingView {
  return { severity: SEVERITIES[weighs(code)], message, notes: [] };
}

const SEVERITIES: Readonly<Record<Weight, FindingView['severity']>> = {
  invalid: 'error',
  changedAfterSigning: 'error',
  unknown: 'unknown',
  note: 'warning',
};

const TIME_SOURCES = {
  given: 'thời điểm chỉ định',
  timestamp: 'theo dấu thời gian',
  claimed: 'theo giờ ghi trong chữ ký, không có dấu thời gian xác nhận',
  now: 'chữ ký không ghi giờ hoặc ghi giờ chưa tới, xét tại lúc kiểm tra',
} as const;

function timeFacts({ signedAt, findings, level }: SignatureVerdict): Fact[] {
  const source = findings === null ? '' : ` (${TIME_SOURCES[findings.timeSource]})`;
  const time = signedAt === null ? 'Không ghi' : `${fullDay(civilDateOf(signedAt))}, ${timeWithSeconds(signedAt)}`;
  return [
    { label: 'Thời gian ký', value: `${time}${source}` },
    ...(level === null ? [] : [{ label: 'Mức', value: `PAdES ${level}` }]),
  ];
}

const REVOCATION = {
  good: 'Chưa bị thu hồi',
  revoked: 'Đã bị thu hồi',
  unknown: 'Chưa biết có bị thu hồi hay không',
  notDeclared: 'Chứng thư không ghi nơi tra cứu thu hồi',
} as const;

function certificateFacts({ findings }: SignatureVerdict): Fact[] {
  if (!findings?.certificate) return [];
  const { certificate, revocation, algorithms } = findings;
  const { subject, issuer, serial, notBefore, notAfter } = certificate;
  const given = (label: string, value: string | null | undefined): Fact[] => {
    return value === null || value === undefined || value === '' ? [] : [{ label, value }];
  };
  const validity = `${fullDay(civilDateOf(notBefore))} đến ${fullDay(civilDateOf(notAfter))}`;
  return [
    ...given('Chức danh', subject.title),
    ...given('Cơ quan', subject.organization),
    ...given('Tổ chức chứng thực', issuer.commonName ?? issuer.organization),
    { label: 'Chứng thư', value: `Số ${serial}, hiệu lực từ ${validity}` },
    ...given('Thu hồi', revocation && withEvidence(REVOCATION[revocation.status], revocation.evidenceAt)),
    ...given('Thuật toán', algorithms),
  ];
}

function withEvidence(words: string, at: Date | null): string {
  return at === null ? words : `${words}, theo tổ chức chứng thực lúc ${moment(at)}`;
}

/** Which bytes the signature vouches for: all that is shown, or only what stood there when it was made. */
function coverageFact({ coversWholeFile, revisionEnd }: SignatureVerdict, size: number): Fact {
  const label = 'Phần được ký';
  if (coversWholeFile) return { label, value: 'Toàn bộ tệp, trừ chỗ chứa chữ ký' };
  if (revisionEnd === 0) return { label, value: 'Không xác định được' };
  const later = count(size - revisionEnd);
  return { label, value: `${count(revisionEnd)} byte đầu; ${later} byte sau được thêm sau chữ ký này` };
}
