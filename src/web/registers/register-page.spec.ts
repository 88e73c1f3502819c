import type { IntegrityView } from '../signing/integrity.js';
import { integrityView, pagingOf } from './register-page.js';
import { releaseState } from './registers-view.js';

describe('the pages of a register', () => {
  const span = { book: 'di' as const, year: 2026, last: 120 };

  it.each([
    ['the newest has older ones', { top: 120, bottom: 71 }, '/so-van-ban/di?nam=2026&den-so=70', null],
    [
      'one in the middle has both',
      { top: 60, bottom: 11 },
      '/so-van-ban/di?nam=2026&den-so=10',
      '/so-van-ban/di?nam=2026&den-so=110',
    ],
    ['the oldest has newer ones', { top: 10, bottom: 1 }, null, '/so-van-ban/di?nam=2026&den-so=60'],
    [
      'newer ones end with the last number',
      { top: 100, bottom: 51 },
      '/so-van-ban/di?nam=2026&den-so=50',
      '/so-van-ban/di?nam=2026&den-so=120',
    ],
    ['an empty one has none', { top: null, bottom: null }, null, null],
  ])('%s', (_rule, ends, olderHref, newerHref) => {
    expect(pagingOf({ ...span, ...ends })).toMatchObject({ olderHref, newerHref });
  });
});

describe('whether a book is whole', () => {
  const running = new Date('2026-12-31T16:00:00Z');
  const over = new Date('2026-12-31T17:00:00Z');

  it.each<[string, [number, number, number], Date, IntegrityView]>([
    [
      'a line for every number',
      [512, 512, 3],
      running,
      { intact: true, words: 'số 1 đến 512 đủ, 3 số hủy', next: '513' },
    ],
    [
      'a number without its line',
      [511, 512, 0],
      running,
      { intact: false, words: 'đã cấp 512 số nhưng sổ có 511 dòng', next: '513' },
    ],
    ['a new book', [0, 0, 0], running, { intact: true, words: 'chưa cấp số nào', next: '1' }],
    [
      'no next number once the year is over',
      [512, 512, 0],
      over,
      { intact: true, words: 'số 1 đến 512 đủ', next: null },
    ],
  ])('%s', (_rule, [lines, last, voids], now, expected) => {
    expect(integrityView({ year: 2026, lines, last, voids }, now)).toEqual(expected);
  });
});

describe('whether a letter has left', () => {
  const releasedAt = new Date('2026-03-18T02:00:00Z');
  const sent = { sentAt: releasedAt, failure: null };

  it.each([
    [
      'numbered only',
      { state: 'numbered' as const, releasedAt: null, recalledAt: null, reservedAt: null },
      [],
      { state: 'sealing', latest: null },
    ],
    [
      'number kept for a letter that is not signed yet',
      { state: 'numbered' as const, releasedAt: null, recalledAt: null, reservedAt: releasedAt },
      [],
      { state: 'reserved', latest: null },
    ],
    [
      'released and sent',
      { state: 'released' as const, releasedAt, recalledAt: null, reservedAt: null },
      [sent],
      { state: 'released', latest: '18/03, 09:00' },
    ],
    [
      'released, not taken yet',
      { state: 'released' as const, releasedAt, recalledAt: null, reservedAt: null },
      [{ sentAt: null, failure: null }],
      { state: 'resending', latest: 'chờ nơi nhận xác nhận' },
    ],
    [
      'released, refused',
      { state: 'released' as const, releasedAt, recalledAt: null, reservedAt: null },
      [{ sentAt: null, failure: 'sai mã' }],
      { state: 'notSent', latest: 'sai mã; xem Tin không nhận được' },
    ],
  ])('%s', (_rule, document, sending, expected) => {
    expect(releaseState(document, sending)).toEqual(expected);
  });
});
