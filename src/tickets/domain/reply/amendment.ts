import { isRecallable, type RecallableDocument } from '../../../exchange/domain/recall.js';
import type { Amendment } from '../../../documents/domain/register.js';
import type { DraftState } from '../../../drafting/domain/draft.js';
import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';

/** Where a released letter stands among the rules of amending it. */
export interface AmendableLetter {
  readonly document: RecallableDocument & { readonly amendment: Amendment | null };
  /** Whether a released letter has taken its place. */
  readonly replaced: boolean;
  /** Whether a correction or a replacement of it is being written. */
  readonly underWay: boolean;
  /** Whether its ticket has come back since it was sent. */
  readonly cameBack: boolean;
}

/**
 * Why a letter is not amended (any more).
 *
 * @returns null where it may be: a correction, for errors of form or procedure, by công văn; a replacement, for errors of content, by a document of
 *   the same kind
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3.
 */
export function whyNotAmendable(letter: AmendableLetter): string | null {
  if (!isRecallable(letter.document)) return 'Chỉ đính chính, thay thế văn bản đã phát hành và chưa bị thu hồi.';
  if (letter.document.amendment === 'correction')
    return 'Văn bản này là công văn đính chính; đính chính, thay thế văn bản được đính chính.';
  if (letter.replaced) return 'Văn bản đã được thay thế; đính chính, thay thế văn bản mới.';
  if (letter.underWay)
    return 'Đang có bản thảo đính chính hoặc thay thế văn bản này; hoàn thành hoặc bỏ bản thảo đó trước.';
  return letter.cameBack ? 'Phiếu đã mở lại sau văn bản này; trả lời bằng văn bản mới của phiếu.' : null;
}

/** The unit that wrote a letter sets it right. */
export function mayAmend(actor: Actor, { unitId }: { readonly unitId: string }): boolean {
  return actor.unitId === unitId && hasRole(actor, 'contactOfficer', 'unitHead');
}

/** A correction or a replacement, and how far it has come. */
export interface AmendmentInHand {
  readonly state: DraftState;
  readonly unitId: string;
  readonly amendment: Amendment | null;
  readonly amendsId: string | null;
}

type Amending<Draft> = Draft & { readonly amendment: Amendment; readonly amendsId: string };

/** Whether a draft amends a released letter and may still be given up: once it is before somebody else, it is theirs to give back. */
export function isAmendmentInHand<Draft extends AmendmentInHand>(draft: Draft): draft is Amending<Draft> {
  return isAmending(draft) && draft.state === 'editing';
}

/** @throws DomainError `ticket-act-barred` where it amends nothing, `forbidden`, `letter-under-way` where it has been sent on, or is over */
export function requireAmendmentInHand<Draft extends AmendmentInHand>(
  actor: Actor,
  draft: Draft,
): asserts draft is Amending<Draft> {
  if (!isAmending(draft))
    throw new DomainError('ticket-act-barred', { message: 'Bản thảo trả lời phiếu thì bỏ ở trang của phiếu.' });
  if (!mayAmend(actor, draft)) throw new DomainError('forbidden', { ability: 'amend' });
  if (isAmendmentInHand(draft)) return;
  throw new DomainError('letter-under-way', {
    message: 'Chỉ bỏ bản thảo đang soạn. Đã trình duyệt hoặc trình ký thì trả lại người soạn trước.',
  });
}

function isAmending<Draft extends AmendmentInHand>(draft: Draft): draft is Amending<Draft> {
  return draft.amendment !== null && draft.amendsId !== null;
}
