import { Injectable } from '@nestjs/common';
import { RegisterQueries, SecretLines } from '../../documents/index.js';
import { EntryQueries } from '../../exchange/index.js';
import { mayTickEntry } from '../../exchange/domain/entry-by-hand.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { PresentDay } from '../kit/http/present-day.js';

/** Reads the lines that clerks enter in the e-office by hand. */
@Injectable()
export class RegisterEntryPageQuery {
  constructor(
    private readonly entries: EntryQueries,
    private readonly registers: RegisterQueries,
    private readonly secret: SecretLines,
    private readonly day: PresentDay,
  ) {}

  async list() {
    const [owed, ticked, waiting] = await Promise.all([
      this.entries.owed(),
      this.entries.ticked(),
      this.entries.owedCount(),
    ]);
    const ids = [...owed, ...ticked].map(({ incomingDocumentId }) => incomingDocumentId);
    const documents = await this.secret.withheld(await this.registers.incomingByIds(ids));
    return { owed, ticked, waiting, documents };
  }

  /** @throws DomainError `not-found` */
  async one(actor: Actor, id: string, refused: RefusedAct | null) {
    const [entry, found] = await Promise.all([this.entries.of(id), this.registers.incomingByIds([id])]);
    const [document] = await this.secret.withheld(found);
    if (!entry || !document) throw new DomainError('not-found', { what: 'entryByHand' });
    return { entry, document, may: mayTickEntry(actor), today: await this.day.now(), refused };
  }
}

export type EntriesReading = Awaited<ReturnType<RegisterEntryPageQuery['list']>>;

export type EntryReading = Awaited<ReturnType<RegisterEntryPageQuery['one']>>;
