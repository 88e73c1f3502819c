import type { SignatureVerdict, Verification } from '../../../../src/signing/domain/verification/verify-pdf.js';
import { reason } from '../../../../src/signing/domain/verification/reasons.js';
import { checkedPdfView, signatureCheckView } from '../../../../src/web/signing/signature-check-view.js';
import type { SignatureCheckView } from '../../../../src/web/signing/signature-check-page.js';

const ISSUER = { commonName: 'CA phục vụ các cơ quan nhà nước G2 (MẪU THỬ NGHIỆM)' };

const leader: SignatureVerdict = {
  field: 'ChuKyLanhDao',
  signer: 'Đỗ Quốc Khánh',
  certificateSha256: '4f'.repeat(32),
  signedAt: new Date('2026-03-18T02:26:41Z'),
  verdict: 'valid',
  coversWholeFile: false,
  revisionEnd: 96_412,
  subFilter: 'ETSI.CAdES.detached',
  isTimestamp: false,
  level: 'B-T',
  reasons: [],
  findings: {
    certificate: {
      subject: { commonName: 'Đỗ Quốc Khánh', title: 'Phó Giám đốc', organization: 'Sở Giáo dục và Đào tạo' },
      issuer: ISSUER,
      serial: '5402A1F09C',
      sha256: '4f'.repeat(32),
      notBefore: new Date('2025-01-01T00:00:00Z'),
      notAfter: new Date('2030-01-01T00:00:00Z'),
    },
    authority: null,
    level: 'B-T',
    signedAt: new Date('2026-03-18T02:26:41Z'),
    judgedAt: new Date('2026-03-18T02:26:41Z'),
    timeSource: 'timestamp',
    algorithms: 'RSA 3072, SHA-256',
    revocation: { status: 'good', evidenceAt: new Date('2026-03-18T01:00:00Z') },
    reasons: [],
    wantedCrls: [],
    wantedOcsps: [],
  },
};

const agency: SignatureVerdict = {
  ...leader,
  field: 'DauCoQuan',
  signer: 'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
  coversWholeFile: true,
  revisionEnd: 148_230,
};

const changed: SignatureVerdict = {
  ...leader,
  verdict: 'changedAfterSigning',
  reasons: [reason('page-changed', '(trang 1)'), reason('revocation-not-declared', '(Đỗ Quốc Khánh)')],
};

const verification = (verdict: Verification['verdict'], signatures: readonly SignatureVerdict[]): Verification => ({
  accept: verdict === 'valid',
  verdict,
  reasons: signatures.flatMap(({ reasons }) => reasons),
  signatures,
  wantedCrls: [],
  wantedOcsps: [],
  formTexts: new Map(),
  grounds: { judgedAt: new Date('2026-03-19T01:00:00Z'), anchors: [], certificates: [], crls: [], ocsps: [] },
});

const checked = (name: string, found: Verification): SignatureCheckView =>
  signatureCheckView(
    null,
    checkedPdfView(name, { kind: 'checked', sha256: '9f3c18d2'.repeat(8), size: 148_230, verification: found }),
  );

export const signatureCheck = signatureCheckView(null);
export const signatureChecked = checked('513-SGDĐT-GDTrH.pdf', verification('valid', [leader, agency]));
export const signatureCheckChanged = checked(
  'Công văn của Trường THPT Núi Voi về việc thu tiền học thêm (bản gửi lại).pdf',
  verification('changedAfterSigning', [changed]),
);
export const signatureNotChecked = signatureCheckView(
  null,
  checkedPdfView('bang-ke.xlsx', {
    kind: 'notChecked',
    messages: ['Tệp không phải PDF. Chọn tệp PDF có chữ ký số cần kiểm tra.'],
  }),
);
