import type { Actor } from '../../../../src/kernel/actor.js';
import { SignatureEvidenceEntity } from '../../../../src/signing/persistence/signature-evidence.entity.js';
import { SignatureRequestEntity } from '../../../../src/signing/persistence/signing.entities.js';
import type { ProofLine } from '../../../../src/signing/domain/proof/letter-proof.js';
import { proofOf, type KeptProof } from '../../../../src/web/signing/letter-proof.js';
import { openVerdict } from '../../../../src/web/signing/open-verdict.js';
import { proofPanel } from '../../../../src/web/signing/proof-panel-view.js';
import type { SignatureDetail, SignatureView } from '../../../../src/web/signing/signature-page.js';
import { signaturePassed } from './signature.js';

const SUBJECT = 'Trả lời phản ánh về bữa ăn bán trú tại Trường PT nhiều cấp Hoa Phượng';
const SHA = '41d07e5c'.repeat(8);

const passed = (code: ProofLine['code'], title: string, detail: string): ProofLine => {
  return { code, title, result: 'pass', detail };
};

const LINES: readonly ProofLine[] = [
  passed('submittedFile', 'Đúng tệp đã gửi ký', 'Lần lưu đầu trùng khớp hoàn toàn với bản đã trình.'),
  passed('coverage', 'Chữ ký phủ hết tệp', 'Không byte nào nằm ngoài vùng ký, trừ chỗ chứa chữ ký.'),
  passed('unchanged', 'Không đổi sau khi ký', 'Không có gì thêm, bớt hay che sau chữ ký của lãnh đạo.'),
  passed('signer', 'Đúng người được trình', 'Đỗ Quốc Khánh, Phó Giám đốc.'),
  passed('validity', 'Chứng thư còn hiệu lực lúc ký', 'Ký lúc 09:26:41, 18/03/2026; chứng thư đến 01/01/2030.'),
  {
    code: 'revocation',
    title: 'Chứng thư không bị thu hồi',
    result: 'unknown',
    detail: 'Chưa có căn cứ để biết chứng thư có bị thu hồi hay không: ca.mau-thu.vn không trả lời.',
  },
  passed('algorithm', 'Thuật toán đủ mạnh', 'RSA 3072, SHA-256.'),
  { code: 'register', title: 'Số và ngày khớp sổ', result: 'notChecked', detail: 'Chưa cấp số.' },
  { code: 'seal', title: 'Dấu của cơ quan', result: 'notChecked', detail: 'Chưa đóng dấu.' },
];

const KEPT = { lines: LINES, passed: false, verdict: 'unknown' };

const judged = (id: string, kind: 'judged' | 'overridden', at: string): SignatureEvidenceEntity =>
  Object.assign(new SignatureEvidenceEntity(), {
    ...{ id, kind, subjectKind: 'letter' as const, fileName: 'cong-van.pdf', fileSha256: SHA },
    ...{ verdict: 'unknown', judgedAt: new Date(at) },
  });

const khanh: Actor = { id: 'khanh', name: 'Đỗ Quốc Khánh', unitId: 'lanh-dao', roles: ['leader'] };

function open(
  proof: typeof KEPT & Partial<Pick<KeptProof, 'override' | 'later'>>,
  evidence: readonly SignatureEvidenceEntity[],
  state: 'signed' | 'verified',
): SignatureView {
  const request = Object.assign(new SignatureRequestEntity(), {
    ...{ id: '9', state, proof, signedSha256: SHA, sealedSha256: null, submittedById: 'ngoc' },
  });
  const kept = proofOf(request);
  const selected: SignatureDetail | null = signaturePassed.selected && {
    ...signaturePassed.selected,
    verdict: openVerdict(SUBJECT, 'Đã ký, chờ lấy số', kept ?? { lines: [], passed: false, verdict: 'unknown' }),
    proof: proofPanel({ request, evidence, authorId: 'ngoc', refused: null }, khanh),
    may: { check: false, releaseHref: null, draftHref: null, thereHref: null },
  };
  const letters = signaturePassed.letters.map((letter) =>
    letter.current ? { ...letter, latest: 'Đã ký, chưa đủ căn cứ', tone: 'wait' as const } : letter,
  );
  return { ...signaturePassed, letters, selected };
}

const first = judged('1', 'judged', '2026-03-18T02:27:06Z');

export const signatureOpen = open(KEPT, [first], 'signed');

export const signatureOverridden = open(
  {
    ...KEPT,
    override: {
      by: 'Hoàng Thị Minh Nguyệt',
      at: '2026-03-18T03:05:00.000Z',
      reason: 'Đã gọi tổ chức chứng thực lúc 10:00, được trả lời chứng thư còn hiệu lực; cổng thu hồi đang bảo trì.',
    },
  },
  [judged('2', 'overridden', '2026-03-18T03:05:00Z'), first],
  'verified',
);
