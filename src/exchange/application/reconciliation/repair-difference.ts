import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { KnownNumber } from '../../../documents/domain/lost-number.js';
import { NumberingHold } from '../../../documents/index.js';
import { Journal, type JournalAction } from '../../../journal/index.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { requireTendsExchange } from '../../domain/policy.js';
import { requireReason } from '../../domain/recall.js';
import { numberOf } from '../../domain/reconciliation.js';
import { repairOf, type Repair } from '../../domain/difference.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { ReconciliationDifferenceEntity } from '../../persistence/reconciliation.entities.js';
import { AcknowledgeMessage } from '../incoming/acknowledge-message.js';
import { REASON_LONGEST } from '../incoming/read-message.js';
import { ReceivePending } from '../incoming/receive-pending.js';
import { RegisterMessage } from '../incoming/register-message.js';
import { RecipientAnswers } from '../outgoing/recipient-answers.js';
import { SendDispatch } from '../outgoing/send-dispatch.js';
import { REPAIR_DIFFERENCE } from '../../jobs/jobs.js';

/** What is missing here is fetched one after the other. */
const FETCHING = 'exchange.fetchMissing';

type Difference = ReconciliationDifferenceEntity;

/**
 * Brings one difference out of the world: what is missing here is fetched, what was not acknowledged is acknowledged, what is missing there is sent
 * once more under its old name, an answer is written down. What no machine can settle, a person explains. No period is counted again by any of it.
 */
@Injectable()
export class RepairDifference implements JobHandler<typeof REPAIR_DIFFERENCE> {
  readonly job = REPAIR_DIFFERENCE;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly receivePending: ReceivePending,
    private readonly register: RegisterMessage,
    private readonly hold: NumberingHold,
    private readonly acknowledge: AcknowledgeMessage,
    private readonly send: SendDispatch,
    private readonly answers: RecipientAnswers,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, or `changed-meanwhile` where it is not open (any more) or no repair is known */
  async repair(actor: Actor, id: string): Promise<void> {
    requireTendsExchange(actor);
    await this.uow.run(async (tx) => {
      const difference = await tx.findOneBy(ReconciliationDifferenceEntity, { id });
      if (!difference) throw new DomainError('not-found', { what: 'difference' });
      if (repairOf(difference.kind) === null || !(await this.enqueue(tx, actor, difference))) {
        throw new DomainError('changed-meanwhile', { what: 'difference', id });
      }
    });
  }

  /** @throws DomainError `forbidden`, `input-invalid` without a reason, `changed-meanwhile` where it does not stand (any more) */
  async explain(actor: Actor, id: string, given: string): Promise<void> {
    requireTendsExchange(actor);
    const reason = requireReason(given);
    await this.uow.run(async (tx) => {
      const ending = { state: 'explained' as const, reason, settledAt: this.clock.now(), settledByName: actor.name };
      const standing = { id, state: In(['open', 'repairing'] as const) };
      const { affected } = await tx.update(ReconciliationDifferenceEntity, standing, ending);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'difference', id });
      await this.record(tx, actor, 'reconciliation.explain', { id });
    });
  }

  /** @returns whether it was open, and its repair is enqueued now */
  async enqueue(
    tx: EntityManager,
    actor: Actor,
    { id, name, kind }: Pick<Difference, 'id' | 'name' | 'kind'>,
  ): Promise<boolean> {
    const open = { id, state: 'open' as const };
    const { affected } = await tx.update(ReconciliationDifferenceEntity, open, { state: 'repairing', reason: null });
    if (affected !== 1) return false;
    const job = REPAIR_DIFFERENCE.of({ differenceId: id }, this.clock.now().toISOString());
    await this.outbox.enqueue(tx, repairOf(kind) === 'fetch' ? { ...job, orderingKey: FETCHING } : job);
    await this.record(tx, actor, 'reconciliation.repair', { id, name });
    return true;
  }

  async handle({ differenceId: id }: PayloadOf<typeof REPAIR_DIFFERENCE>): Promise<void> {
    const difference = await this.database.reader.manager.findOneBy(ReconciliationDifferenceEntity, { id });
    if (difference?.state !== 'repairing') return;
    const repair = repairOf(difference.kind);
    if (repair !== null) await this.applyRepair(repair, difference);
    const ending = { state: 'settled' as const, settledAt: this.clock.now(), settledByName: SYSTEM.name };
    await this.uow.run(async (tx) => {
      const { affected } = await tx.update(ReconciliationDifferenceEntity, { id, state: 'repairing' }, ending);
      if (affected === 1) await this.record(tx, SYSTEM, 'reconciliation.settle', { id });
    });
  }

  async giveUp({ differenceId }: PayloadOf<typeof REPAIR_DIFFERENCE>, failure: string): Promise<void> {
    const reason = beginningOf(failure, REASON_LONGEST);
    const repairing = { id: differenceId, state: 'repairing' as const };
    await this.uow.run((tx) => tx.update(ReconciliationDifferenceEntity, repairing, { state: 'open', reason }));
  }

  private async applyRepair(repair: Repair, difference: Difference): Promise<void> {
    const { inboxId, dispatchId } = difference;
    if (repair === 'fetch') await this.fetch(difference);
    if (repair === 'acknowledge') await this.acknowledge.handle({ inboxId: inboxId ?? '' });
    if (repair === 'resend') await this.send.again(dispatchId ?? '');
    if (repair === 'adopt') await this.adopt(difference);
  }

  /** While numbers are held, the recovery enters what is fetched, in the order of the numbers. */
  private async fetch({ subject, facts, at: queuedAt }: Difference): Promise<void> {
    const kind = facts['kind'] === 'status' ? ('status' as const) : ('document' as const);
    const size = Number(facts['size'] ?? 0);
    await this.receivePending.fetch({
      messageId: subject,
      kind,
      fromAgency: facts['fromAgency'] ?? '',
      size,
      queuedAt,
    });
    if (!(await this.hold.isHeld())) await this.enter(subject, numberOf(facts));
  }

  /** Under its old number, before the next one is fetched. */
  private async enter(remoteId: string, under: KnownNumber | null): Promise<void> {
    const inbox = await this.database.reader.manager.findOneBy(InboxMessageEntity, { remoteId });
    if (inbox?.state === 'stored') await this.register.restore(inbox.id, under);
  }

  /** The receiver's answer as the e-office has it, unless a later one is here; its own message may have been lost. */
  private async adopt({ dispatchId, facts, at }: Difference): Promise<void> {
    const status = facts['status'];
    if (status !== '15' && status !== '16') return;
    const answer = { codes: [facts['agencyCode'] ?? ''], status, at, reason: facts['description'] ?? '' } as const;
    await this.uow.run((tx) => this.answers.keep(tx, dispatchId ?? '', answer));
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: JournalAction,
    { id: objectId, ...detail }: Pick<Difference, 'id'> & Partial<Pick<Difference, 'name'>>,
  ): Promise<void> {
    await this.journal.record(tx, actor, { action, objectKind: 'reconciliationDifference', objectId, detail });
  }
}
