import type { TablePlan } from '../../table-plan.js';

/** Words of tickets, counters of lists, and saved searches. */
export const TICKET_SEARCH_TABLES: readonly TablePlan[] = [
  {
    name: 'ticket_search',
    key: 'pk_ticket_search',
    columns: [
      ['no', 'counter'],
      ['ticketId', { text: 36 }],
      ['received', 'integer'],
      ['textWords', 'exactLongText'],
      ['nameWords', 'exactLongText'],
      ['senderWords', 'exactLongText'],
      ['codeWords', 'exactLongText'],
      ['factWords', 'exactLongText'],
      ['peopleWords', 'exactLongText', 'nullable'],
    ],
    indices: [
      { name: 'uq_ticket_search_ticket', columns: ['ticketId'], isUnique: true },
      { name: 'ix_ticket_search_received', columns: ['received', 'no'] },
    ],
  },
  // `p`: words that lead to people, by which nobody finds a ticket whose sender they may not know.
  {
    name: 'ticket_word',
    key: 'pk_ticket_word',
    keyIsTable: true,
    columns: [
      ['kind', { text: 1 }, 'key'],
      ['word', { exact: 100 }, 'key'],
      ['received', 'integer', 'key'],
      ['no', 'integer', 'key'],
    ],
    checks: [{ name: 'ck_ticket_word_kind', column: 'kind', values: ['t', 'n', 's', 'c', 'f', 'p'] }],
  },
  {
    name: 'ticket_counter',
    key: 'pk_ticket_counter',
    columns: [
      ['unitId', { text: 36 }, 'key'],
      ['officerId', { text: 36 }, 'key'],
      ['state', { text: 20 }, 'key'],
      ['held', 'integer'],
    ],
    indices: [{ name: 'ix_ticket_counter_officer', columns: ['officerId', 'state'] }],
  },
  {
    name: 'saved_search',
    key: 'pk_saved_search',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['staffId', { text: 36 }],
      ['name', { text: 80 }],
      ['nameKey', { exact: 80 }],
      ['question', 'json'],
      ['createdAt', 'instant'],
    ],
    indices: [{ name: 'uq_saved_search_name', columns: ['staffId', 'nameKey'], isUnique: true }],
  },
];
