import { instantOf, type CivilDate } from '../../kernel/civil-date.js';

/** open: takes papers in · closed: its work has ended · handedOver: with the agency's archives. */
export const FILE_STATES = ['open', 'closed', 'handedOver'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What lies in a file; `opinion` = a unit's reply when it was asked to help, `answer` = a direct answer with its approval. */
export const PAPER_KINDS = ['incoming', 'brought', 'opinion', 'evidence', 'answer', 'outgoing'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A paper by where it is kept. */
export interface PaperRef {
  readonly kind: PaperKind;
  /** The document of a register, the file, the opinion or the answer. */
  readonly sourceId: string;
  /** When it came to be: papers lie in this order. */
  readonly at: Date;
}

const LAST_MINUTE = 24 * 60 - 1;

/** A letter lies where it was released; one that was not, at the end of the day that it bears. */
export function outgoingPaper({
  id,
  issuedDate,
  releasedAt,
}: {
  readonly id: string;
  readonly issuedDate: CivilDate;
  readonly releasedAt: Date | null;
}): PaperRef {
  return { kind: 'outgoing', sourceId: id, at: releasedAt ?? instantOf(issuedDate, LAST_MINUTE) };
}

/** What each is called, also where other systems read its kind. */
export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  incoming: 'Văn bản đến',
  brought: 'Tài liệu người phản ánh cung cấp',
  opinion: 'Ý kiến phối hợp',
  evidence: 'Tài liệu chứng minh',
  answer: 'Câu trả lời trực tiếp',
  outgoing: 'Văn bản đi',
};

/** Papers in the order of their file: by time, and at the same time incoming before outgoing. */
export function inOrder<Paper extends { readonly kind: PaperKind; readonly at: Date; readonly sourceId: string }>(
  papers: readonly Paper[],
): Paper[] {
  const rank = (kind: PaperKind): number => PAPER_KINDS.indexOf(kind);
  return papers.toSorted(
    (one, other) =>
      one.at.getTime() - other.at.getTime() ||
      rank(one.kind) - rank(other.kind) ||
      (one.sourceId < other.sourceId ? -1 : 1),
  );
}

/** pending: enqueued · running: papers are being put together · ready: may be fetched · failed: says why. */
export const EXPORT_STATES = ['pending', 'running', 'ready', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Who may use a file without asking. Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI (chế độ sử dụng). */
export const FILE_RIGHTS = ['Hạn chế', 'Không hạn chế'] as const;
export type FileRights = (typeof FILE_RIGHTS)[number];
