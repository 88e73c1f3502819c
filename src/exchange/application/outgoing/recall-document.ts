import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { OutgoingDocumentEntity, OutgoingRegister } from '../../../documents/index.js';
import { isTheAnswer } from '../../../documents/domain/after-release.js';
import { printedCode } from '../../../documents/domain/register.js';
import { tellCase } from '../../../drafting/index.js';
import { Journal, type JournalAction } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SignatureRequests } from '../../../signing/index.js';
import { isRecallable, mayDecideRecall, mayProposeRecall, requireReason } from '../../domain/recall.js';
import { DocumentRecallEntity } from '../../persistence/document-recall.entity.js';
import { Dispatches } from './dispatches.js';
import { HandDeliveries } from './hand-deliveries.js';

/**
 * Recalls a document after its release, by two people: the registry proposes with its reason, a leader decides. Recalled, it is frozen: its line and
 * its file stay, every agency that has it is told, nobody sends or amends it any more, and its case hears of it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 4; Phụ lục VI, phần III, mục 8 (rule 44).
 */
@Injectable()
export class RecallDocument {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly register: OutgoingRegister,
    private readonly requests: SignatureRequests,
    private readonly dispatches: Dispatches,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly byHand: HandDeliveries,
  ) {}

  /** @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` where it cannot be recalled (any more) or somebody proposed it already */
  async propose(actor: Actor, documentId: string, given: string): Promise<void> {
    if (!mayProposeRecall(actor)) throw new DomainError('forbidden', { ability: 'recall' });
    const reason = requireReason(given);
    await this.uow.run(async (tx) => {
      const document = await this.recallable(tx, documentId);
      const recall = { id: newId(), documentId, reason, proposedById: actor.id, proposedByName: actor.name };
      const proposed = tx.insert(DocumentRecallEntity, {
        ...recall,
        proposedAt: this.clock.now(),
        decision: null,
        decisionReason: null,
        decidedById: null,
        decidedByName: null,
        decidedAt: null,
      });
      await proposed.catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        throw new DomainError('changed-meanwhile', { what: 'documentRecall', documentId });
      });
      await this.record(tx, actor, { action: 'outgoing.recallProposed', documentId });
      await this.tellLeaders(tx, recall.id, printedCode(document.number, document.notation));
    });
  }

  /** @throws DomainError as `refuse`; the document is recalled with it */
  async grant(actor: Actor, documentId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const { reason } = await this.decide(tx, actor, { documentId, decision: 'granted', decisionReason: null });
      await this.register.markRecalled(tx, actor, documentId, reason);
      const document = await tx.findOneByOrFail(OutgoingDocumentEntity, { id: documentId });
      await this.dispatches.recall(tx, document.id, reason);
      await this.byHand.drop(tx, document.id);
      const { draftId } = await this.requests.byId(tx, document.signatureRequestId);
      const detail = printedCode(document.number, document.notation);
      const what = isTheAnswer(document, await amending(tx, documentId)) ? 'recalled' : 'recalledBeside';
      await tellCase(this.outbox, tx, actor, { draftId, what, detail });
    });
  }

  /** @throws DomainError `forbidden`, `input-invalid`, `not-found`, `changed-meanwhile` where nobody proposed it, or somebody has decided */
  async refuse(actor: Actor, documentId: string, given: string): Promise<void> {
    const decisionReason = requireReason(given);
    await this.uow.run(async (tx) => {
      await this.decide(tx, actor, { documentId, decision: 'refused', decisionReason });
      await this.record(tx, actor, { action: 'outgoing.recallRefused', documentId });
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { documentId, ...decided }: Pick<DocumentRecallEntity, 'documentId' | 'decision' | 'decisionReason'>,
  ): Promise<DocumentRecallEntity> {
    await this.recallable(tx, documentId);
    const recall = await tx.findOneBy(DocumentRecallEntity, { documentId, decision: IsNull() });
    if (!recall) throw new DomainError('changed-meanwhile', { what: 'documentRecall', documentId });
    if (!mayDecideRecall(actor, recall)) throw new DomainError('forbidden', { ability: 'decideRecall' });
    const change = { ...decided, decidedById: actor.id, decidedByName: actor.name, decidedAt: this.clock.now() };
    const { affected } = await tx.update(DocumentRecallEntity, { id: recall.id, decision: IsNull() }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'documentRecall', documentId });
    return recall;
  }

  private async recallable(tx: EntityManager, id: string): Promise<OutgoingDocumentEntity> {
    const document = await tx.findOneBy(OutgoingDocumentEntity, { id });
    if (!document) throw new DomainError('not-found', { what: 'outgoingDocument' });
    if (!isRecallable(document)) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument', id });
    return document;
  }

  private async tellLeaders(tx: EntityManager, recallId: string, code: string): Promise<void> {
    const leaders = (await this.staff.peopleWith('leader')).map(({ id }) => id);
    const words = `Văn thư đề nghị thu hồi văn bản đi số ${code}; mở trang văn bản trong Sổ văn bản đi để quyết định.`;
    await this.notices.tellEach(tx, leaders, { key: `document.recall:${recallId}`, kind: 'news', words });
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { action, documentId }: { readonly action: JournalAction; readonly documentId: string },
  ): Promise<void> {
    await this.journal.record(tx, actor, { action, objectKind: 'outgoingDocument', objectId: documentId });
  }
}

function amending(tx: EntityManager, amendsId: string): Promise<OutgoingDocumentEntity[]> {
  return tx.findBy(OutgoingDocumentEntity, { amendsId, state: 'released' });
}
