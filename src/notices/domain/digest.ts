import type { CivilDate } from '../../kernel/civil-date.js';
import { listLetter, type MailLetter, type MailPart } from './mail-letter.js';

/** `empty`: there was nothing to say; `outdated`: the next day came before the mail server took it. */
export const DIGEST_STATES = ['empty', 'waiting', 'sent', 'refused', 'outdated'] as const;

export type DigestState = (typeof DIGEST_STATES)[number];

/** What waits for somebody in whose place the reader acts, told apart from the reader's own. */
export function partInPlace({ heading, total, lines }: MailPart, principalName: string): MailPart {
  return {
    heading: `${heading} (xử lý thay)`,
    total,
    lines: lines.map((line) => ({ ...line, words: `${line.words}, thay ${principalName}` })),
  };
}

export interface DigestFacts {
  readonly day: CivilDate;
  /** Name of the person who reads it. */
  readonly reader: string;
  readonly appUrl: string;
  readonly parts: readonly MailPart[];
  readonly unread: number;
}

/** Whether there is anything to tell. */
export function hasWords({ parts, unread }: Pick<DigestFacts, 'parts' | 'unread'>): boolean {
  return unread > 0 || parts.some(({ total }) => total > 0);
}

const REASON =
  'Thư do hệ thống Hồi Âm gửi mỗi ngày làm việc. Vì lý do bảo mật, thư không chứa thông tin của người phản ánh.';

/** The mail of a day. */
export function digestLetter({ day, unread, ...facts }: DigestFacts): MailLetter {
  const counts = facts.parts
    .filter(({ total }) => total > 0)
    .map(({ heading, total }) => `${total} ${heading.toLocaleLowerCase('vi')}`);
  const told = unread === 0 ? [] : [`${unread} thông báo chưa đọc`];
  const subject = `Việc ngày ${day.split('-').toReversed().join('/')}: ${[...counts, ...told].join(', ')}`.slice(
    0,
    200,
  );
  const further = unread === 0 ? [] : [{ words: `Thông báo chưa đọc: ${unread}`, path: '/thong-bao' }];
  return listLetter({ ...facts, subject, further, closing: REASON });
}
