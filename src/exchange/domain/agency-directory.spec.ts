import { agencyWords, dueSync, isForTests, mayEndAtOnce } from './agency-directory.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

it('agencies are found by folded words, each once', () => {
  expect(agencyWords('Sở Giáo dục và Đào tạo, Sở GD&ĐT', 'H24.3')).toEqual([
    ...['so', 'giao', 'duc', 'va', 'dao', 'tao', 'gd', 'dt', 'h24', '3'],
  ]);
});

it.each([
  ['000.00.W00.H24', true],
  ['H24.w00.1', true],
  ['000.00.00.H24', false],
])('%s is a unit for tests: %s', (code, expected) => {
  expect(isForTests(code)).toBe(expected);
});

it.each([
  ['nothing is missing', 100, 0, true],
  ['a tenth is missing', 100, 10, true],
  ['more is missing', 100, 11, false],
  ['everything is missing', 100, 100, false],
  ['there was nothing', 0, 0, true],
])('without a person, when %s', (_what, active, unseen, may) => {
  expect(mayEndAtOnce({ active, unseen })).toBe(may);
});

const NEVER = { lastWhole: null, lastDone: null, lastFailed: null };

it.each([
  ['nothing was ever read', NEVER, 'whole'],
  ['the last whole run is a week old', { ...NEVER, lastWhole: hoursAgo(168), lastDone: hoursAgo(2) }, 'whole'],
  ['the last run is a day old', { ...NEVER, lastWhole: hoursAgo(100), lastDone: hoursAgo(24) }, 'delta'],
  ['the last run was today', { ...NEVER, lastWhole: hoursAgo(100), lastDone: hoursAgo(23) }, null],
  ['a run failed just now', { ...NEVER, lastFailed: hoursAgo(0.5) }, null],
  ['a run failed an hour ago', { ...NEVER, lastFailed: hoursAgo(1) }, 'whole'],
] as const)('what is due when %s', (_what, runs, due) => {
  expect(dueSync(runs, NOW)).toBe(due);
});
