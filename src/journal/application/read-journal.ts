import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { exportedLine, exportHead, type ExportForm } from '../domain/export-line.js';
import { readsAddresses, requireJournalExporter, requireJournalReader, seenLine } from '../domain/policy.js';
import type { JournalEntryEntity } from '../persistence/journal.entities.js';
import { JournalQueries } from '../persistence/journal-queries.js';
import { JournalSearch, type JournalPlace, type JournalWish } from '../persistence/journal-search.js';
import { Journal } from './journal.js';
import type { JournalAction } from '../domain/acts.js';

const NOTHING: JournalPage = { lines: [], next: null };
const SHOWN = 50;

export interface JournalPage {
  readonly lines: readonly JournalEntryEntity[];
  /** Where the next page begins; null on the last one. */
  readonly next: JournalPlace | null;
}

/** Shows the journal and hands it out; that somebody read it stands in it, too. Supervision reads it without what leads to people. */
@Injectable()
export class ReadJournal {
  constructor(
    private readonly search: JournalSearch,
    private readonly queries: JournalQueries,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * A page of what was looked for, newest first; the reading itself is recorded. A reader who may not see addresses finds nothing by one.
   *
   * @throws DomainError `forbidden`
   */
  async page(actor: Actor, wish: JournalWish, after: JournalPlace | null): Promise<JournalPage> {
    requireJournalReader(actor);
    const guesses = Boolean(wish.address) && !readsAddresses(actor);
    const page = guesses ? NOTHING : await this.found(actor, wish, after);
    await this.record(actor, 'journal.read', { ...saidOf(wish), ...(after === null ? {} : { beforeLine: after.seq }) });
    return page;
  }

  /** What others did in this person's place, newest first: everybody may know what was done in the own name. */
  doneFor(actor: Actor, after: JournalPlace | null): Promise<JournalPage> {
    return this.found(actor, { principalId: actor.id }, after);
  }

  /** One line. @throws DomainError `forbidden`, `not-found` */
  async line(actor: Actor, seq: number): Promise<JournalEntryEntity> {
    requireJournalReader(actor);
    const line = await this.search.line(seq);
    if (!line) throw new DomainError('not-found', { what: 'journalLine' });
    await this.record(actor, 'journal.read', { line: seq });
    return seenLine(actor, line);
  }

  /**
   * Every line that was looked for, in the order of the chain, up to the one that says of this export.
   *
   * @returns pieces of the file, read while they are asked for
   * @throws DomainError `forbidden`
   */
  async export(actor: Actor, wish: JournalWish, form: ExportForm): Promise<AsyncIterable<string>> {
    requireJournalExporter(actor);
    await this.record(actor, 'journal.export', { form, ...saidOf(wish) });
    const { seq } = await this.queries.head();
    return this.pieces(wish, seq, form);
  }

  private async found(actor: Actor, wish: JournalWish, after: JournalPlace | null): Promise<JournalPage> {
    const found = await this.search.page(wish, after, SHOWN + 1);
    const lines = found.slice(0, SHOWN).map((line) => seenLine(actor, line));
    const last = lines.at(-1);
    return { lines, next: found.length > SHOWN && last ? { at: last.at, seq: last.seq } : null };
  }

  private async *pieces(wish: JournalWish, last: number, form: ExportForm): AsyncGenerator<string> {
    yield exportHead(form);
    for await (const lines of this.search.all(wish, last)) yield lines.map((line) => exportedLine(line, form)).join('');
  }

  private async record(actor: Actor, action: JournalAction, detail: Readonly<Record<string, unknown>>): Promise<void> {
    const about = { objectKind: 'journal', objectId: 'journal' } as const;
    await this.uow.run((tx) => this.journal.record(tx, actor, { action, ...about, detail }));
  }
}

function saidOf({ from, before, ...wish }: JournalWish): Readonly<Record<string, unknown>> {
  const times = { from: from?.toISOString(), before: before?.toISOString() };
  return Object.fromEntries(Object.entries({ ...wish, ...times }).filter(([, value]) => value !== undefined));
}
