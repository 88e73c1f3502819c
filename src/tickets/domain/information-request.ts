import { longDate } from '../../drafting/domain/letter/date-line.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { TextLengths } from './required-text.js';

/** Of what the citizen is asked for. */
export const REQUEST_LENGTHS: TextLengths = { shortest: 20, longest: 2000 };

/** Of what the citizen gave, as the clerk or the officer writes it down. */
export const CITIZEN_REPLY_LENGTHS: TextLengths = { shortest: 5, longest: 4000 };

/** How a pause reads in a proof; what was asked is the citizen's matter and stays out of it. */
export const PAUSE_REASON = 'chờ người phản ánh bổ sung thông tin';

/**
 * What the citizen reads: what is missing, until when, and what the waiting means.
 *
 * @param until the last moment of the pause
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 14.
 */
export function requestWords(request: string, until: Date): string {
  return (
    `Đề nghị bổ sung thông tin, chậm nhất hết ${longDate(civilDateOf(until))}: ${request} ` +
    'Thời hạn giải quyết tạm dừng trong lúc chờ và tính tiếp khi nhận được thông tin hoặc hết ngày nói trên.'
  );
}

/** When a pause ends: with the reply, and never after its cap. */
export function endOfPause({ until }: { readonly until: Date }, now: Date): Date {
  return now < until ? now : until;
}
