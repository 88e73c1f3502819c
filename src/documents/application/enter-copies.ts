import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { mayEnterCopies, requireCopies } from '../domain/copies.js';
import { OutgoingDocumentEntity } from '../persistence/documents.entities.js';

/** The registry writes down how many copies each recipient of a letter gets. Followed beside the line, as its receipt is: the chain does not vouch for it. */
@Injectable()
export class EnterCopies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid` at the number, `changed-meanwhile` */
  async enter(actor: Actor, id: string, given: readonly number[]): Promise<void> {
    if (!hasRole(actor, 'registryClerk')) throw new DomainError('forbidden', { ability: 'enterCopies' });
    await this.uow.run(async (tx) => {
      const letter = await tx.findOneBy(OutgoingDocumentEntity, { id });
      if (letter === null) throw new DomainError('not-found', { what: 'outgoingDocument' });
      if (!mayEnterCopies(letter)) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument' });
      const copies = requireCopies(given, letter);
      const { affected } = await tx.update(OutgoingDocumentEntity, { id, version: letter.version }, { copies });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument' });
      await this.journal.record(tx, actor, {
        action: 'outgoing.copies',
        objectKind: 'outgoingDocument',
        objectId: id,
        detail: { before: letter.copies, copies },
      });
    });
  }
}
