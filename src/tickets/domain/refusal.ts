import { DomainError } from '../../kernel/domain-error.js';
import { REFUSAL_GROUNDS, type PolicySet, type RefusalReason } from '../../law/index.js';
import { requireOutgoing, type OutgoingText } from './reply/outgoing.js';
import type { Nature } from './ticket-state.js';

/** Feedback is refused for a reason of the list, in words that the citizen reads. */
export interface Rejection extends OutgoingText {
  readonly reason: RefusalReason;
}

/** A refusal whose words may go. */
export type SoundRejection = Pick<Rejection, 'reason' | 'text'>;

/** Feedback that belongs to another agency, and which. */
export interface Return extends OutgoingText {
  readonly agency: string;
}

/** A return whose words may go. */
export type SoundReturn = Pick<Return, 'agency' | 'text'>;

const MAX_LENGTH = 2000;
const MIN_RETURN_LENGTH = 10;
const AGENCY = { shortest: 5, longest: 200 };

/**
 * A refusal that may be sent.
 *
 * @throws DomainError `input-invalid` when the text is shorter than the policy demands; `text-held-back`
 *
 * Source: Nghị định 154/2026/NĐ-CP, Điều 4; Nghị định 20/2008/NĐ-CP, Điều 9.
 */
export function requireRejection(
  { reason, ...given }: Rejection,
  { shortestRefusal }: Pick<PolicySet, 'shortestRefusal'>,
): SoundRejection {
  return { reason, text: requireOutgoing('text', given, { shortest: shortestRefusal, longest: MAX_LENGTH }) };
}

/**
 * A return that may be sent: the reason, and the agency whose matter it is.
 *
 * @throws DomainError `input-invalid` when either is missing; `text-held-back`
 */
export function requireReturn({ agency, ...given }: Return): SoundReturn {
  if (agency.trim() === '') {
    throw new DomainError('input-invalid', {
      field: 'agency',
      message: 'Ghi cơ quan có thẩm quyền giải quyết.',
    });
  }
  return {
    agency: requireOutgoing('agency', { ...given, text: agency }, AGENCY),
    text: requireOutgoing('text', given, { shortest: MIN_RETURN_LENGTH, longest: MAX_LENGTH }),
  };
}

/** What the citizen reads of a refusal: its ground with the source, then the words. */
export function rejectionWords({ reason, text }: SoundRejection): string {
  return `Không tiếp nhận xử lý. ${groundWords(reason)} ${text}`;
}

/**
 * Why a ticket is returned, by what its words are in law. Only feedback is returned because another agency is competent: a complaint may be the
 * department's own to settle, and is returned all the same, since it has a procedure of its own.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 1 khoản 2.
 */
const WHY_RETURNED: Readonly<Record<Nature, string>> = {
  feedback: 'Chuyển trả vì không thuộc thẩm quyền của Sở.',
  complaint: 'Nội dung là khiếu nại, được giải quyết theo Luật Khiếu nại, không theo quy chế phản ánh, kiến nghị.',
  denunciation: 'Nội dung thuộc loại đơn được xử lý theo quy định riêng.',
  stateSecret: 'Nội dung có thể thuộc phạm vi bí mật nhà nước, không tiếp nhận, trao đổi qua kênh này.',
  emergency: 'Nội dung là việc cần cứu giúp ngay, không xử lý theo quy chế phản ánh, kiến nghị.',
};

/** What the hotline and the citizen read of a return. */
export function returnWords({ agency, text }: SoundReturn, nature: Nature): string {
  return `${WHY_RETURNED[nature]} Cơ quan có thẩm quyền: ${agency}. Lý do: ${text}`;
}

/** A ground as a sentence with its source: what is said where the agency refuses by rule and nobody writes. */
export function groundWords(reason: RefusalReason): string {
  const { words, source } = REFUSAL_GROUNDS[reason];
  return `${words} (${source}).`;
}
