import { isRecallable, type RecallableDocument } from '../../exchange/domain/recall.js';
import type { Amendment } from '../../documents/domain/register.js';
import { hasRole, type Actor } from '../../kernel/actor.js';

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
export function mayAmend(
  actor: Actor,
  { unitId, authorId }: { readonly unitId: string; readonly authorId: string },
): boolean {
  return actor.id === authorId || (actor.unitId === unitId && hasRole(actor, 'contactOfficer', 'unitHead'));
}
