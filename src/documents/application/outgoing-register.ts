import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { Journal } from '../../journal/index.js';
import { printedCode, type OutgoingState } from '../domain/register.js';
import { OutgoingDocumentEntity } from '../persistence/documents.entities.js';
import { RegisterNumbers } from './register-numbers.js';

export interface OutgoingEntry {
  readonly notation: string;
  readonly typeName: string;
  readonly subject: string;
  readonly signerName: string;
  readonly recipients: readonly string[];
  readonly keeper: string;
  readonly replyToId: string | null;
  readonly signatureRequestId: string;
}

/** The outgoing register: a signed letter gets number and date, is sealed, is released. */
@Injectable()
export class OutgoingRegister {
  constructor(
    private readonly clock: Clock,
    private readonly numbers: RegisterNumbers,
    private readonly journal: Journal,
  ) {}

  /**
   * Gives number and date to a letter that its leader has validly signed.
   *
   * @throws DomainError `number-already-taken` when this signature request has a line in the register
   */
  async number(tx: EntityManager, actor: Actor, entry: OutgoingEntry): Promise<OutgoingDocumentEntity> {
    const { signatureRequestId } = entry;
    if (await tx.existsBy(OutgoingDocumentEntity, { signatureRequestId })) {
      throw new DomainError('number-already-taken', { signatureRequestId });
    }
    const issuedDate = civilDateOf(this.clock.now());
    const year = yearOf(issuedDate);
    const document = Object.assign(new OutgoingDocumentEntity(), {
      ...entry,
      recipients: [...entry.recipients],
      id: newId(),
      year,
      number: await this.numbers.next(tx, 'outgoing', year),
      issuedDate,
      state: 'numbered' as const,
      sealedSha256: null,
      releasedAt: null,
      voidReason: null,
      version: 1,
    });
    await tx.insert(OutgoingDocumentEntity, document);
    const code = printedCode(document.number, document.notation);
    await this.journal.record(tx, actor, {
      action: 'outgoing.number',
      objectKind: 'outgoingDocument',
      objectId: document.id,
      detail: { code, issuedDate },
    });
    return document;
  }

  /** The sealed file has proved itself: both signatures, number and date. */
  async markSealed(tx: EntityManager, actor: Actor, id: string, sealedSha256: string): Promise<void> {
    await this.move(tx, actor, { id, from: 'numbered', to: 'sealed', change: { sealedSha256 } });
  }

  /** @throws DomainError `changed-meanwhile` when it is not sealed, or was released already */
  async markReleased(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    await this.move(tx, actor, { id, from: 'sealed', to: 'released', change: { releasedAt: this.clock.now() } });
  }

  private async move(
    tx: EntityManager,
    actor: Actor,
    step: { id: string; from: OutgoingState; to: OutgoingState; change: Partial<OutgoingDocumentEntity> },
  ): Promise<void> {
    const { id, from, to, change } = step;
    const moved = await tx.update(OutgoingDocumentEntity, { id, state: from }, { ...change, state: to });
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { id, from, to });
    await this.journal.record(tx, actor, { action: `outgoing.${to}`, objectKind: 'outgoingDocument', objectId: id });
  }
}
