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

/** @param refused the form that was refused, with the revision and version that it was drawn from; null where nothing has changed since */
export function overtakenView(
  { id, revision: present, version }: Pick<DraftEntity, 'id' | 'revision' | 'version'>,
  revisions: readonly RevisionLine[],
  refused: RefusedAct | null,
): OvertakenView | null {
  if (refused === null) return null;
  const seen = Number(refused.fields['revision'] ?? present);
  const latest = revisions.find(({ revision }) => revision === present);
  const isWrittenOn = seen === present && Number(refused.fields['version'] ?? version) < version;
  if (!latest || !(seen < present || isWrittenOn)) return null;
  const by = `${latest.writerName} lưu ${isWrittenOn ? 'tiếp ' : ''}bản ${String(present)} lúc ${timeOfDay(latest.savedAt)}`;
  const words = `Trong khi đang sửa bản ${String(seen)}, ${by}. Chữ vừa gõ còn nguyên trong biểu mẫu; xem chỗ khác nhau rồi lưu lại, bản lưu lại sẽ thay bản ${String(present)}.`;
  return { words, comparison: comparisonLink(id, isWrittenOn ? present - 1 : seen, present) };
}
