import type { DraftEntity, DraftRevisionEntity, RevisionLine } from '../../drafting/index.js';
import type { LetterPagesView } from '../kit/letter-pages/letter-pages.js';
import type { RowView } from '../kit/row-list.js';
import { moment, shortMoment } from '../kit/words/time.js';

type Draft = Pick<DraftEntity, 'id' | 'revision'>;

/** Where a draft is read and changed. */
export function draftHref(id: string): string {
  return `/du-thao/${id}`;
}

/** Where its form is posted to have a private detail replaced by other words. */
export function repairHref(id: string): string {
  return `${draftHref(id)}/bo-chi-tiet`;
}

/** Where its form is posted to have a departure from the prescribed form corrected. */
export function formatRepairHref(id: string): string {
  return `${draftHref(id)}/sua-the-thuc`;
}

export function revisionHref(draftId: string, revision: number): string {
  return `${draftHref(draftId)}/ban/${String(revision)}`;
}

/** Every revision with who, when and why, newest first. */
export function revisionRows({ id, revision: present }: Draft, lines: readonly RevisionLine[]): readonly RowView[] {
  return lines.map((line, at) => ({
    icon: 'file',
    title: `Bản ${String(line.revision)}`,
    href: revisionHref(id, line.revision),
    detail: `${shortMoment(line.savedAt)}, ${writtenBy(line)}`,
    more: comparisonWithLast(id, line.revision, lines[at + 1]),
    end: line.revision === present ? 'đang mở' : undefined,
  }));
}

/** What a revision says differently from the one before it; null where none was kept. */
export function comparisonWithLast(
  draftId: string,
  revision: number,
  last: Pick<RevisionLine, 'revision'> | undefined,
): { href: string; label: string } | null {
  return last ? comparisonLink(draftId, last.revision, revision) : null;
}

/** Where two revisions are compared. */
export function comparisonLink(draftId: string, before: number, after: number): { href: string; label: string } {
  const href = `${draftHref(draftId)}/so-sanh?tu=${String(before)}&den=${String(after)}`;
  return { href, label: `Khác bản ${String(before)} chỗ nào` };
}

/** `Lưu lúc 10:31 ngày 18/03/2026 bởi Nguyễn Thị Hồng Ngọc. Lý do sửa: bổ sung mức thu.` */
export function revisionWords(line: RevisionLine): string {
  const words = `Lưu lúc ${moment(line.savedAt)}, ${writtenBy(line)}`;
  return words.endsWith('”') ? words : `${words}.`;
}

function writtenBy({ revision, writerName, reason, source, basedOn }: RevisionLine): string {
  const inWord = source === 'word' ? `, sửa trong Word từ bản ${String(basedOn)}` : '';
  const how = revision === 1 ? `${writerName}, tạo từ mẫu` : `${writerName}${inWord}`;
  return reason === null ? how : `${how}: “${reason}”`;
}

interface RevisionPages {
  readonly made: Pick<DraftRevisionEntity, 'docxSha256' | 'pdfSha256' | 'pdfProblem'>;
  /** How many can be shown as pictures. */
  readonly pages: number;
}

/** The pages of one revision, present or not. @param own its address */
export function revisionPages(own: string, { made, pages }: RevisionPages): LetterPagesView {
  const docxHref = made.docxSha256 === null ? null : `${own}/cong-van.docx`;
  if (made.pdfSha256 !== null && docxHref !== null && pages > 0) {
    // A revision that is written on has other pages under the same number.
    const state = made.pdfSha256.slice(0, 8);
    const pictures = Array.from({ length: pages }, (_, at) => `${own}/trang/${String(at + 1)}.jpg?${state}`);
    return { state: 'ready', pages: pictures, pdfHref: `${own}/cong-van.pdf`, docxHref };
  }
  if (made.pdfSha256 === null && made.pdfProblem === null) return { state: 'making' };
  const reason = made.pdfProblem ?? 'Máy này chưa vẽ được hình của trang. Bản DOCX vẫn tải được.';
  return { state: 'unavailable', reason, docxHref };
}
