import { extension, type ListWish, revocationList } from '../../../../test/support/test-authority/certificates.js';
import { openTestAuthority } from '../../../../test/support/test-authority/authority.js';
import { integer } from '../../../../test/support/test-authority/der-writer.js';
import { readCertificate } from '../../domain/certificates/certificate.js';
import { isDue, isFresh, judgeOffered, type KeptList, listWarning } from './kept-list.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const at = (time: string): Date => new Date(`2026-03-${time}:00Z`);
const KEPT: KeptList = {
  number: null,
  thisUpdate: at('18T00:00'),
  nextUpdate: at('19T00:00'),
  fetchedAt: at('18T01:30'),
  failingSince: null,
};

describe('when a list of revocations is asked for', () => {
  it.each<[string, Partial<KeptList>, boolean]>([
    ['just fetched', {}, false],
    ['an hour ago', { fetchedAt: at('18T01:00') }, true],
    ['a quarter of a short life ago', { nextUpdate: at('18T02:00') }, true],
    ['after a failure', { failingSince: at('18T01:59') }, true],
    ['never had', { fetchedAt: null }, true],
  ])('by itself: %s', (_when, change, due) => {
    expect(isDue({ ...KEPT, ...change }, NOW)).toBe(due);
  });

  it.each<[string, Partial<KeptList>, boolean]>([
    ['half a minute old', { fetchedAt: new Date(NOW.getTime() - 30_000) }, true],
    ['a minute old', { fetchedAt: new Date(NOW.getTime() - 60_000) }, false],
    ['fresh and over', { fetchedAt: NOW, nextUpdate: NOW }, false],
  ])('by a verification, but not one that is %s', (_what, change, fresh) => {
    expect(isFresh({ ...KEPT, ...change }, NOW)).toBe(fresh);
  });

  it.each<[string, Partial<KeptList>, string | null]>([
    ['all is well', {}, null],
    ['it has failed for an hour', { failingSince: at('18T01:00') }, null],
    ['it has failed for six hours', { failingSince: at('17T20:00') }, 'Không tải được danh sách thu hồi mới'],
    ['it is over', { nextUpdate: at('18T01:00') }, 'quá hạn từ 08:00:00, 18/03/2026'],
    ['none ever came', { nextUpdate: null }, 'chưa tải được lần nào'],
  ])('and what is said when %s', (_when, change, words) => {
    const warning = listWarning({ ...KEPT, ...change }, NOW);
    if (words === null) expect(warning).toBeNull();
    else expect(warning).toContain(words);
  });
});

describe('a list that an authority gave', () => {
  const authority = openTestAuthority();
  const authorities = [readCertificate(authority.root.der), readCertificate(authority.sub.der)];
  const numbered = (number: number): ListWish => ({ extensions: [extension('2.5.29.20', integer(number))] });
  const offered = (der: Buffer, kept: KeptList | null = null) => judgeOffered(der, authorities, { kept, now: NOW });

  it('is taken when the authority signed it', () => {
    expect(offered(revocationList(authority.sub, numbered(18)))).toMatchObject({ kind: 'taken', number: '12' });
  });

  it('is not kept when its authority is unknown', () => {
    expect(offered(revocationList(openTestAuthority('Kẻ lạ').sub))).toEqual({ kind: 'issuerUnknown' });
  });

  it.each<[string, Buffer, string, KeptList | null]>([
    ['no list', Buffer.from('<html>'), 'không phải danh sách thu hồi', null],
    [
      'signed by another key',
      revocationList({ ...authority.sub, key: authority.root.key }),
      'không do tổ chức chứng thực ký',
      null,
    ],
    ['over already', revocationList(authority.sub, { nextUpdate: at('18T01:00') }), 'đã quá hạn', null],
    ['of a lower number', revocationList(authority.sub, numbered(9)), 'cũ hơn', { ...KEPT, number: '0A' }],
    ['of an earlier day', revocationList(authority.sub), 'cũ hơn', KEPT],
  ])('is refused when it is %s', (_what, der, words, kept) => {
    const answer = offered(der, kept);
    expect(answer).toMatchObject({ kind: 'refused', isOlder: kept !== null });
    expect('why' in answer && answer.why).toContain(words);
  });
});
