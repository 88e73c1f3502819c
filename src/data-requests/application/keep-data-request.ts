import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Calendars } from '../../calendar/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import {
  ANSWER_LENGTHS,
  answerDueAt,
  ASKED_LENGTHS,
  BASIS_LENGTHS,
  NAME_LENGTHS,
  PROOF_LENGTHS,
  requireReceived,
  requireRequestKeeper,
  type RequestChannel,
  type RequestKind,
  type RequestOutcome,
} from '../domain/data-request.js';
import { DataRequestEntity } from '../persistence/data-request.entity.js';

export interface RecordRequestCommand {
  readonly kind: RequestKind;
  readonly channel: RequestChannel;
  readonly personName: string;
  readonly personPhone: string;
  readonly asked: string;
  readonly identityProof: string;
  /** Null: now. */
  readonly receivedAt: Date | null;
}

export interface AnswerRequestCommand {
  readonly id: string;
  readonly outcome: RequestOutcome;
  readonly basis: string;
  readonly answer: string;
}

const MAX_PHONE_LENGTH = 30;

/** Takes in what people ask about the data kept of them, and writes down what they were answered. The journal names no such person. */
@Injectable()
export class KeepDataRequest {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns the id @throws DomainError `forbidden`, `input-invalid`, `deadline-calendar-missing` */
  async record(actor: Actor, command: RecordRequestCommand): Promise<string> {
    requireRequestKeeper(actor);
    const now = this.clock.now();
    const receivedAt = command.receivedAt ?? now;
    requireReceived(receivedAt, now);
    const { kind, channel } = command;
    const dueAt = answerDueAt(receivedAt, await this.calendars.current());
    const request = {
      id: newId(),
      kind,
      channel,
      receivedAt,
      dueAt,
      recordedById: actor.id,
      recordedByName: actor.name,
      personName: requireText('personName', command.personName, NAME_LENGTHS),
      personPhone: requireText('personPhone', command.personPhone, { shortest: 0, longest: MAX_PHONE_LENGTH }),
      asked: requireText('asked', command.asked, ASKED_LENGTHS),
      identityProof: requireText('identityProof', command.identityProof, PROOF_LENGTHS),
      toldOn: null,
      outcome: null,
      basis: null,
      answer: null,
      answeredAt: null,
      answeredById: null,
      answeredByName: null,
      version: 1,
    };
    await this.uow.run(async (tx) => {
      await tx.insert(DataRequestEntity, request);
      await this.journal.record(tx, actor, {
        action: 'dataRequest.record',
        objectKind: 'dataRequest',
        objectId: request.id,
        detail: { kind, channel, dueAt: dueAt.toISOString() },
      });
    });
    return request.id;
  }

  /** @throws DomainError `forbidden`, `input-invalid`, `not-found`; `changed-meanwhile` when it was answered already */
  async answer(actor: Actor, { id, outcome, ...words }: AnswerRequestCommand): Promise<void> {
    requireRequestKeeper(actor);
    const basis = requireText('basis', words.basis, BASIS_LENGTHS);
    const answer = requireText('answer', words.answer, ANSWER_LENGTHS);
    const answeredAt = this.clock.now();
    await this.uow.run(async (tx) => {
      const request = await tx.findOneBy(DataRequestEntity, { id });
      if (!request) throw new DomainError('not-found', { what: 'dataRequest' });
      const by = { answeredAt, answeredById: actor.id, answeredByName: actor.name };
      const open = { id, answeredAt: IsNull() };
      const { affected } = await tx.update(DataRequestEntity, open, { outcome, basis, answer, ...by });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'dataRequest', id });
      await this.journal.record(tx, actor, {
        action: 'dataRequest.answer',
        objectKind: 'dataRequest',
        objectId: id,
        detail: { outcome, inTime: answeredAt.getTime() <= request.dueAt.getTime() },
      });
    });
  }
}
