import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { RegisterQueries } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import { tellCase } from '../../drafting/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { annexMark, isLetterSealed } from '../domain/letter-annexes.js';
import { LetterAnnexEntity } from '../persistence/letter-annex.entity.js';
import { SignatureQueries } from '../persistence/signature-queries.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { LetterSealed } from './letter-sealed.js';
import { SealFile } from './seal-file.js';
import { SignatureRequests } from './signature-requests.js';

/**
 * Has the agency sign each annex of a sealed letter that is a file of its own. The letter goes on only when all have proved themselves; what
 * is signed stays signed when another stops, and the clerk orders the rest again.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d.
 */
@Injectable()
export class SealAnnexes implements PromiseKeeper {
  readonly kind = 'signing.sealAnnexes';

  constructor(
    private readonly sealFile: SealFile,
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly letter: LetterSealed,
  ) {}

  async keep({ requestId = '', time = '' }: Payload): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    if (!isAwaitingAnnexes(request)) return;
    const mark = await this.markOf(request);
    for (const annex of await this.signatures.annexesOf(requestId)) {
      if (annex.sealedSha256 !== null) continue;
      const fault = await this.seal(annex, mark, time);
      if (fault !== null) return this.stop(requestId, fault);
    }
    await this.uow.run(async (tx) => {
      const sealed = await this.requests.byId(tx, requestId);
      if (isAwaitingAnnexes(sealed)) await this.letter.release(tx, sealed);
    });
  }

  /** The e-office will not sign: the number stays, the clerk sees why and orders it again. */
  async giveUp({ requestId = '' }: Payload, reason: string): Promise<void> {
    await this.stop(requestId, `Phụ lục chưa ký được: ${reason}`);
  }

  private async markOf({ outgoingDocumentId }: SignatureRequestEntity): Promise<string> {
    const outgoing = await this.registers.outgoingById(outgoingDocumentId ?? '');
    if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return annexMark(printedCode(outgoing.number, outgoing.notation));
  }

  /** @returns what stands against the file that came back; null where it proved itself, and is kept */
  private async seal(annex: LetterAnnexEntity, text: string, time: string): Promise<string | null> {
    const { requestId, position, name, sha256 } = annex;
    const file = await this.sealFile.execute({
      clientRequestId: `SGDDT-PL-${requestId}-${String(position)}-l${time}`,
      text,
      fileName: name,
      content: await this.files.get(sha256),
    });
    const { content, proof } = file;
    const about = { subjectKind: 'annex', subjectId: requestId, fileName: name } as const;
    if (!proof.passed) {
      await this.uow.run((tx) => this.sealFile.record(tx, file, about));
      const wrong = proof.lines.find(({ result }) => result === 'fail');
      return `Phụ lục “${name}”: ${wrong?.title ?? 'Chữ ký'}: ${wrong?.detail ?? 'chưa đủ căn cứ.'}`;
    }
    const sealed = { sealedSha256: await this.files.put(content), sealedSize: content.length };
    await this.uow.run(async (tx) => {
      await this.sealFile.record(tx, file, about);
      await tx.update(LetterAnnexEntity, { requestId, position, sealedSha256: IsNull() }, sealed);
    });
    return null;
  }

  private async stop(requestId: string, reason: string): Promise<void> {
    await this.uow.run(async (tx: EntityManager) => {
      const request = await this.requests.byId(tx, requestId);
      if (!isAwaitingAnnexes(request)) return;
      await this.requests.move(tx, SYSTEM, request, { to: 'sealFailed', change: { comment: reason.slice(0, 1000) } });
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'sealFailed', detail: reason });
    });
  }
}

function isAwaitingAnnexes(request: SignatureRequestEntity): boolean {
  return request.state === 'sealing' && isLetterSealed(request);
}
