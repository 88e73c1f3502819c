/** `reminder`: time runs out; `overdue`: it has run out; `news`: something happened that concerns this person. */
export const NOTICE_KINDS = ['reminder', 'overdue', 'news'] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The longest words of a notice; longer ones are cut. */
export const MAX_NOTICE_LENGTH = 500;
