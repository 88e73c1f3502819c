import type { IntegrityView } from '../signing/integrity.js';
import { integrityView, pagingOf } from './register-page-view.js';
import { releaseState } from './book-rows.js';

describe('the pages of a register', () => {
  const span = { book: 'di' as const, year: 2026, first: 1, last: 120 };

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
    ['a book ends at its first number', { top: 60, bottom: 41, first: 41 }, null, '/so-van-ban/di?nam=2026&den-so=110'],
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
    expect(integrityView({ year: 2026, lines, last, voids, start: null, owner: 'here' }, now)).toEqual(expected);
  });

  it.each([
    ['counts from where the book begins', [101, 512], { intact: true, words: 'số 412 đến 512 đủ', next: '513' }],
    ['has given nothing before its first number', [0, 411], { intact: true, words: 'chưa cấp số nào', next: '412' }],
    [
      'misses a line after its first number',
      [100, 512],
      { intact: false, words: 'đã cấp 101 số nhưng sổ có 100 dòng', next: '513' },
    ],
  ] as const)('%s', (_rule, [lines, last], expected) => {
    const book = { year: 2026, lines, last, voids: 0, start: { first: 412 }, owner: 'here' as const };
    expect(integrityView(book, running)).toEqual(expected);
  });

  it('knows no next number where the e-office gives it', () => {
    const book = { year: 2026, lines: 12, last: 12, voids: 0, start: null, owner: 'eOffice' as const };
    expect(integrityView(book, running).next).toBe('do hệ thống quản lý văn bản cấp');
    const words = 'hệ thống quản lý văn bản đã cấp đến số 12, sổ mới có 11 dòng';
    expect(integrityView({ ...book, lines: 11 }, running)).toMatchObject({ intact: false, words });
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
      { state: 'notSent', latest: 'sai mã; xem Văn bản, bản tin bị từ chối nhận' },
    ],
  ])('%s', (_rule, document, sending, expected) => {
    expect(releaseState(document, sending)).toEqual(expected);
  });
});
