import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tellCase } from '../../../drafting/index.js';
import { Journal } from '../../../journal/index.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NotifyRegistry } from '../../../notices/index.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { NUMBER_PROBLEM_LENGTH } from '../../../documents/domain/given-number.js';
import { numberRoad } from '../../domain/number-order.js';
import { NumberOrderEntity } from '../../persistence/number-order.entity.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk } from '../../ports/signing-desk.port.js';
import { TAKE_NUMBER } from '../../jobs/jobs.js';

type Letter = Pick<SignatureRequestEntity, 'id' | 'draftId' | 'subject'>;

/** Room for the subject in a notice. */
const SHOWN_SUBJECT = 120;

/** What the e-office is asked to number, and how that stands. */
@Injectable()
export class NumberOrders {
  constructor(
    private readonly desk: SigningDesk,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  of(tx: EntityManager, requestId: string): Promise<NumberOrderEntity | null> {
    return tx.findOneBy(NumberOrderEntity, { requestId });
  }

  /** @throws DomainError `number-from-e-office` where a clerk is to enter the number; `changed-meanwhile` while an answer is awaited */
  async ask(tx: EntityManager, actor: Actor, letter: Letter): Promise<void> {
    const before = await this.of(tx, letter.id);
    const road = numberRoad(this.desk.abilities, before);
    if (road === 'byHand') throw new DomainError('number-from-e-office');
    if (road === 'asked') throw new DomainError('changed-meanwhile', { what: 'numberOrder', id: letter.id });
    const times = (before?.times ?? 0) + 1;
    const asked = { askedById: actor.id, askedByName: actor.name, askedAt: this.clock.now(), times };
    const order = { requestId: letter.id, state: 'asked' as const, ...asked, problem: null, stoppedAt: null };
    if (before === null) await tx.insert(NumberOrderEntity, order);
    else await tx.update(NumberOrderEntity, { requestId: letter.id, state: before.state }, order);
    await this.outbox.enqueue(tx, TAKE_NUMBER.of({ requestId: letter.id }, times));
    await this.record(tx, actor, { action: 'signature.askNumber', letter, detail: { times } });
    await tellCase(this.outbox, tx, actor, { draftId: letter.draftId, what: 'numberAsked' });
  }

  /** The e-office refused, or what it gave cannot stand in our register: nothing is entered, the registry sees why. */
  async stop(tx: EntityManager, letter: Letter & Pick<SignatureRequestEntity, 'state'>, why: string): Promise<void> {
    const problem = beginningOf(why, NUMBER_PROBLEM_LENGTH);
    const stopped = { state: 'stopped' as const, problem, stoppedAt: this.clock.now() };
    const { affected } = await tx.update(NumberOrderEntity, { requestId: letter.id, state: 'asked' }, stopped);
    // Nothing is to be done for a letter that was withdrawn or given back meanwhile.
    if (affected !== 1 || letter.state !== 'verified') return;
    const times = (await this.of(tx, letter.id))?.times ?? 1;
    await this.record(tx, SYSTEM, { action: 'signature.numberStopped', letter, detail: { problem } });
    await tellCase(this.outbox, tx, SYSTEM, { draftId: letter.draftId, what: 'numberStopped', detail: problem });
    const subject = beginningOf(letter.subject, SHOWN_SUBJECT);
    const words = `Văn bản “${subject}” chưa có số: ${problem} Mở Sổ văn bản đi, phần Phát hành.`;
    const key = `signature.numberStopped:${letter.id}:${String(times)}`;
    await this.notifyRegistry.notify(tx, { key, kind: 'news', words: beginningOf(words, NUMBER_PROBLEM_LENGTH) });
  }

  /** The letter has its number. */
  async close(tx: EntityManager, requestId: string): Promise<void> {
    await tx.update(NumberOrderEntity, { requestId }, { state: 'given', problem: null, stoppedAt: null });
  }

  private record(
    tx: EntityManager,
    actor: Actor,
    act: {
      readonly action: 'signature.askNumber' | 'signature.numberStopped';
      readonly letter: Letter;
      readonly detail: object;
    },
  ): Promise<void> {
    const { action, letter, detail } = act;
    const objectId = letter.id;
    return this.journal.record(tx, actor, { action, objectKind: 'signatureRequest', objectId, detail: { ...detail } });
  }
}
