import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { arrivalTerms } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../../documents/index.js';
import { StaffEntity, UnitEntity } from '../../../organisation/index.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy, rowsBy } from '../../../platform/database/rows.js';
import { joinSql, sql, toStatement, type Sql } from '../../../platform/database/sql.js';
import { SHARING } from '../../domain/intake/further-document.js';
import { receivedMinute } from '../../domain/search/search-question.js';
import {
  listed,
  TERM,
  termsOf,
  type SearchableTicket,
  type Term,
  type TicketTerms,
} from '../../domain/search/search-words.js';
import { FurtherDocumentEntity } from '../further-document.entity.js';
import { TicketSearchEntity } from '../search.entities.js';
import { TicketEntity } from '../tickets.entities.js';

/** A ticket's words, and when it was received. */
export interface WordsOfTicket {
  readonly receivedAt: Date;
  readonly terms: TicketTerms;
}

interface Place {
  readonly received: number;
  readonly no: number;
}

/** Of one statement: four parameters a row, and SQL Server takes 2,100. */
const ROWS = 400;

/** Keeps the words by which tickets are found, in the transaction that changes the ticket. */
@Injectable()
export class TicketWords {
  constructor(private readonly database: Database) {}

  /**
   * Reads a ticket with the names and numbers around it, and keeps its words. To be called after everything that a search may ask for has been
   * written: opening, assignment, every move of its state, a document's number.
   */
  async renew(tx: EntityManager, ticketId: string): Promise<void> {
    await this.write(tx, ticketId, await this.wordsOf(tx, ticketId));
  }

  /**
   * Replaces the words of a ticket; only the difference is written. Two changes of one ticket must not meet here: the act that moves a ticket has
   * updated its row first, and so is alone with it until commit.
   */
  async write(tx: EntityManager, ticketId: string, { receivedAt, terms }: WordsOfTicket): Promise<void> {
    const search = tx.getRepository(TicketSearchEntity);
    const received = receivedMinute(receivedAt);
    const row = { received, ...columnsOf(terms) };
    const known = await rowBy(tx, TicketSearchEntity, { ticketId });
    if (known === null) {
      const { identifiers } = await search.insert({ ticketId, ...row });
      await this.add(tx, { received, no: Number(identifiers[0]?.['no']) }, listed(terms));
      return;
    }
    const { no } = known;
    const moved = known.received !== received;
    const [before, after] = [listed(termsIn(known)), listed(terms)];
    await this.remove(tx, { received: known.received, no }, moved ? before : without(before, after));
    await this.add(tx, { received, no }, moved ? after : without(after, before));
    await search.update({ no }, row);
  }

  /** The words of a ticket as it stands in this transaction. */
  async wordsOf(tx: EntityManager, ticketId: string): Promise<WordsOfTicket> {
    const ticket = await rowBy(tx, TicketEntity, { id: ticketId });
    if (ticket === null) throw new DomainError('not-found', { what: 'ticket' });
    if (ticket.nature === 'denunciation') return { receivedAt: ticket.startedAt, terms: termsOf(ofNobody(ticket)) };
    const handlers = await handlersOf(tx, ticket);
    const further = await furtherOf(tx, ticketId);
    const documentNumbers = [...(await numbersOf(tx, ticket)), ...further.numbers];
    const words = [ticket.words, ...further.texts].join('\n');
    return { receivedAt: ticket.startedAt, terms: termsOf(searchable(ticket, { documentNumbers, handlers, words })) };
  }

  private async add(tx: EntityManager, { received, no }: Place, terms: readonly Term[]): Promise<void> {
    for (const part of inParts(terms)) {
      const rows = part.map(({ kind, word }) => sql`(${kind}, ${word}, ${received}, ${no})`);
      await this.run(
        tx,
        sql`INSERT INTO "ticket_word" ("kind", "word", "received", "no") VALUES ${joinSql(rows, ', ')}`,
      );
    }
  }

  private async remove(tx: EntityManager, { received, no }: Place, terms: readonly Term[]): Promise<void> {
    for (const kind of Object.values(TERM)) {
      for (const part of inParts(terms.filter((term) => term.kind === kind))) {
        const words = joinSql(
          part.map(({ word }) => sql`${word}`),
          ', ',
        );
        await this.run(
          tx,
          sql`DELETE FROM "ticket_word" WHERE "kind" = ${kind} AND "word" IN (${words}) AND "received" = ${received} AND "no" = ${no}`,
        );
      }
    }
  }

