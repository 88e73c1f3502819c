import type { DecisionAuthority, DecisionPowers } from '../../../delegation/domain/decision-authority.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { DECISIONS, decisionWords, groundOf, isProposed, partiesTo, type DecidedAct } from './who-decides.js';

const line = (id: string, holder: Pick<DecisionAuthority, 'office' | 'personId'>): DecisionAuthority => ({
  id,
  matters: ['reject'],
  basis: '15/QĐ-SGDĐT',
  validFrom: civilDate('2026-03-18'),
  validTo: null,
  endedFrom: null,
  ...holder,
});
const HEADS = line('heads', { office: 'unitHead', personId: null });
const REGISTRY = line('registry', { office: 'registryClerk', personId: null });
const BY_NAME = line('by-name', { office: null, personId: 'tam' });
const held = (...lines: readonly DecisionAuthority[]): DecisionPowers => new Map([['reject', lines]]);

type Tried = Parameters<typeof groundOf>;

const idOf = (...tried: Tried): string | null => {
  const ground = groundOf(...tried);
  return ground?.as === 'authorised' ? ground.authority.id : (ground?.as ?? null);
};

describe('groundOf', () => {
  it.each<[string, Tried, string | null]>([
    ['a unit’s head decides what lies in the unit', ['rejectUnfounded', ['unitHead'], held(HEADS)], 'heads'],
    ['not what lies in another unit', ['rejectUnfounded', ['coordinator'], held(HEADS)], null],
    ['not what is the desk’s, being a clerk as well', ['reject', ['registry', 'unitHead'], held(HEADS)], null],
    ['the registry decides at the desk', ['reject', ['registry'], held(REGISTRY)], 'registry'],
    [
      'not what a unit has, its head being a clerk',
      ['rejectUnfounded', ['registry', 'unitHead'], held(REGISTRY)],
      null,
    ],
    ['each by the office that it concerns', ['reject', ['registry', 'unitHead'], held(HEADS, REGISTRY)], 'registry'],
    ['a person authorised by name decides whatever it is', ['rejectUnfounded', [], held(BY_NAME, HEADS)], 'by-name'],
    ['a leader needs no line', ['reject', ['leader'], held(REGISTRY)], 'leader'],
  ])('%s', (_rule, tried, id) => {
    expect(idOf(...tried)).toBe(id);
  });

  it('puts only a person authorised by name in a leader’s place', () => {
    expect(partiesTo('reject', ['registry'], held(REGISTRY))).toEqual(['registry']);
    expect(partiesTo('reject', ['registry'], held(BY_NAME, REGISTRY))).toEqual(['registry', 'leader']);
  });
});

describe('what those are told who may not decide', () => {
  it.each(Object.keys(DECISIONS) as DecidedAct[])('names the way to a leader only where there is one: %s', (act) => {
    expect(decisionWords(act).includes('Đề xuất')).toBe(isProposed(act));
  });
});
