import { In, type EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { mattersOf, type Carrier } from '../../src/tickets/application/intake/document-matters.js';
import { finalStatus, outcomeOf } from '../../src/tickets/domain/reply/document-outcome.js';
import { isOpen } from '../../src/tickets/domain/ticket-state.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { groupedBy } from './grouped.js';
import type { SentMessage } from './test-outside.js';

/** What the hotline heard: each word once, in the order of promising, and the same for all senders of tickets that became one (rule 18). */
export async function hotlineBreaches(rows: EntityManager, sent: readonly SentMessage[]): Promise<string[]> {
  const dispatches = await inOrderOfPromising(rows);
  return [
    ...orderBreaches(dispatches, sent),
    ...(await endBreaches(rows, dispatches)),
    ...(await mergedBreaches(rows, dispatches)),
  ];
}

async function inOrderOfPromising(rows: EntityManager): Promise<readonly DispatchEntity[]> {
  const enqueued = await rows.find(OutboxEntity, { where: { kind: 'exchange.send' }, order: { seq: 'ASC' } });
  const dispatches = new Map((await rows.find(DispatchEntity)).map((dispatch) => [dispatch.id, dispatch]));
  return enqueued.flatMap(({ payload }) => dispatches.get(payload['dispatchId'] ?? '') ?? []);
}

function orderBreaches(dispatches: readonly DispatchEntity[], sent: readonly SentMessage[]): string[] {
  const breaches: string[] = [];
  const heard = sent.map(({ consignmentId }) => consignmentId);
  if (new Set(heard).size !== heard.length) breaches.push('the hotline heard something twice');
  for (const [documentId, about] of groupedBy(dispatches, ({ aboutDocumentId }) => aboutDocumentId)) {
    const enqueued = about.filter(({ sentAt }) => sentAt !== null).map(({ consignmentId }) => consignmentId);
    const ours = new Set(enqueued);
    const arrived = heard.filter((id) => ours.has(id));
    if (JSON.stringify(enqueued) !== JSON.stringify(arrived)) breaches.push(`out of order about ${documentId}`);
  }
  return breaches;
}

/** How each document ends: once in a cycle, with its last matter, and the register says how. */
async function endBreaches(rows: EntityManager, dispatches: readonly DispatchEntity[]): Promise<string[]> {
  const breaches: string[] = [];
  for (const document of await rows.find(IncomingDocumentEntity)) {
    const { tickets, carriers } = await mattersOf(rows, document.id);
    const outcome = outcomeOf(carriers);
    const line = `document ${String(document.arrivalNumber)}`;
    if (document.outcome !== outcome) breaches.push(`${line} stands as ${String(document.outcome)}`);
    if (!tickets.some(({ hotlineCode }) => hotlineCode !== null)) continue;
    const heard = dispatches.flatMap(({ aboutDocumentId, status }) =>
      aboutDocumentId === document.id && status !== null ? [status] : [],
    );
    const doubled = heard.some((status, at) => isFinal(status) && isFinal(heard[at + 1] ?? ''));
    if (heard.slice(0, 2).join() !== '01,03' || doubled) breaches.push(`${line} heard ${heard.join()}`);
    const undelivered = await Promise.all(carriers.map((carrier) => isOnItsWay(rows, carrier)));
    const expected = outcome === null || undelivered.includes(true) ? null : finalStatus(outcome);
    const last = heard.at(-1) ?? '';
    if ((isFinal(last) ? last : null) !== expected)
      breaches.push(`${line} ended as ${String(outcome)}, and heard ${heard.join()}`);
  }
  return breaches;
}

function isFinal(status: string): boolean {
  return status === '02' || status === '06';
}

/** Whether the letter that answered a ticket has not been told as received. */
async function isOnItsWay(rows: EntityManager, { ticketId, answerMode, state }: Carrier): Promise<boolean> {
  if (isOpen(state) || answerMode !== 'letter') return false;
  const lines = await rows.find(TicketEntryEntity, {
    where: { ticketId, kind: In(['released', 'delivered']) },
    order: { seq: 'DESC' },
  });
  return lines[0]?.kind !== 'delivered';
}

/** From its merging on, a sender hears every word that the ticket in its place says. */
async function mergedBreaches(rows: EntityManager, dispatches: readonly DispatchEntity[]): Promise<string[]> {
  const breaches: string[] = [];
  const tickets = await rows.find(TicketEntity);
  const wordsAbout = (documentId: string): ReadonlyMap<string, string> =>
    new Map(
      dispatches
        .filter(({ aboutDocumentId, status }) => aboutDocumentId === documentId && status !== null)
        // That all matters of a document have ended is said about it alone.
        .filter(({ description }) => !(description ?? '').startsWith('Đã giải quyết xong'))
        .map(({ consignmentId, description }) => [lineOf(consignmentId), description ?? '']),
    );
  for (const merged of tickets.filter(({ mergedIntoId, ownEnd }) => mergedIntoId !== null && ownEnd === null)) {
    const into = tickets.find(({ id }) => id === merged.mergedIntoId);
    if (into === undefined || merged.hotlineCode === null) continue;
    const [own, others] = [wordsAbout(merged.incomingDocumentId), wordsAbout(into.incomingDocumentId)];
    const joined = await rows.find(TicketEntryEntity, {
      where: { ticketId: merged.id, kind: 'merged' },
      order: { seq: 'DESC' },
    });
    const spoken = await rows.find(TicketEntryEntity, { where: { ticketId: into.id, toHotline: true } });
    for (const { id, seq, kind } of spoken.filter((line) => line.seq > (joined[0]?.seq ?? 0))) {
      // A letter itself goes to the sender of its own document; the others are told at which ticket they are answered.
      // That the matter of its own sender ended alone is for that sender.
      if (kind === 'received' || kind === 'released' || kind === 'senderEnded') continue;
      const same = kind === 'delivered' || !others.has(id) || own.get(id) === others.get(id);
      if (!own.has(id) || !same)
        breaches.push(`${merged.code} did not hear line ${String(seq)} (${kind}) of ${into.code}`);
    }
  }
  return breaches;
}

/** The course line that a word belongs to: the last 36 characters of its name. */
function lineOf(consignmentId: string): string {
  return consignmentId.slice(-36);
}
