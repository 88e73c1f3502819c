import type { Level } from '../../../law/index.js';

const MINUTE = 60_000;

/** A letter that its leader has signed and that has not left. */
export interface SignedLetter {
  readonly level: Level;
  /** When the agency heard of the signature. */
  readonly signedAt: Date;
  readonly legalEndAt: Date;
}

/** When a signed letter should have left; `urgent` = by the minutes of the agency, before the legal time is over. */
export interface ReleaseOwed {
  readonly by: Date;
  readonly urgent: boolean;
}

/**
 * When a signed letter should have left: at the end of its legal time, an urgent one within minutes of its signature.
 *
 * @param urgentMinutes every minute counts, also outside working hours
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1 (rule 43): on the day of signing, on the next working day at the latest; an urgent document at once.
 */
export function releaseOwed({ level, signedAt, legalEndAt }: SignedLetter, urgentMinutes: number): ReleaseOwed {
  const soon = new Date(signedAt.getTime() + urgentMinutes * MINUTE);
  if (level === 'urgent' && soon < legalEndAt) return { by: soon, urgent: true };
  return { by: legalEndAt, urgent: false };
}
