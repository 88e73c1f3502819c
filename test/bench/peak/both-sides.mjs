/** Whether nothing was lost: our database against the ledgers of the hotline and of the e-office, once nothing waits any more. */
import { CHAIN_START, linkHash } from '../../../dist/src/kernel/hash-chain.js';
import { saidByEntry } from '../../../dist/src/documents/domain/register-line.js';
import { RegisterCheckQueries } from '../../../dist/src/documents/persistence/register-check-queries.js';
import { IncomingDocumentEntity } from '../../../dist/src/documents/persistence/documents.entities.js';
import { DispatchEntity } from '../../../dist/src/exchange/persistence/exchange.entities.js';
import { saidBy } from '../../../dist/src/journal/domain/chain.js';
import { JournalQueries } from '../../../dist/src/journal/persistence/journal-queries.js';
import { Database } from '../../../dist/src/platform/database/database.js';
import { OutboxEntity } from '../../../dist/src/platform/outbox/outbox.entity.js';
import { TicketEntity } from '../../../dist/src/tickets/persistence/tickets.entities.js';

const BEGINNING = { seq: 0, hash: CHAIN_START };

/** Where each chain stands; copies before it are no chain, so only what comes after is walked. */
export async function chainEnds(context) {
  const registers = context.get(RegisterCheckQueries);
  const ends = new Map([['journal', await context.get(JournalQueries).head()]]);
  for (const book of await registers.books()) ends.set(nameOf(book), (await registers.headOf(book)) ?? BEGINNING);
  return ends;
}

/**
 * @param {object} context use cases on the database
 * @param {{accepted: object[], letters: string[], ends: Map<string, {seq: number, hash: string}>, peer: object}} seen what the e-office took from the hotline, the hotline's codes of what was
 *   answered by letter, where the chains stood before, and the e-office's ledger
 * @returns {Promise<string[]>} one sentence for each thing that does not hold
 */
export async function differences(context, { accepted, letters, ends, peer }) {
  const { manager } = context.get(Database).reader;
  const tickets = grouped(await manager.find(TicketEntity), ({ hotlineCode }) => hotlineCode);
  const incoming = grouped(await manager.find(IncomingDocumentEntity), ({ documentId }) => documentId);
  const dispatches = grouped(await manager.find(DispatchEntity), ({ aboutDocumentId }) => aboutDocumentId);
  const outcomes = new Map(peer.queued.map(({ messageId, outcome }) => [messageId, outcome]));
  const receipts = grouped(peer.received, ({ consignmentId }) => consignmentId);
  const byLetter = new Set(letters);
  const found = [];
  for (const { hotlineCode, documentId, messageId } of accepted) {
    const say = (what) => found.push(`${hotlineCode} ${what}`);
    const [document, ...more] = incoming.get(documentId) ?? [];
    const own = tickets.get(hotlineCode) ?? [];
    if (outcomes.get(messageId) !== 'done') say('is not acknowledged');
    if (own.length !== 1) say(`has ${own.length} tickets`);
    if (document === undefined || more.length > 0) say('is not one line of the register');
    const told = dispatches.get(document?.id) ?? [];
    if (!told.some(({ status }) => status === '01')) say('was not told to be received');
    if (byLetter.has(hotlineCode) && !told.some(({ kind }) => kind === 'document')) say('has no letter');
    for (const { consignmentId, receiptId, status } of told)
      if (receiptId === null || receipts.get(consignmentId)?.length !== 1) say(`has no receipt of ${status}`);
  }
  const open = (await manager.find(OutboxEntity)).filter(({ outcome }) => outcome === null || outcome === 'givenUp');
  return [
    ...found,
    ...open.map(({ kind, key, outcome, lastError }) => `${kind} ${key} ${outcome ?? 'waits'}: ${lastError}`),
    ...(await brokenLinks(context, ends)),
  ];
}

/** Each line after an end follows from the one before it. */
async function brokenLinks(context, ends) {
  const registers = context.get(RegisterCheckQueries);
  const end = ends.get('journal');
  const found = await broken('journal', context.get(JournalQueries).linesAfter(end.seq), { end, said: saidBy });
  for (const book of await registers.books()) {
    const name = nameOf(book);
    const walk = { end: ends.get(name) ?? BEGINNING, said: saidByEntry };
    found.push(...(await broken(name, registers.entries(book), walk)));
  }
  return found;
}

async function broken(name, pages, { end, said }) {
  const found = [];
  let before = end;
  for await (const page of pages) {
    for (const line of page.filter(({ seq }) => seq > end.seq)) {
      const follows = line.seq === before.seq + 1 && line.hash === linkHash(before.hash, said(line));
      if (!follows) found.push(`${name} breaks at ${line.seq}`);
      before = line;
    }
  }
  return found;
}

function nameOf({ book, year }) {
  return `${book} ${year}`;
}

function grouped(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
