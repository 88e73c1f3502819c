import type { DraftEntity, PresentWriter, RevisionLine } from '../../drafting/index.js';
import type { OvertakenView } from './draft-page.js';
import { timeOfDay } from '../kit/words/time.js';
import { comparisonLink } from '../revisions/draft-revisions.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** Who else changes a draft just now; null where nobody does. */
export function writersWords(writers: readonly PresentWriter[]): string | null {
  if (writers.length === 0) return null;
  const names = writers.map(({ staffName, since }) => `${staffName} sửa từ ${timeOfDay(since)}`).join('; ');
  return `Đang có ${names}. Ai lưu sau sẽ được báo, không ghi đè lên bản lưu trước.`;
}

/** @param refused the form that was refused, with the revision that it was drawn from; null where nothing has changed since */
export function overtakenView(
  { id, revision: present }: Pick<DraftEntity, 'id' | 'revision'>,
  revisions: readonly RevisionLine[],
  refused: RefusedAct | null,
): OvertakenView | null {
  const seen = Number(refused?.fields['revision'] ?? present);
  const latest = revisions.find(({ revision }) => revision === present);
  if (!latest || !(seen < present)) return null;
  const by = `${latest.writerName} lưu bản ${String(present)} lúc ${timeOfDay(latest.savedAt)}`;
  const words = `Trong khi đang sửa bản ${String(seen)}, ${by}. Chữ vừa gõ còn nguyên trong biểu mẫu; xem chỗ khác nhau rồi lưu lại, bản lưu lại sẽ thay bản ${String(present)}.`;
  return { words, comparison: comparisonLink(id, seen, present) };
}
