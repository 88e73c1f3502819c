import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { rowBy, rowsBy } from '../../platform/database/rows.js';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import { requireSignatureMove, type SignatureState, type StepSource } from '../domain/signature-request.js';
import { SEALED_REQUEST } from '../persistence/sealed-requests.js';
import { SignatureRouteStepEntity } from '../persistence/signature-route-step.entity.js';
import { routeAfter, routeHeard, type StepChange, type StepNews } from '../domain/signature-route.js';
import { SignatureRequestEntity, SignatureStepEntity } from '../persistence/signing.entities.js';
import { LetterNumbers } from './numbering/letter-numbers.js';

/** Whose word a move follows, where it is not the actor's own. */
export interface StepWord {
  readonly source: StepSource;
  readonly by: string;
  readonly remoteRevision: number;
}

export interface SignatureMove {
  readonly to: SignatureState;
  readonly word?: StepWord;
  readonly change?: Partial<
    Pick<
      SignatureRequestEntity,
      | 'remoteId'
      | 'remoteRevision'
      | 'fileId'
      | 'signedSha256'
      | 'sealedSha256'
      | 'proof'
      | 'comment'
      | 'outgoingDocumentId'
      | 'withdrawal'
      | 'withdrawalRefusal'
      | 'lateSha256'
      | 'submittedSha256'
    >
  >;
}

/** Room for it in the history. */
const MAX_NAME_LENGTH = 100;
const MAX_COMMENT_LENGTH = 1000;

/** Moves signature requests: by the table, guarded by version, each step kept with its moment and journaled; a number kept for a letter ends with it. */
@Injectable()
export class SignatureRequests {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly numbers: LetterNumbers,
  ) {}

  /** @throws DomainError `not-found` */
  async byId(tx: EntityManager, id: string): Promise<SignatureRequestEntity> {
    const request = await rowBy(tx, SignatureRequestEntity, { id });
    if (!request) throw new DomainError('not-found', { what: 'signatureRequest' });
    return request;
  }

  /** @throws DomainError `signature-transition-refused`, `changed-meanwhile` */
  async move(
    tx: EntityManager,
    actor: Actor,
    request: SignatureRequestEntity,
    { to, change, word }: SignatureMove,
  ): Promise<void> {
    requireSignatureMove(request.state, to);
    const { id, version, state: from } = request;
    await noteTampers(tx, SEALED_REQUEST, [id]);
    const moved = await tx.update(SignatureRequestEntity, { id, version }, { ...change, state: to });
    if (moved.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'signatureRequest', id });
    await sealRecords(tx, SEALED_REQUEST, [id]);
    await this.recordStep(tx, actor, id, { to, change, word });
    await this.numbers.giveUp(tx, actor, request, { to, said: change?.comment ?? '' });
    const route = await this.routeOf(tx, id);
    await this.change(tx, id, routeAfter(route, to, { at: this.clock.now(), comment: change?.comment ?? null }));
    await this.journal.record(tx, actor, {
      action: `signature.${to}`,
      objectKind: 'signatureRequest',
      objectId: id,
      detail: { from },
    });
  }

  /** What the e-office says of the desks on a letter's way. */
  async heedRoute(tx: EntityManager, requestId: string, news: readonly StepNews[]): Promise<void> {
    await this.change(tx, requestId, routeHeard(await this.routeOf(tx, requestId), news));
  }

  private routeOf(tx: EntityManager, requestId: string): Promise<SignatureRouteStepEntity[]> {
    return rowsBy(tx, SignatureRouteStepEntity, { requestId }, { order: { position: 'ASC' } });
  }

  private async change(tx: EntityManager, requestId: string, changes: readonly StepChange[]): Promise<void> {
    for (const { position, status, at, comment } of changes) {
      const said = comment?.slice(0, MAX_COMMENT_LENGTH) ?? null;
      await tx.update(SignatureRouteStepEntity, { requestId, position }, { status, at, comment: said });
    }
  }

  /** Keeps what is known of a request whose state stays. @throws DomainError `changed-meanwhile` */
  async note(
    tx: EntityManager,
    { id, version }: SignatureRequestEntity,
    change: NonNullable<SignatureMove['change']>,
  ): Promise<void> {
    await noteTampers(tx, SEALED_REQUEST, [id]);
    const noted = await tx.update(SignatureRequestEntity, { id, version }, change);
    if (noted.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'signatureRequest', id });
    await sealRecords(tx, SEALED_REQUEST, [id]);
  }

  /** How often a request has come into a state, this time counted. */
  timesIn(tx: EntityManager, requestId: string, state: SignatureState): Promise<number> {
    return tx.countBy(SignatureStepEntity, { requestId, state });
  }

  /** Whether the last word of the e-office that was heeded is one that stopped the seal; what stopped it here is no word of the e-office. */
  wasRefusedLast(tx: EntityManager, { id, remoteRevision }: SignatureRequestEntity): Promise<boolean> {
    const refusal = { state: 'sealFailed', source: 'eOffice' } as const;
    return tx.existsBy(SignatureStepEntity, { requestId: id, remoteRevision, ...refusal });
  }

  /** Keeps the state that a request has come into, whose word it was and what was said with it. */
  async recordStep(
    tx: EntityManager,
    actor: Actor,
    requestId: string,
    { to: state, change, word }: SignatureMove,
  ): Promise<void> {
    await tx.insert(SignatureStepEntity, {
      id: newId(),
      requestId,
      state,
      at: this.clock.now(),
      actorName: (word?.by ?? actor.name).slice(0, MAX_NAME_LENGTH),
      source: word?.source ?? (actor.id === SYSTEM.id ? 'system' : 'person'),
      remoteRevision: word?.remoteRevision ?? null,
      comment: change?.comment ?? null,
    });
  }
}
