import type { INestApplicationContext } from '@nestjs/common';
import { IncomingDocumentEntity, OutgoingDocumentEntity, CheckRegister } from '../../../src/documents/index.js';
import { VerifyJournal } from '../../../src/journal/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { TicketRules } from '../../../src/tickets/index.js';
import { TicketDeadlineEntity, TicketEntity } from '../../../src/tickets/persistence/tickets.entities.js';
import { deadlineBreaches } from '../../support/recounted-deadline.js';
import type { Accepted } from './hotline.js';
import type { PeerLedger } from './peer-ledger.js';
import { lostJobs } from './lost-jobs.js';

/**
 * What must hold after every fault, seen from both sides: our database against the ledgers of the hotline and of the e-office.
 *
 * @param accepted what the e-office took from the hotline, by the hotline's own ledger
 * @returns one sentence for each thing that does not hold, led by its invariant
 */
export async function brokenInvariants(
  context: INestApplicationContext,
  accepted: readonly Accepted[],
  peer: PeerLedger,
): Promise<readonly string[]> {
  const { manager } = context.get(Database).reader;
  const ours: OurSide = {
    tickets: await manager.find(TicketEntity),
    incoming: await manager.find(IncomingDocumentEntity),
    outgoing: await manager.find(OutgoingDocumentEntity),
    deadlines: await manager.find(TicketDeadlineEntity),
  };
  return [
    ...lostOrDoubled(ours, accepted, peer).map((what) => `I1: ${what}`),
    ...(await lostJobs(manager, peer)).map((what) => `I2: ${what}`),
    ...doubledThere(ours, peer).map((what) => `I3: ${what}`),
    ...numberGaps(ours).map((what) => `I4: ${what}`),
    ...(await brokenChains(context)).map((what) => `I5: ${what}`),
    ...(await movedDeadlines(context, ours, accepted, peer)).map((what) => `I6: ${what}`),
  ];
}

interface OurSide {
  readonly tickets: readonly TicketEntity[];
  readonly incoming: readonly IncomingDocumentEntity[];
  readonly outgoing: readonly OutgoingDocumentEntity[];
  readonly deadlines: readonly TicketDeadlineEntity[];
}

/** I1: every ticket that was acknowledged exists exactly once, with its document, and with its letter when it was said to be answered. */
function lostOrDoubled(ours: OurSide, accepted: readonly Accepted[], peer: PeerLedger): string[] {
  const outcomes = new Map(peer.queued.map(({ messageId, outcome }) => [messageId, outcome]));
  const sent = new Set(accepted.map(({ hotlineCode }) => hotlineCode));
  return [
    ...ours.tickets.filter(({ hotlineCode }) => !sent.has(hotlineCode ?? '')).map(({ code }) => `${code} nobody sent`),
    ...accepted.flatMap((one) => {
      if (outcomes.get(one.messageId) !== 'done') return [`${one.hotlineCode} is not acknowledged as done`];
      return pairBreaches(ours, one, peer).map((what) => `${one.hotlineCode} ${what}`);
    }),
  ];
}

function pairBreaches(ours: OurSide, { hotlineCode, documentId }: Accepted, peer: PeerLedger): string[] {
  const tickets = ours.tickets.filter((ticket) => ticket.hotlineCode === hotlineCode);
  const documents = ours.incoming.filter((document) => document.documentId === documentId);
  const [ticket] = tickets;
  const [document] = documents;
  if (tickets.length !== 1 || documents.length !== 1 || !ticket || !document)
    return [`was acknowledged and has ${tickets.length} tickets, ${documents.length} incoming documents`];
  if (ticket.incomingDocumentId !== document.id) return ['has the ticket of another document'];
  const told = peer.received.filter(({ answers }) => answers.includes(documentId));
  const answered = told.some(({ status }) => status === '06');
  const letters = ours.outgoing.filter(({ replyToId, state }) => replyToId === document.id && state === 'released');
  const arrived = told.filter(({ kind }) => kind === 'document');
  if (answered && (letters.length !== 1 || arrived.length !== 1))
    return [`was answered by ${letters.length} letters, ${arrived.length} of which arrived`];
  return [];
}

/** I3: the peer holds each thing once, by what it means and not only by its id. */
function doubledThere({ incoming, outgoing }: OurSide, peer: PeerLedger): string[] {
  const said = peer.received.map(({ kind, answers, status, summary }) =>
    [kind, answers.join(' '), status, summary].join(' | '),
  );
  const lines = peer.registrations.map(({ bookYear, incomingNumber }) => `line ${incomingNumber} of ${bookYear}`);
  const breaches = [...repeated(said), ...repeated(lines)].map((what) => `twice there: ${what}`);
  if (peer.registrations.length > incoming.length)
    breaches.push(`${peer.registrations.length} lines there for ${incoming.length} documents here`);
  if (peer.sealOrders.length > outgoing.length)
    breaches.push(`${peer.sealOrders.length} seals there for ${outgoing.length} letters here`);
  return breaches;
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** I4: numbers of each book and year go from 1 on without gap or repeat. */
function numberGaps({ incoming, outgoing }: OurSide): string[] {
  return [
    ...gapsOf(
      'incoming',
      incoming.map(({ year, arrivalNumber }) => [year, arrivalNumber]),
    ),
    ...gapsOf(
      'outgoing',
      outgoing.map(({ year, number }) => [year, number]),
    ),
  ];
}

function gapsOf(book: string, lines: readonly (readonly [year: number, number: number])[]): string[] {
  return [...new Set(lines.map(([year]) => year))].flatMap((year) => {
    const numbers = lines.filter(([of]) => of === year).map(([, number]) => number);
    const sorted = numbers.sort((one, other) => one - other);
    const wrong = sorted.findIndex((number, index) => number !== index + 1);
    return wrong < 0 ? [] : [`${book} ${year} has ${sorted[wrong]} where ${wrong + 1} belongs`];
  });
}

/** I5: journal and registers prove themselves, stored files included. */
async function brokenChains(context: INestApplicationContext): Promise<string[]> {
  const journal = await context.get(VerifyJournal).verify([]);
  const breaches = journal.flaws.map((flaw) => `journal ${JSON.stringify(flaw)}`);
  const checkRegister = context.get(CheckRegister);
  for (const book of await checkRegister.books()) {
    const { flaws } = await checkRegister.check(book);
    breaches.push(...flaws.map((flaw) => `${book.book} ${book.year} ${JSON.stringify(flaw)}`));
  }
  return breaches;
}

/** I6: periods run from the moment at which the e-office queued the first delivery, and count again to the same end. */
async function movedDeadlines(
  context: INestApplicationContext,
  ours: OurSide,
  accepted: readonly Accepted[],
  peer: PeerLedger,
): Promise<string[]> {
  const queuedAt = new Map(peer.queued.map((message) => [message.messageId, new Date(message.queuedAt).getTime()]));
  const first = new Map(accepted.map(({ hotlineCode, messageId }) => [hotlineCode, queuedAt.get(messageId)]));
  const tickets = new Map(ours.tickets.map((ticket) => [ticket.id, ticket]));
  const breaches: string[] = [];
  for (const row of ours.deadlines) {
    const ticket = tickets.get(row.ticketId);
    const name = `${ticket?.code ?? row.ticketId} ${row.duty}`;
    const begins = first.get(ticket?.hotlineCode ?? '');
    if (row.reason === 'receipt' && row.startedAt.getTime() !== begins)
      breaches.push(`${name} began at another moment`);
    breaches.push(...(await deadlineBreaches(context.get(TicketRules), row)).map((what) => `${name}: ${what}`));
  }
  return breaches;
}
