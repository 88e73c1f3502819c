import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { mayTickEntry, requireEntry } from '../../domain/entry-by-hand.js';
import { EntryByHandEntity } from '../../persistence/entry-by-hand.entity.js';

/** Writes down under which number a clerk has entered a document in the e-office by hand, or sets that number right. */
@Injectable()
export class RecordEOfficeEntry {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * @param said `was`: the number that stood there when the form was drawn; null where there was none
   * @throws DomainError `forbidden`, `not-found`, `input-invalid`, `changed-meanwhile` where somebody has written another number since
   */
  async record(
    actor: Actor,
    incomingDocumentId: string,
    { was, ...said }: { readonly was: number | null; readonly number: number; readonly enteredOn: CivilDate | null },
  ): Promise<void> {
    if (!mayTickEntry(actor)) throw new DomainError('forbidden', { ability: 'tickEntry' });
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id: incomingDocumentId });
      const entry = document && (await tx.findOneBy(EntryByHandEntity, { incomingDocumentId }));
      if (!entry) throw new DomainError('not-found', { what: 'entryByHand' });
      const ticked = requireEntry(said, { arrivalDate: document.arrivalDate, today: civilDateOf(now) });
      const seen = { incomingDocumentId, number: was ?? IsNull() };
      const change = { ...ticked, tickedAt: now, tickedByName: actor.name };
      const { affected } = await tx.update(EntryByHandEntity, seen, change);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'entryByHand', id: incomingDocumentId });
      await this.journal.record(tx, actor, {
        action: 'incoming.enteredByHand',
        objectKind: 'incomingDocument',
        objectId: incomingDocumentId,
        detail: { ...ticked, ...(was === null ? {} : { was }) },
      });
    });
  }
}
