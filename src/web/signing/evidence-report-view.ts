import type { SignatureEvidenceEntity } from '../../signing/index.js';
import type { ReportSignature } from '../../signing/domain/evidence/evidence-report.js';
import { vietnameseTime } from '../../signing/domain/verification/vietnamese-time.js';
import type { Fact } from '../kit/facts.js';
import type { EvidenceReportView } from './evidence-report.js';
import { count } from '../kit/words/numbers.js';
import { VERDICT_WORDS } from './signatures.js';

const RESULTS = { pass: 'Đạt', fail: 'Không đạt', unknown: 'Chưa đủ căn cứ', notChecked: 'Chưa kiểm tra' } as const;

/** A judgement in words for a reader who opens its archive outside the agency. */
export function evidenceReportView(evidence: SignatureEvidenceEntity): EvidenceReportView {
  const { fileName, report, certificates, crls, ocsps, anchors } = evidence;
  return {
    title: `Chứng cứ kiểm tra chữ ký số: ${fileName}`,
    facts: factsOf(evidence),
    lines: report.lines.map(({ result, title, detail }) => [RESULTS[result], title, detail]),
    signatures: report.signatures.map(signatureOf),
    grounds: [
      `${count(certificates.length)} chứng thư, dạng PEM, trong thư mục chung-thu; chứng thư được tin là gốc trong chung-thu-goc.`,
      `${count(crls.length)} danh sách thu hồi và ${count(ocsps.length)} trả lời OCSP, dạng DER, trong thư mục thu-hoi.`,
      `${count(anchors.length)} chứng thư gốc được tin lúc kiểm tra: ${anchors.join(', ')}.`,
      'Mã SHA-256 của mọi tệp trong SHA256SUMS; đối chiếu bằng lệnh: sha256sum -c SHA256SUMS.',
      'bao-cao.json là bản cho phần mềm; mã của phần report (JSON, khóa xếp theo thứ tự) cũng nằm trong nhật ký của hệ thống.',
    ],
  };
}

function factsOf(evidence: SignatureEvidenceEntity): readonly Fact[] {
  const { verdict, report, judgedAt, fileSha256, submittedSha256, reportSha256, actorName, reason } = evidence;
  const facts = [
    ['Kết luận về chữ ký', VERDICT_WORDS[report.verdict]],
    ['Kết luận chung', report.passed ? 'Đạt' : 'Không đạt hoặc chưa đủ căn cứ'],
    ['Kiểm tra lúc', vietnameseTime(judgedAt)],
    ['Quy tắc', report.rules],
    ['Tệp đã kiểm tra, SHA-256', fileSha256],
    ['Tệp đã gửi ký, SHA-256', submittedSha256 ?? ''],
    ['Báo cáo, SHA-256', reportSha256],
    ['Người cho phép dùng', actorName ?? ''],
    ['Lý do', reason ?? ''],
    ['Lý do không hợp lệ', verdict === 'valid' ? '' : report.reasons.map(({ message }) => message).join(' ')],
  ] as const;
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

function signatureOf(signature: ReportSignature): EvidenceReportView['signatures'][number] {
  const { field, signer, serial, certificateSha256, algorithms, subFilter, signedAt, judgedAt, reasons } = signature;
  const time = (iso: string | null): string => (iso === null ? '' : vietnameseTime(new Date(iso)));
  const facts = [
    ['Người ký', signer],
    ['Kết luận', VERDICT_WORDS[signature.verdict as keyof typeof VERDICT_WORDS]],
    ['Ký lúc', time(signedAt)],
    ['Xét chứng thư tại', time(judgedAt)],
    ['Số chứng thư', serial ?? ''],
    ['Chứng thư, SHA-256', certificateSha256],
    ['Thuật toán', algorithms ?? ''],
    ['Dạng chữ ký', subFilter],
    ['Phủ hết tệp', signature.coversWholeFile ? 'Có' : 'Không; phần sau do chữ ký sau phủ'],
    ['Ghi nhận', reasons.map(({ message }) => message).join(' ')],
  ] as const;
  return {
    heading: signature.isTimestamp ? `Dấu thời gian ${field}` : `Chữ ký ${field}`,
    facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
  };
}
