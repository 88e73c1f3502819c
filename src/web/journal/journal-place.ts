import type { JournalPlace } from '../../journal/index.js';

/** Where a page of the journal begins; null for what is no place: it begins at the newest line. */
export function journalPlace(text: string): JournalPlace | null {
  const [, moment = '', seq = ''] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,10})$/u.exec(text) ?? [];
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? null : { at, seq: Number(seq) };
}

/** The place as an address writes it. */
export function writtenPlace(place: JournalPlace | null): string | null {
  return place === null ? null : `${place.at.toISOString()}~${String(place.seq)}`;
}
