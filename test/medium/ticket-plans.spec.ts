import type { Actor, Role } from '../../src/kernel/actor.js';
import { toStatement } from '../../src/platform/database/sql.js';
import type { TicketCursor, TicketFilter } from '../../src/tickets/index.js';
import { pageStatement } from '../../src/tickets/persistence/ticket-list.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const FIRST_DUE = Date.UTC(2026, 2, 2, 10);

const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'actor', name: 'Người xem', unitId, roles });
const LEADER = actor(null, 'leader');
const HEAD = actor('unit-1', 'unitHead');

onSqlite('reads query plans').describe('the plan of a page', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  const cursor = { at: new Date(FIRST_DUE), id: 'id-0001' };

  it.each<[string, Actor, TicketFilter, string]>([
    ['the whole agency', LEADER, { open: true }, 'ix_ticket_due (open=? AND dueAt>?)'],
    ['a unit', HEAD, { open: true }, 'ix_ticket_unit_due (leadUnitId=? AND open=? AND dueAt>?)'],
    [
      'an officer',
      LEADER,
      { open: true, officerId: 'o' },
      'ix_ticket_officer_due (officerId=? AND open=? AND dueAt>?)',
    ],
    ['open and closed', LEADER, {}, 'ix_ticket_due (open=? AND dueAt>?)'],
    [
      'a time',
      LEADER,
      { open: true, dueFrom: new Date(0), dueBefore: new Date(FIRST_DUE) },
      'ix_ticket_due (open=? AND dueAt>? AND dueAt<?)',
    ],
    [
      'the latest deadlines',
      LEADER,
      { open: true, order: { by: 'due', lastFirst: true } },
      'ix_ticket_due (open=? AND dueAt<?)',
    ],
    [
      'the newest of the agency',
      LEADER,
      { open: true, order: { by: 'received', lastFirst: true } },
      'ix_ticket_received (open=? AND startedAt<?)',
    ],
    [
      'the oldest of a unit',
      HEAD,
      { open: true, order: { by: 'received', lastFirst: false } },
      'ix_ticket_unit_received (leadUnitId=? AND open=? AND startedAt>?)',
    ],
    [
      'the newest of a unit in two states',
      HEAD,
      { open: true, states: ['assigned', 'reopened'], order: { by: 'received', lastFirst: true } },
      'ix_ticket_unit_received (leadUnitId=? AND open=? AND startedAt<?)',
    ],
    [
      'the newest of an officer',
      actor('unit-1', 'contactOfficer'),
      { open: true, officerId: 'o', order: { by: 'received', lastFirst: true } },
      'ix_ticket_officer_received (officerId=? AND open=? AND startedAt<?)',
    ],
    [
      'answers to approve',
      LEADER,
      { open: true, waitsFor: 'answerApproval' },
      'ix_ticket_answer_proposed (open=? AND dueAt>?)',
    ],
    [
      'wishes for more time',
      LEADER,
      { open: true, waitsFor: 'extensionDecision' },
      'ix_ticket_extension_asked (open=? AND dueAt>?)',
    ],
    [
      'results to publish',
      LEADER,
      { open: false, waitsFor: 'publicationDecision' },
      'ix_ticket_publication_asked (open=? AND dueAt>?)',
    ],
    [
      'what came back too often',
      LEADER,
      { open: true, waitsFor: 'supervision' },
      'ix_ticket_reopened_too_often (open=? AND dueAt>?)',
    ],
    ['answers to be judged', LEADER, { waitsFor: 'rating' }, 'ix_ticket_rating_owed (dueAt>?)'],
    ['answers without evidence', LEADER, { waitsFor: 'evidence' }, 'ix_ticket_evidence_missing (dueAt>?)'],
    [
      'an officer’s answers without evidence',
      actor('unit-1', 'contactOfficer'),
      { officerId: 'actor', waitsFor: 'evidence' },
      'ix_ticket_officer_owed (officerId=? AND leadUnitId=? AND dueAt>?)',
    ],
    [
      'a unit’s answers without evidence',
      HEAD,
      { unitId: 'unit-1', waitsFor: 'evidence' },
      'ix_ticket_unit_evidence_missing (leadUnitId=? AND dueAt>?)',
    ],
    [
      'what the citizen did not complete',
      HEAD,
      { open: true, unitId: 'unit-1', waitsFor: 'lapsedInformation' },
      'ix_ticket_information_lapsed (leadUnitId=? AND open=? AND dueAt>?)',
    ],
    [
      'an officer’s answers to be judged',
      actor('unit-1', 'contactOfficer'),
      { officerId: 'actor', waitsFor: 'rating' },
      'ix_ticket_officer_owed (officerId=? AND leadUnitId=? AND dueAt>?)',
    ],
    [
      'a unit’s answers to be judged',
      HEAD,
      { unitId: 'unit-1', waitsFor: 'rating' },
      'ix_ticket_unit_rating_owed (leadUnitId=? AND dueAt>?)',
    ],
  ])('walks one index from the cursor on and sorts nothing: %s', async (_list, who, filter, index) => {
    const steps = await planOf(who, filter);
    expect(steps).toContain(index);
    expect(steps).not.toMatch(/TEMP B-TREE|SCAN ticket/u);
    const ofFirst = await planOf(who, filter, null);
    expect(ofFirst).toContain(index.split(' ')[0]);
    expect(ofFirst).not.toMatch(/TEMP B-TREE|SCAN ticket(?! USING INDEX)/u);
  });

  it('walks open tickets by deadline for what is watched of them, and looks answers up by their day', async () => {
    const at = new Date(FIRST_DUE);
    const moments = { now: at, silentSince: at, stuckSince: at, answeredFrom: at, answeredBefore: at };
    for (const what of ['inTime', 'overdue', 'notAccepted', 'silent', 'reopened'] as const) {
      const steps = await planOf(LEADER, { watched: { what, moments } });
      expect(steps).toContain('ix_ticket_due (open=? AND dueAt>?)');
      expect(steps).not.toMatch(/TEMP B-TREE|SCAN ticket/u);
    }
    const late = await planOf(LEADER, { watched: { what: 'answeredLate', moments } });
    expect(late).toContain('ticket USING COVERING INDEX ix_ticket_answered_within (answeredAt>? AND answeredAt<?)');
    expect(late).not.toContain('SCAN ticket');
    const stuck = await planOf(LEADER, { watched: { what: 'stuckInExchange', moments } });
    expect(stuck).toContain('ix_dispatch_unsent');
    expect(stuck).toContain('ix_ticket_document');
  });

  it('looks named tickets up and walks no list for them', async () => {
    const steps = await planOf(LEADER, { ids: ['a', 'b'] });
    expect(steps).toContain('sqlite_autoindex_ticket_1 (id=?)');
    expect(steps).not.toMatch(/ix_ticket|SCAN ticket/u);
  });

  async function planOf(who: Actor, filter: TicketFilter, after: TicketCursor | null = cursor): Promise<string> {
    const statement = pageStatement(who, filter, { after, size: 50 }, 'better-sqlite3');
    const [text, parameters] = toStatement(statement, 'better-sqlite3');
    const plan = await test.database.reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${text}`, parameters);
    return plan.map(({ detail }) => detail).join('\n');
  }
});
