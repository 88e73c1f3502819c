import { readSettings } from '../../src/config/settings.js';
import { CorrespondenceQueries } from '../../src/correspondence/persistence/correspondence-queries.js';
import { OutgoingDocumentEntity, RegisterQueries } from '../../src/documents/index.js';
import { CopyQueries } from '../../src/documents/persistence/copy-queries.js';
import { DataRequestQueries } from '../../src/data-requests/persistence/data-request-queries.js';
import { DraftQueries } from '../../src/drafting/index.js';
import { TraceQueries } from '../../src/exchange/index.js';
import { ComparedSides } from '../../src/exchange/persistence/compared-sides.js';
import { EntryQueries } from '../../src/exchange/persistence/entry-queries.js';
import { ExchangeQueries } from '../../src/exchange/persistence/exchange-queries.js';
import { HandDeliveryQueries } from '../../src/exchange/persistence/hand-delivery-queries.js';
import { TaskQueries } from '../../src/exchange/persistence/task-queries.js';
import { JournalQueries } from '../../src/journal/index.js';
import type { Actor, Role } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeQueries } from '../../src/notices/index.js';
import { PetitionQueries } from '../../src/petitions/persistence/petition-queries.js';
import { MetricSources } from '../../src/platform/telemetry/metric-sources.js';
import { QueueReport } from '../../src/platform/outbox/queue-report.js';
import { StuckJobs } from '../../src/platform/outbox/stuck-jobs.js';
import { RecordQueries } from '../../src/records/persistence/record-queries.js';
import { SignatureQueries } from '../../src/signing/persistence/signature-queries.js';
import { SupervisionQueries } from '../../src/supervision/persistence/supervision-queries.js';
import { TicketCounters, type TicketFilter } from '../../src/tickets/index.js';
import { TicketDayCounts } from '../../src/tickets/persistence/days/ticket-day-counts.js';
import { NearTickets } from '../../src/tickets/persistence/near-tickets.js';
import { TicketLife } from '../../src/tickets/persistence/ticket-life.js';
import { TicketMetrics } from '../../src/tickets/persistence/ticket-metrics.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { WorkQueries } from '../../src/tickets/persistence/work-queries.js';
import { FixedClock } from '../support/fixed-clock.js';
import { onSqlite } from '../support/on-sqlite.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';

const actor = (unitId: string | null, ...roles: Role[]): Actor => ({ id: 'actor', name: 'Người xem', unitId, roles });
const CLERK = actor('unit-1', 'registryClerk');
const OFFICER = actor('unit-1', 'contactOfficer');
const TICKET = { id: 't', splitFromId: 's', mergedIntoId: 'm' };
const MOMENT = new Date('2026-03-18T03:00:00Z');
const MOMENTS = {
  ...{ now: MOMENT, silentSince: MOMENT, stuckSince: MOMENT },
  ...{ answeredFrom: MOMENT, answeredBefore: MOMENT },
};
const AT = new Date('2026-03-20T03:00:00Z');

/** Tables that do not grow with the tickets: kept for some days up to a ceiling, a row a year or a person, or written by a person each. */
const SMALL: readonly string[] = [
  'RefusedCallEntity',
  'refused_call',
  'OutboxEvidenceEntity',
  'PetitionYearEntity',
  'StaffEntity',
  'c',
];

/** Indices of few rows alone, which may be walked whole; of the last one the first row alone is read. */
const WALKED: readonly string[] = [
  'ix_inbox_message_other',
  'ix_outgoing_document_void',
  'ix_copy_document_failed',
  'ix_inbox_message_queued',
];

