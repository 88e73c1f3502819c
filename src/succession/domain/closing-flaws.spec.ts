import { civilDate } from '../../kernel/civil-date.js';
import type { UnitKind } from '../../organisation/domain/functions.js';
import type { TreeUnit } from '../../organisation/domain/unit-tree.js';
import { closingFlaws, possibleSuccessors } from './closing-flaws.js';

const today = civilDate('2026-03-18');

function unit(id: string, kind: UnitKind, change: Partial<TreeUnit> = {}): TreeUnit {
  return {
    id,
    code: id,
    name: id,
    kind,
    parentId: 'top',
    validFrom: null,
    validTo: null,
    successorId: null,
    ...change,
  };
}

const units = [
  unit('top', 'leadership', { parentId: null }),
  unit('old', 'division', { validFrom: civilDate('2025-01-01') }),
  unit('team', 'division', { parentId: 'old' }),
  unit('next', 'division'),
  unit('gone', 'division', { validTo: civilDate('2025-12-31'), successorId: 'next' }),
  unit('later', 'division', { validFrom: civilDate('2026-05-01') }),
];
const [, old] = units;

describe('rule 60: a unit is closed', () => {
  const draft = { successorId: 'next', from: '2026-03-18', reason: 'Quyết định 12/QĐ-SGDĐT' };
  const fieldsOf = (change: Partial<typeof draft>) =>
    closingFlaws({ ...draft, ...change }, old ?? unit('old', 'division'), { units, today }).map(({ field }) => field);

  it.each([
    ['when another unit follows', {}, []],
    ['late, from a day that is over', { from: '2026-03-01' }, []],
    ['not before its day', { from: '2026-03-19' }, ['from']],
    ['not from before it began', { from: '2025-01-01' }, ['from']],
    ['not without a successor', { successorId: '' }, ['successorId']],
    ['not followed by itself', { successorId: 'old' }, ['successorId']],
    ['not followed by what stands under it', { successorId: 'team' }, ['successorId']],
    ['not followed by a unit that is closed itself', { successorId: 'gone' }, ['successorId']],
    ['not followed by a unit that has not begun', { successorId: 'later' }, ['successorId']],
    ['not followed by the head of the agency, who handles no tickets', { successorId: 'top' }, ['successorId']],
    ['not without a reason', { reason: '' }, ['reason']],
  ])('%s', (_rule, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  it('offers those alone that may follow', () => {
    expect(possibleSuccessors(units, old ?? unit('old', 'division'), today).map(({ id }) => id)).toEqual(['next']);
  });
});
