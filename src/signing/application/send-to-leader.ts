import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { RegisterQueries, type IncomingDocumentEntity } from '../../documents/index.js';
import { DraftQueries, ReviewDraft, tellCase } from '../../drafting/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Database } from '../../platform/database/database.js';
import { SignatureRouteStepEntity } from '../persistence/signature-route-step.entity.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { kindNamed } from '../../../templates/catalogue.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { composeSubmission } from './compose-submission.js';
import { PrintedLetters } from './numbering/printed-letters.js';
import { SignatureRequests } from './signature-requests.js';
import { NotifyOfRefusal } from './notify-of-refusal.js';
import { SUBMIT_LETTER, TAKE_BACK } from '../jobs/jobs.js';

/** What is known of a letter once the e-office has it. */
type Sent = Pick<SignatureRequestEntity, 'remoteId' | 'submittedSha256'>;

/** Submits a letter to the e-office; repeated with the same client request id and the same content until it has answered. */
@Injectable()
export class SendToLeader implements JobHandler<typeof SUBMIT_LETTER> {
  readonly job = SUBMIT_LETTER;

  constructor(
    private readonly desk: SigningDesk,
    private readonly registers: RegisterQueries,
    private readonly letters: PrintedLetters,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
    private readonly drafts: DraftQueries,
    private readonly notifyOfRefusal: NotifyOfRefusal,
  ) {}

  async handle({ requestId }: PayloadOf<typeof SUBMIT_LETTER>): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    if (request.state !== 'pending') return;
    if (!this.desk.abilities.has('submit')) return this.leaveToHand(request);
    const answered = await this.answered(request);
    const { content, sha256: submittedSha256, entry } = await this.letters.toSign(request);
    const submission = composeSubmission({
      request,
      answered,
      content,
      documentTypeCode: await this.typeOf(request),
      route: await this.routeOf(request),
      ...(entry ? { entry } : {}),
    });
    const { signatureRequestId } = await this.desk.submit(submission);
    await this.uow.run((tx) => this.landed(tx, request.id, { remoteId: signatureRequestId, submittedSha256 }));
  }

  /** Nothing is sent: a person carries the file there and brings it back signed. */
  private async leaveToHand(request: SignatureRequestEntity): Promise<void> {
    const { sha256: submittedSha256 } = await this.letters.toSign(request);
    await this.uow.run(async (tx) => {
      const present = await this.requests.byId(tx, request.id);
      if (present.state !== 'pending') return;
      await this.requests.move(tx, SYSTEM, present, { to: 'submitted', change: { submittedSha256 } });
    });
  }

  /** As it stands in symbols: `BC`; `CV` for letters, which have none there. */
  private async typeOf({ draftId }: SignatureRequestEntity): Promise<string> {
    const draft = await this.drafts.byId(draftId);
    return kindNamed(draft?.template ?? '')?.type ?? 'CV';
  }

  private routeOf({ id: requestId }: SignatureRequestEntity): Promise<SignatureRouteStepEntity[]> {
    return this.database.reader.manager.findBy(SignatureRouteStepEntity, { requestId });
  }

  /** It may have been withdrawn while it was on its way: then the e-office, which had nothing to give back before, is asked once more. */
  private async landed(tx: EntityManager, requestId: string, sent: Sent): Promise<void> {
    const request = await this.requests.byId(tx, requestId);
    if (request.state === 'pending') {
      await this.requests.move(tx, SYSTEM, request, { to: 'submitted', change: sent });
      return;
    }
    if (request.state !== 'cancelled' && request.state !== 'failed') return;
    await this.requests.note(tx, request, { ...sent, withdrawal: 'asked' });
    await this.outbox.enqueue(tx, TAKE_BACK.of({ requestId }, 'landed'));
  }

  /** What the letter answers; null for one that answers nothing. @throws OutsideUnavailable while the e-office has no id for it */
  private async answered({ replyToId }: SignatureRequestEntity): Promise<IncomingDocumentEntity | null> {
    const replyTo = replyToId === null ? null : await this.registers.incomingById(replyToId);
    if (replyTo?.eOfficeId === null) {
      throw new OutsideUnavailable(
        'Văn bản đến chưa có mã trên hệ thống quản lý văn bản; trình ký sau khi có, để lần gửi lại không khác lần đầu.',
        { elsewhere: true },
      );
    }
    return replyTo;
  }

  /** The e-office will not take it: the draft goes back to its author with the reason, and what may have arrived there is taken back. */
  async giveUp({ requestId }: PayloadOf<typeof SUBMIT_LETTER>, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'pending') return;
      await this.requests.move(tx, SYSTEM, request, {
        to: 'failed',
        change: { comment: reason.slice(0, 1000), withdrawal: 'asked' },
      });
      await this.review.backFromSigning(tx, SYSTEM, request.draftId, `Hệ thống quản lý văn bản không nhận: ${reason}`);
      await this.outbox.enqueue(tx, TAKE_BACK.of({ requestId }));
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'refusedByEOffice', detail: reason });
      await this.notifyOfRefusal.notify(tx, request, reason);
    });
  }
}
