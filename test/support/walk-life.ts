import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { limitFor, type PolicySet } from '../../src/law/index.js';
import { ownCount } from '../../src/tickets/application/deadlines/period-basis.js';
import { isOpen, IN_HAND } from '../../src/tickets/domain/ticket-state.js';
import type { TicketRules } from '../../src/tickets/index.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
} from '../../src/tickets/persistence/life.entities.js';
import { TicketRatingEntity } from '../../src/tickets/persistence/rating.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { groupedBy } from './grouped.js';

/** Everything that is kept of one ticket. */
export interface WholeLife {
  readonly ticket: TicketEntity;
  readonly policy: PolicySet;
  readonly document: IncomingDocumentEntity;
  readonly deadlines: readonly TicketDeadlineEntity[];
  readonly pauses: readonly TicketPauseEntity[];
  /** Until when the clock may stand still at most, counted from the start of each pause. */
  readonly caps: ReadonlyMap<string, Date>;
  readonly extensions: readonly TicketExtensionEntity[];
  readonly coordinations: readonly TicketCoordinationEntity[];
  readonly answers: readonly TicketAnswerEntity[];
  readonly publications: readonly TicketPublicationEntity[];
  readonly ratings: readonly TicketRatingEntity[];
  /** Of its present cycle. */
  readonly letters: readonly DraftEntity[];
}

export async function readLife(rows: EntityManager, ticket: TicketEntity, rules: TicketRules): Promise<WholeLife> {
  const of = { ticketId: ticket.id };
  const pauses = await rows.findBy(TicketPauseEntity, of);
  const caps = new Map<string, Date>();
  for (const { id, startedAt } of pauses) caps.set(id, await rules.endOfPause(ticket, startedAt));
  return {
    ticket,
    policy: await rules.policyOf(ticket),
    document: await rows.findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId }),
    deadlines: await rows.find(TicketDeadlineEntity, { where: of, order: { cycle: 'ASC', revision: 'ASC' } }),
    pauses,
    caps,
    extensions: await rows.findBy(TicketExtensionEntity, of),
    coordinations: await rows.findBy(TicketCoordinationEntity, of),
    answers: await rows.findBy(TicketAnswerEntity, of),
    publications: await rows.findBy(TicketPublicationEntity, of),
    ratings: await rows.findBy(TicketRatingEntity, of),
    letters: await rows.findBy(DraftEntity, { caseId: ticket.id, round: ticket.cycle }),
  };
}

type Rule = (life: WholeLife) => boolean;

const sameTime = (one: Date | undefined, other: Date | undefined): boolean => one?.getTime() === other?.getTime();
const ofCycle = <Row extends { readonly cycle: number }>({ ticket }: WholeLife, rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ cycle }) => cycle === ticket.cycle);
const groupsOf = <Row>(rows: readonly Row[], key: (row: Row) => string): readonly (readonly [Row, ...Row[]])[] => [
  ...groupedBy(rows, key).values(),
];
const processRows = (life: WholeLife) => life.deadlines.filter(({ duty }) => duty === 'process');
const processInForce = (life: WholeLife) =>
  ofCycle(life, processRows(life)).find(({ supersededAt }) => supersededAt === null);
const owed = (life: WholeLife, duty: string) =>
  life.deadlines.filter((row) => row.duty === duty && row.supersededAt === null && row.metAt === null);
const openPauses = ({ pauses }: WholeLife) => pauses.filter(({ endedAt }) => endedAt === null);
const granted = (life: WholeLife) => ofCycle(life, life.extensions).filter((wish) => wish.granted === true);

const daysGranted = (row: TicketDeadlineEntity | undefined) => (row && ownCount(row).extendedBy) ?? 0;

