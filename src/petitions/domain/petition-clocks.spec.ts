import { builtInCalendar } from '../../calendar/index.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import {
  dutiesOnReceipt,
  extendedSettlement,
  forwardingDuty,
  settlementDuty,
  type CountedDuty,
} from './petition-clocks.js';

const calendar = builtInCalendar();
const on = (day: string) => ({ startedOn: civilDate(day), calendar });
const ends = ({ duty, legalEnd }: CountedDuty): string => `${duty} ${civilDateOf(legalEnd)}`;

describe('what is owed to a petition', () => {
  it.each([
    // Wednesday 18/03/2026: ten days end on a Saturday, and so on the Monday after.
    ['a complaint is accepted or refused within 10 days', 'complaint', ['screen 2026-03-30', 'accept 2026-03-30']],
    ['a denunciation within 7 working days', 'denunciation', ['screen 2026-03-27', 'accept 2026-03-27']],
    [
      'who asks for protection is heard at once',
      'protection',
      ['protect 2026-03-18', 'screen 2026-03-27', 'accept 2026-03-27'],
    ],
  ] as const)('rule 67: %s', (_rule, kind, expected) => {
    expect(dutiesOnReceipt(kind, on('2026-03-18')).map(ends)).toEqual(expected);
  });

  it('rule 67: a denunciation of another agency’s competence is handed on within 5 working days, a complaint is not handed on', () => {
    expect(forwardingDuty('denunciation', on('2026-03-18'))).toMatchObject({ duty: 'forward', limit: { amount: 5 } });
    expect(forwardingDuty('complaint', on('2026-03-18'))).toBeNull();
  });

  it.each([
    ['a complaint is settled in 30 days', settlementDuty('complaint', on('2026-03-02')), '2026-04-01'],
    [
      'a complicated complaint in 45',
      extendedSettlement({ kind: 'complaint', extended: 0, specially: false }, on('2026-03-02')),
      '2026-04-16',
    ],
    ['a denunciation in 30', settlementDuty('denunciation', on('2026-03-02')), '2026-04-01'],
    [
      'a complicated denunciation in 30 more',
      extendedSettlement({ kind: 'denunciation', extended: 0, specially: false }, on('2026-03-02')),
      '2026-05-04',
    ],
    [
      'a specially complicated one in 30 more again',
      extendedSettlement({ kind: 'denunciation', extended: 1, specially: true }, on('2026-03-02')),
      '2026-06-03',
    ],
  ] as const)('rule 67: %s', (_rule, counted, expected) => {
    expect(civilDateOf(counted.legalEnd)).toBe(expected);
    expect(counted.proof.at(-1)?.to).toBe(expected);
  });

  it.each([
    ['complaint', 1, false, 'Đã hết số lần'],
    ['denunciation', 1, false, 'đặc biệt phức tạp'],
    ['denunciation', 2, true, 'Đã hết số lần'],
  ] as const)(
    'rule 67: %s is extended no more after %i times (specially: %s)',
    (kind, extended, specially, message) => {
      expect(() => extendedSettlement({ kind, extended, specially }, on('2026-03-02'))).toThrow(message);
    },
  );

  it('rule 67: every limit says its source, and that it has not been compared with the law', () => {
    for (const { limit } of dutiesOnReceipt('protection', on('2026-03-18')))
      expect(limit).toMatchObject({
        confidence: 'unconfirmed',
        source: expect.stringMatching(/Luật|Thông tư/u) as string,
      });
  });
});
