import { damagedPlaces } from './quick-check.js';

const TREES = [
  { name: 'ticket', table: 'ticket', rootPage: 4 },
  { name: 'ix_ticket_deadline', table: 'ticket', rootPage: 9 },
];

describe('what quick_check found', () => {
  it.each([
    ['nothing', ['ok'], []],
    [
      'a damaged page of a table, by the page that the table begins at; pages lost by that are no fault of their own',
      ['*** in database main ***\nTree 4 page 40: btreeInitPage() returns error code 11\nPage 41: never used'],
      [{ table: 'ticket', page: 40, words: 'Tree 4 page 40: btreeInitPage() returns error code 11' }],
    ],
    [
      'an index that does not fit its table',
      ['wrong # of entries in index ix_ticket_deadline'],
      [{ table: 'ticket', page: null, words: 'wrong # of entries in index ix_ticket_deadline' }],
    ],
    [
      'a page of no known table',
      ['Tree 77 page 78: btreeInitPage() returns error code 11'],
      [{ table: null, page: 78, words: 'Tree 77 page 78: btreeInitPage() returns error code 11' }],
    ],
    [
      'pages that hang nowhere, when nothing else is said',
      ['*** in database main ***', 'Page 5: never used'],
      [
        { table: null, page: null, words: '*** in database main ***' },
        { table: null, page: null, words: 'Page 5: never used' },
      ],
    ],
  ])('%s', (_what, rows, places) => {
    expect(damagedPlaces(rows, TREES)).toEqual(places);
  });
});
