import type { Actor } from '../../kernel/actor.js';
import { mayTakeEvidence } from '../../signing/domain/policy.js';
import type { SignatureEvidenceEntity, SignatureRequestEntity } from '../../signing/index.js';
import { PROOF_CODES } from '../../signing/domain/proof/proof-case.js';
import { mayOverride, OVERRIDE_REASON } from '../../signing/domain/proof/proof-override.js';
import { PROOF_SOURCES } from '../../signing/domain/proof/proof-sources.js';
import { fileShortOfEvidence } from '../../signing/domain/signature-request.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { ProofJudgement, ProofNote, ProofPanelView } from './proof-panel.js';
import { moment } from '../kit/words/time.js';
import { proofLines, proofOf, type KeptProof } from './letter-proof.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { optional } from '../kit/http/form-pipe.js';
import { area, hidden } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export interface ProofPanelReading {
  readonly request: SignatureRequestEntity;
  /** Of the letter and its annexes, newest first. */
  readonly evidence: readonly SignatureEvidenceEntity[];
  readonly authorId: string;
  readonly refused: RefusedAct | null;
}

/** @returns null before anything came back or was brought */
export function proofPanel(reading: ProofPanelReading, actor: Actor): ProofPanelView | null {
  const { request, evidence } = reading;
  const proof = proofOf(request);
  const mayTakeOut = mayTakeEvidence(actor);
  const judgements = evidence.map((one) => judgementOf(request.id, one, mayTakeOut));
  if (proof === null) return judgements.length === 0 ? null : { ...NOTHING_TAKEN, judgements };
  return {
    heading: request.sealedSha256 === null ? 'Bản lãnh đạo đã ký' : 'Bản đã đóng dấu',
    lines: proofLines(proof),
    notes: overrideNotes(proof),
    judgements,
    sources: sourcesOf(proof),
    override: overrideForm(reading, actor),
  };
}

/** Files were brought by hand, and refused. */
const NOTHING_TAKEN: Omit<ProofPanelView, 'judgements'> = {
  heading: 'Tệp đã đưa lên, chưa được nhận',
  lines: [],
  notes: [],
  sources: [],
  override: null,
};

/** Who answers for what could not be told, and what the authority said in the end. */
export function overrideNotes({ override, later }: KeptProof): readonly ProofNote[] {
  const answered: readonly ProofNote[] = override
    ? [
        {
          tone: 'plain',
          words: `${override.by} cho phép dùng lúc ${moment(new Date(override.at))} khi chưa đủ căn cứ: ${override.reason}`,
        },
      ]
    : [];
  if (!later) return answered;
  const at = moment(new Date(later.at));
  const found: ProofNote =
    later.result === 'confirmed'
      ? { tone: 'pass', words: `Tổ chức chứng thực trả lời lúc ${at}: bản này hợp lệ.` }
      : { tone: 'fail', words: `Tổ chức chứng thực trả lời lúc ${at}: bản này không dùng được. ${later.why}` };
  return [found, ...answered];
}

const JUDGED: Readonly<Record<SignatureEvidenceEntity['kind'], string>> = {
  judged: 'Kiểm tra',
  overridden: 'Cho phép dùng',
  withdrawn: 'Rút cho phép dùng',
};

const VERDICTS: Readonly<Record<string, string>> = {
  valid: 'chữ ký hợp lệ',
  invalid: 'chữ ký không hợp lệ',
  changedAfterSigning: 'có thay đổi sau khi ký',
  unknown: 'chưa đủ căn cứ',
  unsigned: 'chưa ký',
};

function judgementOf(requestId: string, evidence: SignatureEvidenceEntity, mayTakeOut: boolean): ProofJudgement {
  return {
    words: judgementWords(evidence),
    href: mayTakeOut ? `/trinh-ky/${requestId}/chung-cu/${evidence.id}.zip` : null,
  };
}

/** `Kiểm tra lúc 09:26, 18/03/2026: chữ ký hợp lệ. SHA-256 41d07e5c…` */
export function judgementWords(evidence: SignatureEvidenceEntity): string {
  const { kind, subjectKind, fileName, fileSha256, judgedAt, verdict, passed } = evidence;
  const what = subjectKind === 'annex' ? ` phụ lục ${fileName}` : '';
  const but = verdict === 'valid' && !passed ? ', nhưng tệp không đạt kiểm tra' : '';
  return `${JUDGED[kind]}${what} lúc ${moment(judgedAt)}: ${VERDICTS[verdict] ?? verdict}${but}. SHA-256 ${fileSha256.slice(0, 8)}…`;
}

function sourcesOf({ lines }: KeptProof): readonly Fact[] {
  return lines.flatMap(({ code, title }) => {
    const known = PROOF_CODES.find((one) => one === code);
    return known === undefined ? [] : [{ label: title, value: PROOF_SOURCES[known] }];
  });
}

const { shortest, longest } = OVERRIDE_REASON;

export const overriding = defineForm({
  sha256: hidden(optional()),
  reason: area('Căn cứ để dùng bản này', {
    hint: `Từ ${String(shortest)} ký tự: đã hỏi ai, lúc nào, được trả lời thế nào.`,
    ...{ required: true, maxLength: longest },
  }),
});

function overrideForm({ request, authorId, refused }: ProofPanelReading, actor: Actor): ActFormView | null {
  const sha256 = fileShortOfEvidence(request);
  if (sha256 === null) return null;
  if (!mayOverride(actor, { authorId, submittedById: request.submittedById })) return null;
  const frame = {
    id: 'cho-phep',
    label: 'Cho phép dùng khi chưa đủ căn cứ…',
    action: `/trinh-ky/${request.id}/cho-phep`,
    submit: 'Cho phép dùng bản này',
    lead: 'Mọi mục khác đều đạt; riêng việc chứng thư có bị thu hồi hay không thì tổ chức chứng thực chưa cho biết. Phần mềm vẫn hỏi tiếp; nếu chứng thư đã bị thu hồi, công văn dừng lại hoặc được báo ngay.',
    warning: 'Lý do, người và giờ cho phép được giữ làm chứng cứ, không sửa, không xóa được.',
  };
  return overriding.draw(frame, refused, { sha256 });
}
