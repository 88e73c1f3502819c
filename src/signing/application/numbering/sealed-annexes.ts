import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RegisterQueries } from '../../../documents/index.js';
import { printedCode } from '../../../documents/domain/register.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { annexMark, isAwaitingAnnexes } from '../../domain/letter-annexes.js';
import { LetterAnnexEntity } from '../../persistence/letter-annex.entity.js';
import { SignatureQueries } from '../../persistence/signature-queries.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { LetterSealed } from './letter-sealed.js';
import { SealFile, type SealedFile } from './seal-file.js';
import { SignatureRequests } from '../signature-requests.js';

/** What becomes of annexes that the agency signed, from the e-office or from a clerk. */
@Injectable()
export class SealedAnnexes {
  constructor(
    private readonly registers: RegisterQueries,
    private readonly signatures: SignatureQueries,
    private readonly sealFile: SealFile,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly requests: SignatureRequests,
    private readonly letter: LetterSealed,
  ) {}

  /** What must stand on each of them. @throws DomainError `not-found` for a letter without a number */
  async markOf({ outgoingDocumentId }: SignatureRequestEntity): Promise<string> {
    const outgoing = await this.registers.outgoingById(outgoingDocumentId ?? '');
    if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return annexMark(printedCode(outgoing.number, outgoing.notation));
  }

  /**
   * Keeps the judgement, and the file where it proved itself.
   *
   * @param along what must not be missing beside it, in the same transaction
   */
  async keep(
    { requestId, position, name }: LetterAnnexEntity,
    file: SealedFile,
    along?: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const { content, proof } = file;
    const sealed = proof.passed ? { sealedSha256: await this.files.put(content), sealedSize: content.length } : null;
    await this.uow.run(async (tx) => {
      await this.sealFile.record(tx, file, { subjectKind: 'annex', subjectId: requestId, fileName: name });
      if (sealed) await tx.update(LetterAnnexEntity, { requestId, position, sealedSha256: IsNull() }, sealed);
      await along?.(tx);
    });
  }

  /** The letter goes on once all of them are signed. */
  async goOn(requestId: string): Promise<void> {
    const annexes = await this.signatures.annexesOf(requestId);
    if (annexes.some(({ sealedSha256 }) => sealedSha256 === null)) return;
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (isAwaitingAnnexes(request)) await this.letter.release(tx, request);
    });
  }
}

/** What stands against a file that came back; null where it proved itself. */
export function faultOf(name: string, { proof }: SealedFile): string | null {
  if (proof.passed) return null;
  const wrong = proof.lines.find(({ result }) => result === 'fail');
  return `Phụ lục “${name}”: ${wrong?.title ?? 'Chữ ký'}: ${wrong?.detail ?? 'chưa đủ căn cứ.'}`;
}
