import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { ReviewDraft, tellCase } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { AWAITED, consequenceOf, type Consequence } from '../domain/signature-request.js';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SigningDesk, type RemoteSignatureState } from '../ports/signing-desk.port.js';
import { LETTER_FILE_ID } from './send-to-leader.js';
import { SignatureRequests } from './signature-requests.js';

const AT_ONCE = 100;

type Ended = Extract<Consequence, 'returned' | 'rejected' | 'cancelled' | 'failed'>;

/** Asks the e-office where our letters are; late, doubled and out-of-order news changes nothing. */
@Injectable()
export class LookAtSignatures implements PromiseKeeper {
  readonly kind = 'signing.look';

  constructor(
    private readonly desk: SigningDesk,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
  ) {}

  async keep({ clientRequestId }: Payload): Promise<void> {
    if (clientRequestId !== undefined) await this.look([clientRequestId]);
  }

  /** Looks at every letter that the e-office may have news of, those first that were not looked at for longest. @returns how many moved */
  async execute(): Promise<number> {
    const awaited = await this.database.reader.getRepository(SignatureRequestEntity).find({
      where: { state: In([...AWAITED]) },
      order: { lastLookAt: 'ASC', id: 'ASC' },
      select: { id: true, clientRequestId: true },
    });
    let moved = 0;
    for (let from = 0; from < awaited.length; from += AT_ONCE) {
      const some = awaited.slice(from, from + AT_ONCE);
      moved += await this.look(some.map(({ clientRequestId }) => clientRequestId));
    }
    return moved;
  }

  private async look(clientRequestIds: readonly string[]): Promise<number> {
    let moved = 0;
    for (const state of await this.desk.states(clientRequestIds)) {
      if (await this.apply(state)) moved += 1;
    }
    return moved;
  }

  private async apply(remote: RemoteSignatureState): Promise<boolean> {
    try {
      return await this.uow.run(async (tx) => {
        const request = await tx.findOneBy(SignatureRequestEntity, { clientRequestId: remote.clientRequestId });
        if (request?.state !== 'submitted' && request?.state !== 'sealing') return false;
        await tx.update(SignatureRequestEntity, { id: request.id }, { lastLookAt: this.clock.now() });
        request.version += 1;
        if (remote.revision <= request.remoteRevision) return false;
        const news = { status: remote.status, hasFile: remote.signedFile !== undefined };
        return this.advance(tx, request, remote, consequenceOf(request.state, news));
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return false;
      throw error;
    }
  }

  private async advance(
    ...[tx, request, remote, consequence]: [EntityManager, SignatureRequestEntity, RemoteSignatureState, Consequence]
  ): Promise<boolean> {
    switch (consequence) {
      case 'unfinished':
        return false;
      case 'noted':
        await this.requests.note(tx, request, { remoteRevision: remote.revision });
        return false;
      case 'signed':
      case 'proveSeal':
        await this.prove(tx, request, remote, consequence);
        return true;
      case 'sealFailed':
        await this.stopSeal(tx, request, remote);
        return true;
      case 'returned':
      case 'rejected':
      case 'cancelled':
      case 'failed':
        await this.end(tx, request, remote, consequence);
        return true;
    }
  }

  private async prove(
    ...[tx, request, remote, what]: [
      EntityManager,
      SignatureRequestEntity,
      RemoteSignatureState,
      'signed' | 'proveSeal',
    ]
  ): Promise<void> {
    const named = remote.signedFile?.fileId ?? '';
    const change = { remoteRevision: remote.revision, fileId: named === '' ? LETTER_FILE_ID : named };
    if (what === 'signed') await this.requests.move(tx, SYSTEM, request, { to: 'signed', change });
    else await this.requests.note(tx, request, change);
    const kind = what === 'signed' ? 'signing.proveSigned' : 'signing.proveSealed';
    const time = what === 'signed' ? 1 : await this.requests.timesIn(tx, request.id, 'sealing');
    await this.outbox.promise(tx, {
      kind,
      key: `${kind}:${request.id}:${remote.revision}:${time}`,
      payload: { requestId: request.id },
    });
  }

  /** The e-office gave the letter up after its number was taken: the clerk may order the seal again. */
  private async stopSeal(
    tx: EntityManager,
    request: SignatureRequestEntity,
    remote: RemoteSignatureState,
  ): Promise<void> {
    const comment = (remote.comment ?? `E-office báo trạng thái "${remote.status}".`).slice(0, 1000);
    const change = { remoteRevision: remote.revision, comment };
    await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change });
    await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: comment });
  }

  private async end(
    ...[tx, request, remote, to]: [EntityManager, SignatureRequestEntity, RemoteSignatureState, Ended]
  ): Promise<void> {
    const comment = (remote.comment ?? '').slice(0, 1000);
    await this.requests.move(tx, SYSTEM, request, { to, change: { remoteRevision: remote.revision, comment } });
    const who = remote.lastActor ?? request.leaderName;
    const said = comment === '' ? 'không ghi ý kiến' : comment;
    await this.review.backFromSigning(tx, SYSTEM, request.draftId, `${who}: ${said}`);
    await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'returnedByLeader', detail: comment });
  }
}
