import { mayWatch } from '../../circulars/domain/policy.js';
import { standingOf, type Standing } from '../../circulars/domain/circular.js';
import type { CircularEntity, ReceiptCounts } from '../../circulars/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { CircularRowView, CircularsView, OwnCircularView, SentCircularsView } from './circulars-page.js';
import { RECEIPT_WORDS, STANDING_WORDS } from './circulars-words.js';
import { outOf } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { AllCircularsReading, OwnCircularsReading } from './circulars-page-query.js';

export const CIRCULARS = '/quan-triet';
export const SENT = `${CIRCULARS}/da-gui`;

export function circularHref(id: string): string {
  return `${CIRCULARS}/${id}`;
}

/** `12/SGDĐT-VP ngày 05/03/2026`; empty where it bears neither. */
export function documentWords({ symbol, issuedOn }: Pick<CircularEntity, 'symbol' | 'issuedOn'>): string {
  return [symbol, issuedOn === null ? '' : `ngày ${fullDay(issuedOn)}`].filter((part) => part !== '').join(' ');
}

export function circularsView({ actor, today, own, size }: OwnCircularsReading): CircularsView {
  const shown = own.acknowledged.slice(0, size);
  const last = own.acknowledged.length > size ? shown.at(-1) : undefined;
  return {
    owed: own.owed.map(({ circular, receipt }) => ({
      ...ownView(circular, today),
      note: receipt.readAt === null ? 'Chưa mở' : `Mở đọc ${moment(receipt.readAt)}`,
    })),
    briefings: own.briefings.map((circular) => ({ ...ownView(circular, today), note: '' })),
    acknowledged: shown.map(({ circular, receipt }) => ({
      ...ownView(circular, today),
      note:
        receipt.acknowledgedAt === null ? RECEIPT_WORDS[receipt.state] : `Xác nhận ${moment(receipt.acknowledgedAt)}`,
    })),
    olderHref: last === undefined ? null : `${CIRCULARS}?truoc=${last.receipt.seq}`,
    sentHref: mayWatch(actor) ? SENT : null,
  };
}

function ownView(circular: CircularEntity, today: CivilDate): Omit<OwnCircularView, 'note'> {
  const standing = standingOf(circular, today);
  return {
    id: circular.id,
    href: circularHref(circular.id),
    title: circular.title,
    document: documentWords(circular),
    due: fullDay(circular.dueOn),
    isLate: standing === 'inForce' && circular.dueOn < today,
    isToday: standing === 'inForce' && circular.dueOn === today,
    standing: STANDING_WORDS[standing],
  };
}

export function sentCircularsView({ today, rows, size }: AllCircularsReading, maySend: boolean): SentCircularsView {
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1)?.circular : undefined;
  return {
    rows: shown.map(({ circular, counts }) => rowView(circular, counts, standingOf(circular, today))),
    olderHref: last === undefined ? null : `${SENT}?sau=${last.createdAt.getTime()}~${last.id}`,
    newHref: maySend ? `${CIRCULARS}/soan` : null,
  };
}

function rowView(circular: CircularEntity, counts: ReceiptCounts, standing: Standing): CircularRowView {
  const { id, title, dueOn, sentAt, createdAt, createdByName } = circular;
  const all = counts.open + counts.acknowledged;
  return {
    id,
    href: circularHref(id),
    title,
    document: documentWords(circular),
    standing: STANDING_WORDS[standing],
    sent: sentAt === null ? `Soạn ${moment(createdAt)}, ${createdByName}` : `Gửi ${moment(sentAt)}`,
    due: fullDay(dueOn),
    progress: sentAt === null ? null : { words: outOf(counts.acknowledged, all), href: `${circularHref(id)}/tien-do` },
  };
}
