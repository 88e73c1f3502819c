import type { Consent, RecipientKind } from '../../commendations/domain/merit.js';

export const RECIPIENT_WORDS: Readonly<Record<RecipientKind, string>> = {
  sender: 'Người, tổ chức gửi phản ánh',
  organisation: 'Đơn vị, tổ chức khác',
  staff: 'Cán bộ, công chức, viên chức',
};

/** What is owed before somebody may be named; null where nothing is. */
export function consentOwed(recipientKind: RecipientKind, consent: Consent): string | null {
  return recipientKind === 'sender' && consent === 'unasked' ? 'Chưa hỏi người phản ánh có đồng ý nêu tên' : null;
}
