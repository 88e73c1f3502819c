import { boardOf, worstFirst, type Cell } from './board.js';

const cell = (change: Partial<Cell>): Cell => ({
  what: 'overdue',
  unitId: 'gdtrh',
  category: 'fees',
  held: 1,
  stars: 0,
  ...change,
});

describe('the board', () => {
  it('adds the same cells up by unit, by category and in all', () => {
    const board = boardOf([
      cell({ held: 2 }),
      cell({ unitId: 'nui-voi', held: 3 }),
      cell({ unitId: null, category: 'other', held: 4 }),
      cell({ what: 'answeredInTime', held: 3 }),
      cell({ what: 'answeredLate', held: 1 }),
      cell({ what: 'rated', held: 2, stars: 7 }),
      // Stars of answers in time belong to no mean: those rated are counted by themselves.
      cell({ what: 'answeredInTime', unitId: 'nui-voi', held: 1, stars: 5 }),
    ]);
    expect(board.all).toMatchObject({ held: { overdue: 9 }, inTimeShare: 0.8, stars: 3.5 });
    expect([...board.units].map(([unit, line]) => [unit, line.held.overdue])).toEqual([
      ['gdtrh', 2],
      ['nui-voi', 3],
      [null, 4],
    ]);
    expect(board.units.get('gdtrh')).toMatchObject({ inTimeShare: 0.75, stars: 3.5 });
    expect(board.units.get(null)).toMatchObject({ inTimeShare: null, stars: null });
    expect(board.categories.get('other')?.held.overdue).toBe(4);
  });
});

describe('the order of units', () => {
  it('puts first who is late and has answered nothing, then the lowest share in time, and last who owes and answered nothing', () => {
    const { units } = boardOf([
      cell({ what: 'inTime', unitId: 'quiet' }),
      cell({ what: 'answeredInTime', unitId: 'good', held: 9 }),
      cell({ what: 'answeredInTime', unitId: 'poor', held: 1 }),
      cell({ what: 'answeredLate', unitId: 'poor', held: 1 }),
      cell({ what: 'answeredInTime', unitId: 'poorer', held: 2 }),
      cell({ what: 'answeredLate', unitId: 'poorer', held: 2 }),
      cell({ what: 'overdue', unitId: 'poorer', held: 4 }),
      cell({ what: 'overdue', unitId: 'dumb', held: 1 }),
    ]);
    const order = [...units].sort(([, one], [, other]) => worstFirst(one, other)).map(([unit]) => unit);
    expect(order).toEqual(['dumb', 'poorer', 'poor', 'good', 'quiet']);
  });
});
