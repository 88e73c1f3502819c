import { Injectable } from '@nestjs/common';
import { hasRole, SYSTEM, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutgoingRegister, RegisterQueries } from '../../documents/index.js';
import { printedCode, printedNumber } from '../../documents/domain/register.js';
import { tellCase } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { LETTER_FILE_ID, namesOf } from './send-to-leader.js';
import { SignatureRequests } from './signature-requests.js';

/**
 * The registry clerk's one act: number and date are taken for a letter whose leader's signature is proved, and the e-office is asked
 * to fill them in and seal. All that follows (proof of the seal, release, word to the hotline) goes by itself.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, 16 và 32 khoản 2: only the registry, only on what the competent person has signed.
 */
@Injectable()
export class NumberAndSeal implements PromiseKeeper {
  readonly kind = 'signing.applySeal';

  constructor(
    private readonly desk: SigningDesk,
    private readonly register: OutgoingRegister,
    private readonly registers: RegisterQueries,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
  ) {}

  /** @throws DomainError `forbidden`, `signature-not-valid`, `number-already-taken`, `changed-meanwhile` */
  async execute(actor: Actor, requestId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (!hasRole(actor, 'registryClerk') || actor.id === request.leaderId)
        throw new DomainError('forbidden', { ability: 'seal' });
      if (request.state !== 'verified') throw new DomainError('signature-not-valid', { state: request.state });
      const { notation, subject, leaderName, recipients, keeper, replyToId } = request;
      const entry = { notation, subject, signerName: leaderName, recipients, keeper, replyToId };
      const outgoing = await this.register.number(tx, actor, {
        ...entry,
        typeName: 'Công văn',
        signatureRequestId: request.id,
      });
      await this.requests.move(tx, actor, request, { to: 'sealing', change: { outgoingDocumentId: outgoing.id } });
      await this.outbox.promise(tx, {
        kind: this.kind,
        key: `${this.kind}:${request.id}`,
        payload: { requestId: request.id },
      });
      const detail = printedCode(outgoing.number, outgoing.notation);
      await tellCase(this.outbox, tx, actor, { ...namesOf(request), what: 'numbered', detail });
    });
  }

  async keep({ requestId }: Payload): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId ?? '');
    if (request.state !== 'sealing') return;
    const outgoing = await this.registers.outgoingById(request.outgoingDocumentId ?? '');
    if (!outgoing || request.remoteId === null || request.signedSha256 === null) {
      throw new DomainError('not-found', { what: 'outgoingDocument' });
    }
    await this.desk.applySeal({
      clientRequestId: request.clientRequestId,
      signatureRequestId: request.remoteId,
      fileId: request.fileId ?? LETTER_FILE_ID,
      sha256: request.signedSha256,
      entry: { number: printedNumber(outgoing.number), notation: outgoing.notation, issuedDate: outgoing.issuedDate },
    });
  }

  /** The e-office will not seal: the number stays in the register, the clerk sees why. */
  async giveUp({ requestId }: Payload, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId ?? '');
      if (request.state !== 'sealing') return;
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { comment: reason.slice(0, 1000) } });
      await tellCase(this.outbox, tx, SYSTEM, { ...namesOf(request), what: 'sealFailed', detail: reason });
    });
  }
}
