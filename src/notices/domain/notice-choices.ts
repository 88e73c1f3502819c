import type { NoticeKind } from './notice.js';

/** What each person may keep quiet: news that asks for no act, stands in a list of work as well, or is told again when its time runs out. */
export const NOTICE_CHOICES = ['arrivals', 'approvals', 'released', 'coordination', 'circulars', 'checks'] as const;

/** `dailyMail` is no notice, but the one mail of a day. */
export const QUIET_CHOICES = [...NOTICE_CHOICES, 'dailyMail'] as const;

export type NoticeChoice = (typeof NOTICE_CHOICES)[number];
export type QuietChoice = (typeof QUIET_CHOICES)[number];

/** How the keys of these notices begin, up to the first colon. */
const EVENTS: Readonly<Record<NoticeChoice, readonly string[]>> = {
  arrivals: ['document.open'],
  approvals: [
    'letter.sentForContent',
    'letter.contentApproved',
    'letter.formatApproved',
    'letter.submitted',
    'letter.leaderSigned',
    'letter.signedOnOverride',
  ],
  released: ['letter.released'],
  coordination: ['ticket.coordinated'],
  circulars: ['circular.new'],
  checks: ['exchange.reconciled', 'directory'],
};

const CHOICE_OF = new Map(NOTICE_CHOICES.flatMap((choice) => EVENTS[choice].map((event) => [event, choice] as const)));

/** @returns null for what is always told: assignments, what came back, what failed, and time that runs out */
export function choiceOf({ key, kind }: { readonly key: string; readonly kind: NoticeKind }): NoticeChoice | null {
  return kind === 'news' ? (CHOICE_OF.get(key.split(':', 1)[0] ?? '') ?? null) : null;
}
