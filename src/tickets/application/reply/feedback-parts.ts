import { shortDate } from '../../../drafting/domain/letter/date-line.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { inPlainWords } from '../../../privacy/domain/stand-in-words.js';
import { withoutPeople, withoutSender, type Sender } from '../../domain/identity/sender.js';
import { sourceWords } from '../../domain/intake/intake-channel.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';

/** What letters call a feedback: `phản ánh`, `kiến nghị`. */
export function kindWords({ kind }: Pick<TicketEntity, 'kind'>): string {
  return kind === 'petition' ? 'kiến nghị' : 'phản ánh';
}

/**
 * What it is about, without people, as it follows `về`.
 *
 * @param merged the tickets that were merged into it: their senders are not told of either
 */
export function matterWords(ticket: TicketEntity, merged: readonly Sender[]): string {
  const withoutOthers = merged.reduce((text, one) => withoutSender(text, one), ticket.subject);
  return asMatter(withoutPeople(withoutOthers, ticket));
}

/** A subject that was masked already, as it follows `về`. */
export function asMatter(masked: string): string {
  const subject = inPlainWords(masked);
  return `${subject.slice(0, 1).toLocaleLowerCase('vi')}${subject.slice(1)}`;
}

/** How the feedback that a letter is about came, and on which day. */
export function sourceParts(about: Pick<TicketEntity, 'channel' | 'hotlineCode' | 'startedAt'>): object {
  const ngay_chuyen = shortDate(civilDateOf(about.startedAt));
  const source = sourceWords(about, ngay_chuyen);
  return source === null ? { noi_chuyen: 'Tổng đài 1022', ngay_chuyen } : { nguon_den: source, ngay_chuyen };
}