/** What must hold of every ticket at every moment, each in words. */
const RULES: Readonly<Record<string, Rule>> = {
  'open is what its state says': ({ ticket }) => ticket.open === isOpen(ticket.state),
  'only feedback is handled (rule 7)': ({ ticket }) =>
    ticket.nature === 'feedback' || ![...IN_HAND, 'assigned', 'answered', 'published', 'merged'].includes(ticket.state),
  'who has it in hand is known': ({ ticket }) =>
    (ticket.leadUnitId !== null && ticket.officerId !== null) || ![...IN_HAND, 'assigned'].includes(ticket.state),
  'an answer has its day, its way and its windows': ({ ticket }) =>
    !['answered', 'published', 'closed'].includes(ticket.state) ||
    ![ticket.answeredAt, ticket.answerMode, ticket.ratingEndsAt, ticket.reopenEndsAt].includes(null),
  'nothing is closed without evidence or a reason (rule 11)': ({ ticket }) =>
    ticket.state !== 'closed' || (ticket.evidence !== null && ticket.closedAt !== null),

  'of each duty one count is in force': ({ deadlines }) =>
    groupsOf(
      deadlines.filter(({ supersededAt }) => supersededAt === null),
      // Units that are asked to help owe side by side.
      ({ cycle, duty, countedForUnitId }) =>
        `${String(cycle)} ${duty} ${duty === 'coordinationReply' ? String(countedForUnitId) : ''}`,
    ).every(({ length }) => length === 1),
  'recounts are numbered without a gap': ({ deadlines }) =>
    groupsOf(
      deadlines.filter(({ duty }) => duty !== 'coordinationReply'),
      ({ cycle, duty }) => `${String(cycle)} ${duty}`,
    ).every((rows) => rows.every(({ revision }, at) => revision === at + 1)),
  "the citizen's clock never starts anew within a cycle": (life) =>
    groupsOf(processRows(life), ({ cycle }) => String(cycle)).every((rows) =>
      rows.every((row) => sameTime(ownCount(row).startedAt, ownCount(rows[0]).startedAt)),
    ),
  'the first cycle runs from receipt (rules 3 and 19)': (life) =>
    processRows(life).every((row) => row.cycle !== 1 || sameTime(ownCount(row).startedAt, life.ticket.startedAt)),
  'the date shown is the one in force': (life) => {
    const row = processInForce(life);
    return sameTime(row?.dueAt, life.ticket.dueAt) && sameTime(row?.legalEndAt, life.ticket.legalEndAt);
  },
  'the limit is that of its level and category (rule 3)': (life) => {
    const { level, category } = life.ticket;
    const { amount, unit } = limitFor(life.policy, 'process', level, category);
    const row = processInForce(life);
    // Where a merged ticket ends first, its limit is the one that was counted.
    return (row?.cappedById ?? null) !== null || (row?.amount === amount && row.unit === unit);
  },
  'the register shows the day that is owed': ({ ticket, document }) =>
    !ticket.open ||
    ticket.splitFromId !== null ||
    document.dueDate === null ||
    document.dueDate === civilDateOf(ticket.dueAt),
  'nothing is owed once it is over': ({ ticket, deadlines }) =>
    ticket.open || deadlines.every(({ supersededAt, metAt }) => supersededAt !== null || metAt !== null),
  'nothing of a former cycle is owed': ({ ticket, deadlines }) =>
    deadlines.every(({ cycle, supersededAt, metAt }) => {
      return cycle === ticket.cycle || supersededAt !== null || metAt !== null;
    }),
  'accepting is owed by a unit that was asked, and by no other': (life) =>
    owed(life, 'unitAcknowledge').length === 0 || ['assigned', 'reopened'].includes(life.ticket.state),
  'a decision to take it is owed while it is new, and only then': (life) =>
    owed(life, 'acknowledge').length === (life.ticket.state === 'received' ? 1 : 0),
  'a unit is owed to it only until it has one': (life) =>
    owed(life, 'assign').length === 0 || ['accepted', 'classified', 'reopened'].includes(life.ticket.state),
  'a ticket at the desk is owed a unit, or what is no feedback a return': (life) => {
    const atTheDesk = ['accepted', 'classified'].includes(life.ticket.state) ? 1 : 0;
    const isFeedback = life.ticket.nature === 'feedback';
    return atTheDesk === 0 || owed(life, isFeedback ? 'assign' : 'returnNotCompetent').length === 1;
  },
  'a return is owed for what is no feedback, and for nothing else': (life) =>
    owed(life, 'returnNotCompetent').length === 0 || life.ticket.nature !== 'feedback',

  'the clock stands still only while the citizen is asked (rule 13)': (life) => {
    const waits = life.ticket.state === 'waitingCitizenInfo';
    const [open] = openPauses(life);
    return openPauses(life).length === (waits ? 1 : 0) && sameTime(open?.startedAt, life.ticket.pausedAt ?? undefined);
  },
  'once in a cycle (rule 13)': ({ pauses }) => new Set(pauses.map(({ cycle }) => cycle)).size === pauses.length,
  'no longer than its cap (rule 13)': ({ pauses, caps }) =>
    pauses.every(({ id, until, endedAt }) => sameTime(until, caps.get(id)) && (endedAt ?? until) <= until),
  'the count in force knows its pauses': (life) => {
    const kept = ofCycle(life, life.pauses).map(({ startedAt, until, endedAt }) => [
      startedAt.toISOString(),
      (endedAt ?? until).toISOString(),
    ]);
    const row = processInForce(life);
    return JSON.stringify(kept) === JSON.stringify(row && ownCount(row).pauses.map(({ from, to }) => [from, to]));
  },

  'more time no more often than allowed (rule 12)': (life) =>
    granted(life).length + life.ticket.extensionsLeft === life.policy.extensionsAllowed,
  'more time is granted by another (rule 12)': ({ extensions }) =>
    extensions.every(({ granted: yes, askedById, decidedById }) => yes !== true || askedById !== decidedById),
  'the count in force has the days granted': (life) =>
    daysGranted(processInForce(life)) === granted(life).reduce((sum, { workingDays }) => sum + workingDays, 0),
  'a wish for more time waits where the ticket says so': (life) => {
    const waiting = ofCycle(life, life.extensions).filter(({ decidedAt }) => decidedAt === null);
    return JSON.stringify(waiting.map(({ askedById }) => askedById)) === asked(life.ticket.extensionAskedById);
  },

  'an answer waits where the ticket says so': (life) => {
    const waiting = ofCycle(life, life.answers).filter(({ approved }) => approved === null);
    const fits = life.ticket.answerProposedById === null || life.ticket.state === 'waitingApproval';
    return (
      fits && JSON.stringify(waiting.map(({ proposedById }) => proposedById)) === asked(life.ticket.answerProposedById)
    );
  },
  'an answer is approved by another, once in a cycle (rule 11)': ({ answers }) => {
    const approved = answers.filter((answer) => answer.approved === true);
    const cycles = new Set(approved.map(({ cycle }) => cycle));
    return cycles.size === approved.length && approved.every((answer) => answer.decidedById !== answer.proposedById);
  },

  'a letter that could still go out lives as long as its ticket': ({ ticket, letters }) =>
    ticket.open || letters.every(({ state }) => state === 'withdrawn' || state === 'done'),
  'a ticket has one letter at a time': ({ letters }) =>
    letters.filter(({ state }) => state !== 'withdrawn').length <= 1,

  'a text to publish waits where the ticket says so': (life) => {
    const waiting = ofCycle(life, life.publications).filter(({ approved }) => approved === null);
    return JSON.stringify(waiting.map(({ askedById }) => askedById)) === asked(life.ticket.publicationAskedById);
  },
  'nothing is published unless another approved the text (rule 20)': (life) => {
    const approved = ofCycle(life, life.publications).filter((wish) => wish.approved === true);
    return (
      (life.ticket.publishedAt === null) === (approved.length === 0) &&
      approved.every((wish) => wish.decidedById !== wish.askedById)
    );
  },
  'a citizen judges a cycle once (rule 17)': (life) => {
    const now = ofCycle(life, life.ratings);
    const cycles = new Set(life.ratings.map(({ cycle }) => cycle));
    return cycles.size === life.ratings.length && (now[0]?.stars ?? null) === life.ticket.rating;
  },

  'a unit that leads is not asked to help': ({ ticket }) =>
    ticket.leadUnitId === null || !ticket.coordinators.includes(ticket.leadUnitId),
  'each coordinating unit owes in its own time (rule 8)': (life) => {
    const waiting = life.ticket.open ? ofCycle(life, life.coordinations).filter(({ endedAt }) => endedAt === null) : [];
    const counts = owed(life, 'coordinationReply');
    return (
      counts.length === waiting.length &&
      waiting.every(({ unitId, dueAt }) =>
        counts.some((row) => row.countedForUnitId === unitId && sameTime(row.dueAt, dueAt)),
      )
    );
  },
  'it has come back as often as its cycles say (rule 16)': ({ ticket, policy }) =>
    ticket.cycle - 1 + ticket.reopeningsLeft === policy.reopeningsAllowed,
  'what was merged goes nowhere by itself (rule 18)': ({ ticket }) =>
    (ticket.mergedIntoId !== null) === (ticket.state === 'merged') && ticket.mergedIntoId !== ticket.id,
};

/** @returns in words what should hold and does not */
export function breachesOf(life: WholeLife): readonly string[] {
  return Object.entries(RULES)
    .filter(([, holds]) => !holds(life))
    .map(([words]) => `not so: ${words}`);
}

function asked(byId: string | null): string {
  return JSON.stringify(byId === null ? [] : [byId]);
}
