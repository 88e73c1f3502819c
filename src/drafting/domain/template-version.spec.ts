import { civilDate } from '../../kernel/civil-date.js';
import { agencyTemplateNumber, nextTemplate, templateInForce, type AgencyTemplate } from './template-version.js';

const agencyVersion = (number: number, validFrom: string, isWithdrawn = false): AgencyTemplate => ({
  number,
  validFrom: civilDate(validFrom),
  isWithdrawn,
});
const builtIn = [
  { version: '1', validFrom: civilDate('2020-03-05') },
  { version: '2', validFrom: civilDate('2026-06-01') },
];

describe('the template in force on a day', () => {
  it.each<[string, readonly AgencyTemplate[], string, string]>([
    ['the first one shipped, for a day before all', [], '2019-01-01', '1'],
    ['the one shipped that began last', [], '2026-06-01', '2'],
    ['what was, up to the day before a change', [agencyVersion(1, '2026-04-01')], '2026-03-31', '1'],
    ['the agency’s own from its first day', [agencyVersion(1, '2026-04-01')], '2026-04-01', 'own-1'],
    ['the agency’s own before a newer one shipped', [agencyVersion(1, '2026-04-01')], '2026-07-01', 'own-1'],
    [
      'the later of two of one day',
      [agencyVersion(1, '2026-04-01'), agencyVersion(2, '2026-04-01')],
      '2026-04-02',
      'own-2',
    ],
    [
      'an earlier one that begins later',
      [agencyVersion(1, '2026-05-01'), agencyVersion(2, '2026-04-01')],
      '2026-05-01',
      'own-1',
    ],
    [
      'none that was withdrawn',
      [agencyVersion(1, '2026-04-01'), agencyVersion(2, '2026-04-05', true)],
      '2026-04-06',
      'own-1',
    ],
  ])('%s', (_rule, own, day, expected) => {
    expect(templateInForce({ builtIn, agencyVersions: own }, civilDate(day))).toBe(expected);
  });

  it.each<[string, readonly AgencyTemplate[], number | undefined]>([
    ['the nearest of those to come', [agencyVersion(1, '2026-05-01'), agencyVersion(2, '2026-04-10')], 2],
    ['none that was withdrawn', [agencyVersion(1, '2026-04-10', true)], undefined],
    ['none that has begun', [agencyVersion(1, '2026-04-01')], undefined],
  ])('is followed by %s', (_rule, own, expected) => {
    expect(nextTemplate(own, civilDate('2026-04-01'))?.number).toBe(expected);
  });

  it.each([
    ['own-12', 12],
    ['1', null],
    ['own-0', null],
    ['own-1x', null],
  ])('reads the key %s', (key, number) => {
    expect(agencyTemplateNumber(key)).toBe(number);
  });
});