  private run(tx: EntityManager, statement: Sql): Promise<unknown> {
    return tx.query(...toStatement(statement, this.database.dialect));
  }
}

function searchable(
  ticket: TicketEntity,
  around: Pick<SearchableTicket, 'documentNumbers' | 'handlers' | 'words'>,
): SearchableTicket {
  const { code, hotlineCode, subject, place, category, state, level } = ticket;
  return {
    ...around,
    codes: [code, hotlineCode],
    subject,
    place,
    category,
    categoryWords: ticket.hotlineCategory,
    sender: ticket,
    state,
    level,
    unitIds: [ticket.leadUnitId, ...ticket.coordinators],
    complainedUnitId: ticket.complainedUnitId,
  };
}

/** A denunciation is found by its code alone, and by where it stands: who found it by a word would know what it says. */
function ofNobody(ticket: TicketEntity): SearchableTicket {
  const nobody = { senderName: '', senderPhone: '', senderEmail: '', senderAddress: '' };
  return {
    ...searchable(ticket, { documentNumbers: [], handlers: [], words: '' }),
    subject: '',
    place: '',
    category: '',
    categoryWords: '',
    sender: nobody,
    unitIds: [],
    complainedUnitId: null,
  };
}

/** Numbers of the document that brought the ticket and of those that answered it. */
async function numbersOf(tx: EntityManager, { incomingDocumentId }: TicketEntity): Promise<string[]> {
  const incoming = await rowBy(tx, IncomingDocumentEntity, { id: incomingDocumentId });
  if (incoming === null) return [];
  const replies = await rowsBy(tx, OutgoingDocumentEntity, { replyToId: incoming.id });
  const outgoing = replies.filter(({ state }) => state !== 'voided');
  return [
    ...arrivalTerms(incoming),
    incoming.code,
    ...outgoing.map(({ number, notation }) => `${String(number)}/${notation}`),
  ];
}

/** What was sent about the ticket later and shares what becomes of it: only that may be read by every reader of the ticket. */
async function furtherOf(
  tx: EntityManager,
  ticketId: string,
): Promise<{ readonly numbers: readonly string[]; readonly texts: readonly string[] }> {
  const further = await rowsBy(tx, FurtherDocumentEntity, { ticketId, decision: SHARING });
  if (further.length === 0) return { numbers: [], texts: [] };
  const documents = await tx.findBy(IncomingDocumentEntity, { id: In(further.map(({ documentId }) => documentId)) });
  return {
    numbers: documents.flatMap((document) => [...arrivalTerms(document), document.code]),
    texts: [...documents.map(({ subject }) => subject), ...further.map(({ words }) => words)],
  };
}

async function handlersOf(tx: EntityManager, { leadUnitId, officerId, coordinators }: TicketEntity): Promise<string[]> {
  const unitIds = [leadUnitId, ...coordinators].filter((id) => id !== null);
  const units = unitIds.length === 0 ? [] : await tx.findBy(UnitEntity, { id: In(unitIds) });
  const people = officerId === null ? [] : await tx.findBy(StaffEntity, { id: In([officerId]) });
  return [...units.map(({ name }) => name), ...people.map(({ fullName }) => fullName)];
}

function columnsOf({ text, people, name, sender, code, fact }: TicketTerms) {
  return {
    textWords: spaced(text),
    peopleWords: spaced(people),
    nameWords: spaced(name),
    senderWords: spaced(sender),
    codeWords: spaced(code),
    factWords: spaced(fact),
  };
}

function termsIn(row: TicketSearchEntity): TicketTerms {
  const { textWords, peopleWords, nameWords, senderWords, codeWords, factWords } = row;
  return {
    text: parted(textWords),
    people: parted(peopleWords ?? ''),
    name: parted(nameWords),
    sender: parted(senderWords),
    code: parted(codeWords),
    fact: parted(factWords),
  };
}

function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

function parted(words: string): string[] {
  return words.split(' ').filter((word) => word !== '');
}

function without(terms: readonly Term[], others: readonly Term[]): Term[] {
  const known = new Set(others.map(({ kind, word }) => kind + word));
  return terms.filter(({ kind, word }) => !known.has(kind + word));
}

function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / ROWS) }, (_, at) => list.slice(at * ROWS, (at + 1) * ROWS));
}
