import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutgoingDocumentEntity } from '../../documents/index.js';
import { ReviewDraft, tellCase, type LetterNews } from '../../drafting/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { numberGivenThere } from '../domain/number-there.js';
import { AWAITED, outcomeOf, type Consequence } from '../domain/signature-request.js';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';
import type { RemoteSignatureState } from '../ports/signing-desk.port.js';
import { savePollTimes } from './proof/save-poll-times.js';
import { LETTER_FILE_ID } from './compose-submission.js';
import { SignatureRequests, type StepWord } from './signature-requests.js';
import { KEEP_LATE_FILE, PROVE_SEALED, PROVE_SIGNED } from '../jobs/jobs.js';

type Ended = Extract<Consequence, 'returned' | 'rejected' | 'cancelled' | 'failed'>;

/** A status from the e-office about one of our letters, and the letter's current state. */
interface Heard {
  readonly request: SignatureRequestEntity;
  readonly remote: RemoteSignatureState;
}

/** Applies a status from the e-office to its letter; late, repeated and out-of-order ones change nothing. */
@Injectable()
export class ApplySignatureStatus {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
  ) {}

  /** @returns whether the letter moved */
  async apply(remote: RemoteSignatureState): Promise<boolean> {
    try {
      return await this.uow.run(async (tx) => {
        const request = await tx.findOneBy(SignatureRequestEntity, { clientRequestId: remote.clientRequestId });
        if (!request) return false;
        const news = { status: remote.status, revision: remote.revision, hasFile: remote.signedFile !== undefined };
        const outcome = outcomeOf(request, news);
        if (AWAITED.includes(request.state)) await this.answered(tx, request);
        if (isBeforeNumber(request)) await heedNumber(tx, request, remote);
        if (outcome !== 'nothing' && outcome !== 'late')
          await this.requests.heedRoute(tx, request.id, remote.steps ?? []);
        return this.advance(tx, { request, remote }, outcome);
      });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'changed-meanwhile') return false;
      throw error;
    }
  }

  /** The e-office has spoken of it: the next look is the usual one. */
  private async answered(tx: EntityManager, request: SignatureRequestEntity): Promise<void> {
    const heard = { lastLookAt: this.clock.now(), nextLookAt: null, failedLooks: 0, lookFailure: null };
    await savePollTimes(tx, request.id, heard);
  }

  private async advance(tx: EntityManager, heard: Heard, outcome: Consequence | 'late' | 'nothing'): Promise<boolean> {
    const { request, remote } = heard;
    if (isEnd(outcome)) {
      await this.end(tx, heard, outcome);
      return true;
    }
    switch (outcome) {
      case 'signed':
      case 'proveSeal':
        await this.prove(tx, heard, outcome);
        return true;
      case 'sealFailed':
        await this.stopSeal(tx, heard);
        return true;
      case 'noted':
        await this.requests.note(tx, request, { remoteRevision: remote.revision });
        return false;
      case 'late':
        await this.keepLate(tx, heard);
        return false;
      case 'unfinished':
      case 'nothing':
        return false;
    }
  }

  private async prove(tx: EntityManager, { request, remote }: Heard, what: 'signed' | 'proveSeal'): Promise<void> {
    const fileId = fileOf(remote);
    const change = { remoteRevision: remote.revision };
    // The file that the leader signed stays the one that is ordered sealed, also when the seal is ordered again.
    if (what === 'signed')
      await this.requests.move(tx, SYSTEM, request, {
        to: 'signed',
        change: { ...change, fileId },
        word: wordOf(remote),
      });
    else await this.requests.note(tx, request, change);
    const job = what === 'signed' ? PROVE_SIGNED : PROVE_SEALED;
    const time = what === 'signed' ? 1 : await this.requests.timesIn(tx, request.id, 'sealing');
    await this.outbox.enqueue(tx, job.of({ requestId: request.id, fileId }, remote.revision, time));
  }

  /** Signed although it was taken back: kept, once, and of no effect. */
  private async keepLate(tx: EntityManager, { request, remote }: Heard): Promise<void> {
    const remoteId = remote.signatureRequestId;
    await this.outbox.enqueue(tx, KEEP_LATE_FILE.of({ requestId: request.id, remoteId, fileId: fileOf(remote) }));
  }

  /** The e-office gave the letter up after its number was taken: the clerk may order the seal again. */
  private async stopSeal(tx: EntityManager, { request, remote }: Heard): Promise<void> {
    const comment = (remote.comment ?? `Hệ thống quản lý văn bản báo trạng thái "${remote.status}".`).slice(0, 1000);
    const change = { remoteRevision: remote.revision, comment };
    await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change, word: wordOf(remote) });
    await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: comment });
  }

  private async end(tx: EntityManager, { request, remote }: Heard, to: Ended): Promise<void> {
    const comment = (remote.comment ?? '').slice(0, 1000);
    const change = { remoteRevision: remote.revision, comment };
    await this.requests.move(tx, SYSTEM, request, { to, change, word: wordOf(remote) });
    const who = remote.lastActor ?? (to === 'returned' || to === 'rejected' ? request.leaderName : 'E-office');
    const said = comment === '' ? 'không ghi ý kiến' : comment;
    await this.review.backFromSigning(tx, SYSTEM, request.draftId, `${who}: ${said}`);
    await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: TOLD_AS[to], detail: comment });
  }
}

/** Only what the e-office says of a letter that our register has not ordered it to number: after that the proof of the sealed file tells. */
function isBeforeNumber({ state }: SignatureRequestEntity): boolean {
  return state === 'submitted' || state === 'signed' || state === 'verified';
}

/** Keeps that the e-office numbers the letter too, or no longer does. No change of the letter: its version stays, as for looks. */
async function heedNumber(
  tx: EntityManager,
  { id, outgoingDocumentId, remoteRevision, numberThere }: SignatureRequestEntity,
  { entry, revision }: RemoteSignatureState,
): Promise<void> {
  if (revision < remoteRevision) return;
  const line = await tx.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
  const heard = numberGivenThere(entry, line);
  if (heard === numberThere) return;
  await tx.update(SignatureRequestEntity, { id }, { numberThere: heard, version: () => '"version"' });
}

const TOLD_AS: Readonly<Record<Ended, LetterNews>> = {
  returned: 'returnedByLeader',
  rejected: 'rejectedByLeader',
  cancelled: 'cancelledByEOffice',
  failed: 'failedAtEOffice',
};

const ENDS: readonly string[] = ['returned', 'rejected', 'cancelled', 'failed'] satisfies readonly Ended[];

function isEnd(outcome: string): outcome is Ended {
  return ENDS.includes(outcome);
}

function fileOf({ signedFile }: RemoteSignatureState): string {
  const named = signedFile?.fileId ?? '';
  return named === '' ? LETTER_FILE_ID : named;
}

function wordOf({ lastActor, revision }: RemoteSignatureState): StepWord {
  return { source: 'eOffice', by: lastActor ?? 'E-office', remoteRevision: revision };
}
