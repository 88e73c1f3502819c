/** open: takes papers in · closed: its work has ended · handedOver: with the agency's archives. */
export const FILE_STATES = ['open', 'closed', 'handedOver'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What lies in a file; `opinion` = a unit's reply when it was asked to help, `answer` = a direct answer with its approval. */
export const PAPER_KINDS = ['incoming', 'brought', 'opinion', 'evidence', 'answer', 'outgoing'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** pending: promised · running: papers are being put together · ready: may be fetched · failed: says why. */
export const EXPORT_STATES = ['pending', 'running', 'ready', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** Who may use a file without asking. Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI (chế độ sử dụng). */
export const FILE_RIGHTS = ['Hạn chế', 'Không hạn chế'] as const;
export type FileRights = (typeof FILE_RIGHTS)[number];
