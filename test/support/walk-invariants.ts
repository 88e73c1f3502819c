import { In } from 'typeorm';
import { chainHash } from '../../src/journal/domain/chain.js';
import { CHAIN_START } from '../../src/kernel/hash-chain.js';
import { RecordSealEntity, VerifyRecords } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SEALED_RECORDS } from '../../src/bootstrap/sealed-records.js';
import { isReminded } from '../../src/tickets/domain/deadlines/reminded-duties.js';
import { TERM } from '../../src/tickets/domain/search/search-words.js';
import {
  SEALED_DEADLINE,
  SEALED_LINE,
  SEALED_TICKET,
  TicketCounters,
  TicketRules,
  TicketWords,
} from '../../src/tickets/index.js';
import { TicketReminderWatchEntity } from '../../src/tickets/persistence/reminder.entities.js';
import { TicketSearchEntity } from '../../src/tickets/persistence/search.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestApp } from './test-app.js';
import { deadlineBreaches } from './recounted-deadline.js';
import { breachesOf, readLife } from './walk-life.js';
import { hotlineBreaches } from './walk-hotline.js';
import { keptDays, recountedDays } from './recounted-days.js';
import { standingBreaches } from './walk-standings.js';

/** Looks whether everything that must hold of tickets holds; names what does not. */
export class WalkInvariants {
  private readonly seen = new Map<string, number>();
  private readonly provenDeadlines = new Set<string>();
  private journal = { seq: 0, hash: CHAIN_START };

  constructor(private readonly app: TestApp) {}

  /** What may have changed since the last look. */
  async look(): Promise<string[]> {
    const tickets = await this.rows.find(TicketEntity);
    const moved = tickets.filter(({ id, version }) => this.seen.get(id) !== version);
    for (const { id, version } of moved) this.seen.set(id, version);
    return this.lookAt(moved);
  }

  /** Every ticket, the words it is found by, and what the hotline was told. */
  async everything(): Promise<string[]> {
    const tickets = await this.rows.find(TicketEntity);
    const breaches = await this.lookAt(tickets);
    for (const ticket of tickets) breaches.push(...(await this.wordBreaches(ticket)));
    breaches.push(...(await this.sealBreaches()));
    return [...breaches, ...(await hotlineBreaches(this.rows, this.app.transport.sent))];
  }

  private get rows() {
    return this.app.nest.get(Database).reader.manager;
  }

  private async lookAt(tickets: readonly TicketEntity[]): Promise<string[]> {
    const breaches = [...(await this.journalBreaches()), ...(await this.counterBreaches())];
    const rules = this.app.nest.get(TicketRules, { strict: false });
    for (const ticket of tickets) {
      const life = await readLife(this.rows, ticket, rules);
      breaches.push(
        ...breachesOf(life).map((what) => `${ticket.code} ${ticket.state}/${String(ticket.cycle)}: ${what}`),
      );
      breaches.push(...(await standingBreaches(this.rows, ticket)).map((what) => `${ticket.code}: ${what}`));
      for (const row of life.deadlines) breaches.push(...(await this.proofBreaches(row)));
      breaches.push(...(await this.watchBreaches(life.deadlines)));
    }
    return breaches;
  }

  /** What is owed has been watched from the moment it was written, so that nobody must look for it before reminding. */
  private async watchBreaches(deadlines: readonly TicketDeadlineEntity[]): Promise<string[]> {
    const owed = deadlines.filter(
      ({ duty, metAt, supersededAt }) => isReminded(duty) && metAt === null && supersededAt === null,
    );
    const watches = await this.rows.findBy(TicketReminderWatchEntity, { deadlineId: In(owed.map(({ id }) => id)) });
    const watched = new Set(watches.map(({ deadlineId }) => deadlineId));
    return owed.filter(({ id }) => !watched.has(id)).map(({ duty }) => `nobody watches ${duty}`);
  }

  private async journalBreaches(): Promise<string[]> {
    const { seq, hash } = this.journal;
    const fresh = await this.rows
      .createQueryBuilder(JournalEntryEntity, 'line')
      .where('line.seq > :seq', { seq })
      .orderBy('line.seq')
      .getMany();
    let [expected, previous] = [seq, hash];
    for (const line of fresh) {
      expected += 1;
      const follows =
        line.seq === expected && line.previousHash === previous && line.hash === chainHash(previous, line);
      if (!follows) return [`the journal breaks at line ${String(line.seq)}`];
      previous = line.hash;
    }
    this.journal = { seq: expected, hash: previous };
    return [];
  }

  /** A decision about a record seals it, so that the proof doubts nothing that the program wrote. */
  private async sealBreaches(): Promise<string[]> {
    const flaws = await new VerifyRecords(this.app.nest.get(Database), SEALED_RECORDS).verify();
    const unsealed = await Promise.all(
      [SEALED_TICKET, SEALED_DEADLINE, SEALED_LINE].map(async ({ kind, entity }) => {
        const seals = await this.rows.find(RecordSealEntity, { select: { id: true }, where: { kind } });
        const rows = await this.rows.count(entity);
        return new Set(seals.map(({ id }) => id)).size === rows ? [] : [`not every ${kind} is sealed`];
      }),
    );
    return [...flaws.map((flaw) => `a seal does not hold: ${JSON.stringify(flaw)}`), ...unsealed.flat()];
  }

  private async counterBreaches(): Promise<string[]> {
    const differences = await this.app.nest.get(TicketCounters, { strict: false }).differences();
    const database = this.app.nest.get(Database);
    const [kept, recounted] = [await keptDays(database), await recountedDays(database)];
    const days = [...new Set([...Object.keys(kept), ...Object.keys(recounted)])].filter(
      (name) => JSON.stringify(kept[name]) !== JSON.stringify(recounted[name]),
    );
    return [
      ...differences.map((difference) => `a counter is wrong: ${JSON.stringify(difference)}`),
      ...days.map((name) => `the numbers of a day are wrong: ${name}`),
    ];
  }

  /** Proofs never change, so each is looked at once. */
  private async proofBreaches(row: TicketDeadlineEntity): Promise<string[]> {
    if (this.provenDeadlines.has(row.id)) return [];
    this.provenDeadlines.add(row.id);
    return deadlineBreaches(this.app.nest.get(TicketRules, { strict: false }), row);
  }

  /** The words by which it is found are those of the ticket as it stands. */
  private async wordBreaches(ticket: TicketEntity): Promise<string[]> {
    const words = this.app.nest.get(TicketWords, { strict: false });
    const { terms } = await this.app.nest.get(UnitOfWork).run((tx) => words.wordsOf(tx, ticket.id));
    const kept = await this.rows.findOneBy(TicketSearchEntity, { ticketId: ticket.id });
    if (kept === null) return [`${ticket.code} is found by no word`];
    const columns = {
      text: kept.textWords,
      people: kept.peopleWords ?? '',
      name: kept.nameWords,
      sender: kept.senderWords,
      code: kept.codeWords,
      fact: kept.factWords,
    };
    const kinds = Object.keys(TERM) as (keyof typeof TERM)[];
    return kinds
      .filter((kind) => columns[kind].trim() !== terms[kind].join(' '))
      .map(
        (kind) => `${ticket.code} is found by old ${kind} words: ${columns[kind]} instead of ${terms[kind].join(' ')}`,
      );
  }
}
