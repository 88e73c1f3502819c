import { civilDate } from '../../kernel/civil-date.js';
import { afterRetention, requireHandedOverOn, requireKeptBackUntil } from './hand-over.js';
import type { RetentionCode } from './retention.js';

const TODAY = civilDate('2027-03-01');
const ended = (retention: RetentionCode = '10') => ({ workEndedOn: civilDate('2026-03-18'), retention });

describe('rule 57: keeping back', () => {
  it.each(['2027-03-19', '2029-03-18'])('is possible until %s', (until) => {
    expect(requireKeptBackUntil(until, ended())).toBe(until);
  });

  it.each(['2027-03-18', '2029-03-19', '', '2028-02-30'])('is not possible until %p', (until) => {
    expect(() => requireKeptBackUntil(until, ended())).toThrow('input-invalid');
  });

  it('is not needed where nothing need be handed over', () => {
    expect(() => requireKeptBackUntil('2027-03-19', ended('02'))).toThrow('file-act-barred');
  });
});

it.each([
  ['2026-03-18', true],
  ['2027-03-01', true],
  ['2026-03-17', false],
  ['2027-03-02', false],
  ['hôm qua', false],
])('takes %p as the day of a hand-over: %p', (on, isTaken) => {
  const take = (): unknown => requireHandedOverOn(on, civilDate('2026-03-18'), TODAY);
  if (isTaken) expect(take()).toBe(on);
  else expect(take).toThrow('input-invalid');
});

describe('rule 56: after its years', () => {
  it.each([
    ['a file is kept on its last day', '2027-03-01', null, 'kept'],
    ['a file may be proposed the day after', '2027-02-28', null, 'mayBeProposed'],
    ['a hold stands against it', '2027-02-28', 'Đang thanh tra.', 'held'],
  ] as const)('%s', (_rule, until, heldBecause, expected) => {
    expect(afterRetention({ retainedUntil: civilDate(until), heldBecause }, TODAY)).toBe(expected);
  });

  it('a file for good is kept', () => {
    expect(afterRetention({ retainedUntil: null, heldBecause: null }, TODAY)).toBe('kept');
  });
});
