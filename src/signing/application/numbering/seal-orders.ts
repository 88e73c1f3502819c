import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OutgoingDocumentEntity } from '../../../documents/index.js';
import { printedCode } from '../../../documents/domain/register.js';
import { tellCase } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { APPLY_SEAL } from '../../jobs/jobs.js';
import { SignatureRequests, type StepWord } from '../signature-requests.js';

/** Orders the seal for a letter that has its line in the register. */
@Injectable()
export class SealOrders {
  constructor(
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
  ) {}

  /**
   * The letter has its number: the seal is ordered, and the case is told.
   *
   * @param word who ordered it, where that is not the actor
   * @throws DomainError `signature-transition-refused`, `changed-meanwhile`
   */
  async orderFirst(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
    { line, word }: { readonly line: OutgoingDocumentEntity; readonly word?: StepWord },
  ): Promise<void> {
    const change = { outgoingDocumentId: line.id };
    await this.requests.move(tx, actor, request, { to: 'sealing', change, ...(word === undefined ? {} : { word }) });
    await this.order(tx, request.id);
    const detail = printedCode(line.number, line.notation);
    const what = line.reservedAt === null ? 'numbered' : 'sealOrdered';
    await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what, detail });
  }

  /** Enqueues the order, once for each time that the letter reaches `sealing`. */
  async order(tx: EntityManager, requestId: string): Promise<void> {
    const time = await this.requests.timesIn(tx, requestId, 'sealing');
    await this.outbox.enqueue(tx, APPLY_SEAL.of({ requestId }, time));
  }
}