onSqlite('reads query plans').describe('what pages read at a hundred thousand tickets', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  const reads = () => {
    const { database } = test;
    const clock = new FixedClock(AT.toISOString());
    return {
      tx: database.reader.manager,
      drafts: new DraftQueries(database),
      petitions: new PetitionQueries(database),
      exchange: new ExchangeQueries(database),
      stuck: new StuckJobs(database, clock),
      report: new QueueReport(database, new JobHandlers(), clock),
      traces: new TraceQueries(database, clock),
      registers: new RegisterQueries(database),
      signatures: new SignatureQueries(database),
      supervision: new SupervisionQueries(database),
      records: new RecordQueries(database),
      tickets: new TicketQueries(database, new TicketCounters(database)),
      days: new TicketDayCounts(database),
      near: new NearTickets(database),
      life: new TicketLife(database),
      work: new WorkQueries(database),
      tasks: new TaskQueries(database),
      entries: new EntryQueries(database),
      compared: new ComparedSides(database, readSettings({}), new EntryQueries(database)),
      deliveries: new HandDeliveryQueries(database),
      requests: new DataRequestQueries(database),
      copies: new CopyQueries(database),
      journal: new JournalQueries(database),
      notices: new NoticeQueries(database),
      correspondence: new CorrespondenceQueries(database),
      metrics: new TicketMetrics(new MetricSources(), database, clock),
    };
  };
  type Reads = ReturnType<typeof reads>;

  /** What SQLite would do for each statement of a read, step by step. */
  async function stepsOf(act: (from: Reads) => Promise<unknown>): Promise<readonly string[]> {
    const source = test.database.reader.manager.dataSource;
    const { logger } = source;
    const asked: [statement: string, parameters: unknown[]][] = [];
    source.logger = Object.assign(Object.create(logger) as typeof logger, {
      logQuery: (statement: string, parameters?: unknown[]) => void asked.push([statement, parameters ?? []]),
    });
    await act(reads()).finally(() => {
      source.logger = logger;
    });
    // Asked for none of a list, a statement is false before it reads.
    const plans = asked
      .filter(([statement]) => !statement.includes('0=1'))
      .map(([statement, parameters]) =>
        source.query<readonly { readonly detail: string }[]>(`EXPLAIN QUERY PLAN ${statement}`, parameters),
      );
    return (await Promise.all(plans)).flat().map(({ detail }) => detail);
  }

  const scans = (steps: readonly string[]): readonly string[] =>
    steps.filter((step) => {
      if (WALKED.some((index) => step.endsWith(`USING INDEX ${index}`))) return false;
      const [, table] = /^SCAN (\w+)/u.exec(step) ?? [];
      return table !== undefined && table !== 'CONSTANT' && !SMALL.includes(table);
    });

  it.each<[string, (from: Reads) => Promise<unknown>]>([
    ['the letters of a case', ({ drafts }) => drafts.ofCase('t')],
    ['the letters of many cases', ({ drafts }) => drafts.ofCases('ticket', ['a', 'b'])],
    ['the letters under way of many cases', ({ drafts }) => drafts.underWayOf(['a', 'b'])],
    ['the letter that amends another', ({ drafts }) => drafts.amending('o')],
    ['letters in review', ({ drafts }) => drafts.awaiting(['inReview'])],
    ['letters given back', ({ drafts }) => drafts.awaiting(['givenBack'])],
    ['documents under way', ({ drafts }) => drafts.documentsUnderWay()],
    ['what an officer still writes', ({ drafts, tx }) => drafts.unfinishedOf({ unitId: 'unit-1', officerId: 'o' }, tx)],
    ['how much an officer still writes', ({ drafts, tx }) => drafts.unfinishedByState({ unitId: 'unit-1' }, tx)],
    ['the years of the register of petitions', ({ petitions }) => petitions.years()],
    ['how many messages to look at', ({ exchange }) => exchange.countToLookAt()],
    ['how many besides tasks', ({ exchange }) => exchange.countToLookAt({ besidesTasks: true })],
    ['messages to look at', ({ exchange }) => exchange.messagesToLookAt()],
    ['how many calls were refused', ({ exchange }) => exchange.countRefusedCalls()],
    ['what was said about a document', ({ exchange }) => exchange.dispatchesAbout('d')],
    ['the message of a document', ({ exchange }) => exchange.inboxOf('d')],
    ['how many jobs are stuck', ({ stuck }) => stuck.count()],
    ['how many of a kind are stuck', ({ stuck }) => stuck.count('case.open')],
    ['which jobs are stuck', ({ stuck }) => stuck.list()],
    ['how the channels stand', ({ report }) => report.channels()],
    ['the tries of the last hour', ({ report }) => report.attempts()],
    ['what is held', ({ report }) => report.held()],
    ['what stopped', ({ report }) => report.stopped()],
    ['what was proved', ({ report }) => report.proved()],
    ['what the calls lost', ({ traces }) => traces.metrics()],
    ['replies to a document', ({ registers }) => registers.repliesTo(['d'])],
    ['the first message of all', ({ compared }) => compared.firstMessageAt()],
    ['files of a document', ({ registers }) => registers.filesOf('d')],
    ['a document', ({ registers }) => registers.incomingById('d')],
    ['letters with the leader', ({ signatures }) => signatures.inStates(['submitted'])],
    ['letters of a draft', ({ signatures }) => signatures.ofDraft('d')],
    ['directives about a ticket', ({ supervision }) => supervision.directivesAbout('t')],
    ['how many directives', ({ supervision }) => supervision.directiveCount(['unit-1'], 'open')],
    ['what came and was answered by day', ({ days }) => days.since(civilDate('2026-01-01'), { category: 'fees' })],
    ['the file of a ticket', ({ records }) => records.ofTicket('t')],
    ['the course of a ticket', ({ tickets }) => tickets.entriesOf('t')],
    ['the deadlines of a ticket', ({ tickets }) => tickets.deadlinesOf('t')],
    ['who has a ticket', ({ tickets }) => tickets.assignmentOf('t')],
    ['tickets about a document', ({ tickets }) => tickets.aboutDocument('d')],
    ['the life of a ticket', ({ life }) => life.of(TICKET)],
    ['tickets about which more was sent', ({ tickets }) => tickets.page(CLERK, { furtherOwed: true }, null, 51)],
    ['how many of those', ({ tickets }) => tickets.count(CLERK, { furtherOwed: true })],
    ['all that waits for an approver', ({ drafts }) => drafts.awaiting(['inReview', 'givenBack', 'document'])],
    ['a ticket and those near', ({ near }) => near.toTickets(['t'])],
    ['tickets of documents and those near', ({ near }) => near.toDocuments(['d', 'e'])],
    ['answers given back', ({ work }) => work.answersGivenBack(OFFICER)],
    ['how many tasks wait', ({ tasks }) => tasks.waiting()],
    ['how many entries are owed', ({ entries }) => entries.owedCount()],
    ['how many letters go by hand', ({ deliveries }) => deliveries.owedCount()],
    ['how many requests are open', ({ requests }) => requests.openCount()],
    ['letters that a restore lost', ({ registers }) => registers.lostLetters()],
    ['copies that could not be signed', ({ copies }) => copies.unsigned()],
    ['how many copies were voided', ({ copies }) => copies.voidsOf(2026)],
    ['mail that was refused', ({ notices }) => notices.refusedDigests()],
    ['opinions that a unit owes', ({ correspondence }) => correspondence.advisedBy('unit-1')],
    ['who has had the mail of a day', ({ notices }) => notices.readersWithoutDigest(civilDate('2026-03-18'))],
  ])('is found by an index: %s', async (_what, act) => {
    expect(scans(await stepsOf(act))).toEqual([]);
  });

  it.each<[string, (from: Reads) => Promise<unknown>, string]>([
    ['the letters of a case', ({ drafts }) => drafts.ofCase('t'), 'ix_draft_case (caseId=?)'],
    ['the letter that amends another', ({ drafts }) => drafts.amending('o'), 'ix_draft_amends (amendsId=?)'],
    [
      'letters in review',
      ({ drafts }) => drafts.awaiting(['inReview']),
      'ix_draft_kind_state (caseKind=? AND state=?)',
    ],
    ['documents under way', ({ drafts }) => drafts.documentsUnderWay(), 'ix_draft_kind_state (caseKind=? AND state=?)'],
    [
      'letters that amend another',
      ({ registers }) => registers.amendmentLinks([Object.assign(new OutgoingDocumentEntity(), { year: 2026 })]),
      'ix_outgoing_document_amending (year>?)',
    ],
    ['messages of other content', ({ exchange }) => exchange.countToLookAt(), 'ix_inbox_message_other'],
    [
      'what is watched of open tickets',
      ({ tickets }) =>
        tickets.watched(
          CLERK,
          {},
          (['inTime', 'overdue', 'notAccepted', 'silent', 'reopened'] as const).map((what) => ({
            what,
            moments: MOMENTS,
          })),
        ),
      'ticket USING COVERING INDEX ix_ticket_watched (open=?)',
    ],
    [
      'what is watched of answers',
      ({ tickets }) =>
        tickets.watched(
          CLERK,
          {},
          (['answeredInTime', 'answeredLate', 'rated', 'dissatisfied'] as const).map((what) => ({
            what,
            moments: MOMENTS,
          })),
        ),
      'ticket USING COVERING INDEX ix_ticket_answered_within (answeredAt>? AND answeredAt<?)',
    ],
    [
      'jobs kept within the last minute',
      ({ report }) => report.channels(),
      'ix_outbox_finished (outcome=? AND finishedAt>?)',
    ],
    ['letters that a restore lost', ({ registers }) => registers.lostLetters(), 'ix_outgoing_document_void'],
    [
      'replies that came back to their authors',
      ({ drafts }) => drafts.awaiting(['givenBack']),
      'ix_draft_given_back (caseKind=? AND state=?)',
    ],
    [
      'what an officer still writes',
      ({ drafts, tx }) => drafts.unfinishedByState({ unitId: 'unit-1', officerId: 'o' }, tx),
      'draft USING COVERING INDEX ix_draft_unit (unitId=? AND state=? AND authorId=?)',
    ],
    [
      'how many of an officer are to be judged',
      ({ tickets }) => tickets.count(OFFICER, { officerId: 'o', waitsFor: 'rating' }),
      'ticket USING COVERING INDEX ix_ticket_officer_owed (officerId=? AND leadUnitId=?)',
    ],
    [
      'how many of an officer end by a day',
      ({ tickets }) => tickets.count(OFFICER, { open: true, officerId: 'o', dueBefore: MOMENT }),
      'ticket USING COVERING INDEX ix_ticket_officer_lists (officerId=? AND open=? AND dueAt<?)',
    ],
    [
      'how many open tickets are overdue',
      ({ metrics }) => metrics.measure(),
      'ticket USING COVERING INDEX ix_ticket_running (open=? AND legalEndAt<?)',
    ],
    [
      'who called of late',
      ({ journal }) => journal.callersSince(MOMENT),
      'journal_entry USING INDEX ix_journal_entry_at (at>?)',
    ],
    ['copies that could not be signed', ({ copies }) => copies.unsigned(), 'ix_copy_document_failed'],
    ['copies that were voided', ({ copies }) => copies.voidsOf(2026), 'ix_copy_document_state (year=? AND state=?)'],
    [
      'opinions that a unit owes',
      ({ correspondence }) => correspondence.advisedBy('unit-1'),
      'ix_document_coordination_asked (unitId=?)',
    ],
    [
      'how many opinions a unit owes',
      ({ correspondence }) => correspondence.countWaiting({ routes: false, unitId: 'unit-1' }),
      'ix_document_coordination_asked (unitId=?)',
    ],
  ])('walks no more of an index than is asked for: %s', async (_what, act, index) => {
    expect((await stepsOf(act)).join('\n')).toContain(index);
  });

  it.each<[string, TicketFilter['waitsFor'], Actor, string]>([
    ['to be judged', 'rating', CLERK, 'ix_ticket_rating_owed'],
    ['without evidence', 'evidence', CLERK, 'ix_ticket_evidence_missing'],
    ['of a unit to be judged', 'rating', OFFICER, 'ix_ticket_unit_rating_owed (leadUnitId=?)'],
    ['of a unit without evidence', 'evidence', OFFICER, 'ix_ticket_unit_evidence_missing (leadUnitId=?)'],
  ])('counts tickets along the index of these alone: %s', async (_what, waitsFor, who, index) => {
    const steps = await stepsOf(({ tickets }) => tickets.count(who, { waitsFor }));
    expect(steps.join('\n')).toContain(`INDEX ${index}`);
    expect(steps.join('\n')).not.toContain('TEMP B-TREE');
  });
});
