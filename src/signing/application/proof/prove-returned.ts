import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../../kernel/actor.js';
import { canonicalJson } from '../../../kernel/canonical-json.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { OutsideUnavailable } from '../../../kernel/outside-failure.js';
import { RegisterQueries } from '../../../documents/index.js';
import { ReviewDraft, tellCase } from '../../../drafting/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import type { BroughtFile } from '../../domain/by-hand.js';
import { isOnlyShortOfEvidence } from '../../domain/proof/proof-override.js';
import { isLetterSealed } from '../../domain/letter-annexes.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk } from '../../ports/signing-desk.port.js';
import { ExpectedSigners } from './expected-signers.js';
import { LetterSealed } from '../numbering/letter-sealed.js';
import { ProveLetter, reasonOf, type JudgedLetter } from './prove-letter.js';
import { LETTER_FILE_ID } from '../compose-submission.js';
import { SignatureRequests, type SignatureMove } from '../signature-requests.js';
import type { SignedFile } from '../evidence/verify-now.js';
import type { PROVE_SIGNED } from '../../jobs/jobs.js';

type Returned = PayloadOf<typeof PROVE_SIGNED>;

const MAX_COMMENT_LENGTH = 1000;

/** Fetches a file from the e-office, or takes the one that was brought, and lets the letter go on only when it proves itself. */
@Injectable()
export class ProveReturned {
  constructor(
    private readonly desk: SigningDesk,
    private readonly proveLetter: ProveLetter,
    private readonly expected: ExpectedSigners,
    private readonly files: FileStore,
    private readonly registers: RegisterQueries,
    private readonly sealedLetter: LetterSealed,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly review: ReviewDraft,
  ) {}

  /** After the leader signed: is it our letter, whole, signed by the one who was asked? */
  async leaderSigned({ requestId, fileId, sha256 }: Returned): Promise<void> {
    const request = await this.inState(requestId, 'signed');
    if (!request) return;
    const returned = sha256 ?? (await this.fetch(request, fileId));
    const judged = await this.judge(request, returned, 'signed');
    const { proof } = judged;
    if (isOnlyShortOfEvidence(proof)) return this.wait(request, judged, { signedSha256: returned, proof });
    await this.uow.run(async (tx) => {
      await this.proveLetter.record(tx, request, judged);
      const change = { signedSha256: returned, proof };
      await this.requests.move(tx, SYSTEM, request, { to: proof.passed ? 'verified' : 'proofFailed', change });
      if (proof.passed)
        await tellCase(this.outbox, tx, SYSTEM, {
          draftId: request.draftId,
          what: 'leaderSigned',
          detail: request.leaderName,
        });
      else {
        const detail = reasonOf(proof);
        await this.giveBack(tx, request, { said: `Bản ký trả về không đạt kiểm tra. ${detail}`, detail });
      }
    });
  }

  /** After the agency sealed: both signatures, number and date as in the register. Then its annexes are signed, and the letter is released. */
  async sealed({ requestId, fileId, sha256 }: Returned): Promise<void> {
    const request = await this.inState(requestId, 'sealing');
    if (!request || isLetterSealed(request)) return;
    const returned = sha256 ?? (await this.fetch(request, fileId));
    const judged = await this.judge(request, returned, 'sealed');
    const { proof } = judged;
    if (isOnlyShortOfEvidence(proof)) return this.wait(request, judged, { sealedSha256: returned, proof });
    await this.uow.run(async (tx) => {
      await this.proveLetter.record(tx, request, judged);
      const sealed = { sealedSha256: returned, proof };
      if (proof.passed) return this.sealedLetter.proved(tx, request, sealed);
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { ...sealed, comment: null } });
      const detail = reasonOf(proof);
      return tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail });
    });
  }

  /** What the leader signed cannot be fetched or judged: the letter goes back to its author, who may put it before the leader again. */
  async giveUpSigned({ requestId }: Returned, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'signed') return;
      const comment = `Chưa lấy hoặc chưa kiểm tra được bản ký trả về. ${reason}`.slice(0, MAX_COMMENT_LENGTH);
      await this.requests.move(tx, SYSTEM, request, { to: 'proofFailed', change: { comment } });
      await this.giveBack(tx, request, { said: comment, detail: reason });
    });
  }

  /** What the agency sealed cannot be fetched or judged: the clerk sees why, and orders the seal again or voids the number. */
  async giveUpSealed({ requestId }: Returned, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'sealing' || isLetterSealed(request)) return;
      const comment = `Chưa lấy hoặc chưa kiểm tra được bản đóng dấu trả về. ${reason}`.slice(0, MAX_COMMENT_LENGTH);
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { comment } });
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: reason });
    });
  }

  /** Whether a file is the letter, signed by its leader alone or by the agency too, as the register has it. Changes nothing. */
  async judge(request: SignatureRequestEntity, returned: SignedFile, what: BroughtFile): Promise<JudgedLetter> {
    const line = await this.registers.outgoingById(request.outgoingDocumentId ?? '');
    if (what === 'sealed' && !line) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return this.proveLetter.prove(request.submittedSha256, returned, {
      stage: what === 'signed' ? 'leaderSigned' : 'sealed',
      leader: await this.expected.leader(request),
      agency: await this.expected.agency(),
      submittedAt: request.createdAt,
      ...(line ? { register: await this.expected.register(line) } : {}),
    });
  }

  /**
   * The letter stays where it is, and says what is missing; the authority is asked again until it answers or a leader answers for the letter.
   *
   * @throws OutsideUnavailable always, so that the job is tried later
   */
  private async wait(
    request: SignatureRequestEntity,
    judged: JudgedLetter,
    change: SignatureMove['change'] & object,
  ): Promise<never> {
    if (canonicalJson(request.proof) !== canonicalJson(judged.proof))
      await this.uow.run(async (tx) => {
        await this.proveLetter.record(tx, request, judged);
        await this.requests.note(tx, request, change);
        await tellCase(this.outbox, tx, SYSTEM, {
          draftId: request.draftId,
          what: 'shortOfEvidence',
          detail: reasonOf(judged.proof),
        });
      });
    throw new OutsideUnavailable('tổ chức chứng thực chưa cho biết chứng thư có bị thu hồi hay không', {
      elsewhere: true,
    });
  }

  private async inState(requestId: string, state: 'signed' | 'sealing'): Promise<SignatureRequestEntity | null> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    return request.state === state ? request : null;
  }

  /**
   * @param fileId as the e-office named it with the news; jobs made before this was stored do not name it
   * @returns the sha256 of the file, which is in the store
   */
  private async fetch(request: SignatureRequestEntity, fileId = request.fileId ?? LETTER_FILE_ID): Promise<string> {
    return this.files.put(await this.desk.signedFile(request.remoteId ?? '', fileId));
  }

  private async giveBack(
    tx: EntityManager,
    { draftId }: SignatureRequestEntity,
    { said, detail }: { readonly said: string; readonly detail: string },
  ): Promise<void> {
    await this.review.backFromSigning(tx, SYSTEM, draftId, said);
    await tellCase(this.outbox, tx, SYSTEM, { draftId, what: 'proofFailed', detail });
  }
}
