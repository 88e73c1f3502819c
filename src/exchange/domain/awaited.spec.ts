import { civilDate } from '../../kernel/civil-date.js';
import { namesAwaited, namesOf, waitsUntil, type Following } from './awaited.js';

const CAME = new Date('2026-03-18T02:00:00Z');
const DAY = civilDate('2026-03-17');

describe('a message about a document that has not come', () => {
  it.each<[Following, string]>([
    ['update', '2026-03-18T04:00:00Z'],
    ['replace', '2026-03-18T04:00:00Z'],
    ['revoke', '2026-03-19T02:00:00Z'],
    ['askedBack', '2026-03-19T02:00:00Z'],
  ])('%s waits until %s', (kind, until) => {
    expect(waitsUntil(kind, CAME)).toEqual(new Date(until));
  });

  it.each([
    ['by the name that it says', { businessDetail: { documentId: 'A' } }],
    ['by one that it replaces', { businessDetail: { replaces: [{ documentId: 'B' }, { documentId: 'A' }] } }],
    ['by its own name', { documentId: 'A' }],
    ['by number and day', { responseFor: [{ documentId: 'X', code: '7/SNV', promulgationDate: DAY }] }],
  ])('is found by what comes: %s', (_how, said) => {
    const awaited = namesAwaited({ documentId: 'C', responseFor: [], ...said });
    expect(namesOf({ documentId: 'A', code: '7/SNV', issuedDate: DAY }).some((name) => awaited.includes(name))).toBe(
      true,
    );
  });

  it('is not found by another document of the same number and another day', () => {
    const responseFor = [{ documentId: 'X', code: '7/SNV', promulgationDate: DAY }];
    const awaited = namesAwaited({ documentId: 'C', responseFor });
    const other = namesOf({ documentId: 'A', code: '7/SNV', issuedDate: civilDate('2025-03-17') });
    expect(other.some((name) => awaited.includes(name))).toBe(false);
  });
});
