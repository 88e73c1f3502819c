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
import { AWAITED, type SignatureState } from '../domain/signature-request.js';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SigningDesk, type RemoteSignatureState, type RemoteSignatureStatus } from '../ports/signing-desk.port.js';
import { LETTER_FILE_ID, namesOf } from './send-to-leader.js';
import { SignatureRequests } from './signature-requests.js';

const AT_ONCE = 100;

/** What an end without a signature is called here. */
const WITHOUT_SIGNATURE: Partial<Record<RemoteSignatureStatus, SignatureState>> = {
  returned: 'returned',
  rejected: 'rejected',
  cancelled: 'cancelled',
  failed: 'failed',
};

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

  /** Looks at every letter that the e-office may have news of. @returns how many moved */
  async execute(): Promise<number> {
    const awaited = await this.database.reader
      .getRepository(SignatureRequestEntity)
      .find({ where: { state: In([...AWAITED]) }, order: { createdAt: 'ASC' }, take: AT_ONCE });
    return awaited.length === 0 ? 0 : this.look(awaited.map(({ clientRequestId }) => clientRequestId));
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
        if (!request || !AWAITED.includes(request.state)) return false;
        await tx.update(SignatureRequestEntity, { id: request.id }, { lastLookAt: this.clock.now() });
        request.version += 1;
        if (remote.revision <= request.remoteRevision) return false;
        return this.advance(tx, request, remote);
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return false;
      throw error;
    }
  }

  private async advance(
    tx: EntityManager,
    request: SignatureRequestEntity,
    remote: RemoteSignatureState,
  ): Promise<boolean> {
    const ended = WITHOUT_SIGNATURE[remote.status];
    if (request.state === 'submitted' && ended !== undefined) return this.end(tx, request, remote, ended);
    const ready = request.state === 'submitted' ? 'signed' : 'sealed';
    if (remote.status !== ready || remote.signedFile === undefined) return this.noteRevision(tx, request, remote);
    const fileId = remote.signedFile.fileId === '' ? LETTER_FILE_ID : remote.signedFile.fileId;
    const change = { remoteRevision: remote.revision, fileId };
    if (ready === 'signed') await this.requests.move(tx, SYSTEM, request, { to: 'signed', change });
    else await tx.update(SignatureRequestEntity, { id: request.id, version: request.version }, change);
    const kind = ready === 'signed' ? 'signing.proveSigned' : 'signing.proveSealed';
    await this.outbox.promise(tx, {
      kind,
      key: `${kind}:${request.id}:${remote.revision}`,
      payload: { requestId: request.id },
    });
    return true;
  }

  private async noteRevision(
    tx: EntityManager,
    request: SignatureRequestEntity,
    remote: RemoteSignatureState,
  ): Promise<boolean> {
    await tx.update(
      SignatureRequestEntity,
      { id: request.id, version: request.version },
      { remoteRevision: remote.revision },
    );
    return false;
  }

  private async end(
    ...[tx, request, remote, to]: [EntityManager, SignatureRequestEntity, RemoteSignatureState, SignatureState]
  ): Promise<boolean> {
    const comment = (remote.comment ?? '').slice(0, 1000);
    await this.requests.move(tx, SYSTEM, request, { to, change: { remoteRevision: remote.revision, comment } });
    const who = remote.lastActor ?? request.leaderName;
    await this.review.backFromSigning(
      tx,
      SYSTEM,
      request.draftId,
      `${who}: ${comment === '' ? 'không ghi ý kiến' : comment}`,
    );
    await tellCase(this.outbox, tx, SYSTEM, { ...namesOf(request), what: 'returnedByLeader', detail: comment });
    return true;
  }
}
