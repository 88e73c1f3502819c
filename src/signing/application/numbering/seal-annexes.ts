import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { tellCase } from '../../../drafting/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { isAwaitingAnnexes } from '../../domain/letter-annexes.js';
import type { LetterAnnexEntity } from '../../persistence/letter-annex.entity.js';
import { SignatureQueries } from '../../persistence/signature-queries.js';
import { SigningDesk } from '../../ports/signing-desk.port.js';
import { SealFile } from './seal-file.js';
import { faultOf, SealedAnnexes } from './sealed-annexes.js';
import { SignatureRequests } from '../signature-requests.js';
import { SEAL_ANNEXES } from '../../jobs/jobs.js';

/**
 * Has the agency sign each annex of a sealed letter that is a file of its own. The letter goes on only when all have proved themselves; what
 * is signed stays signed when another stops, and the clerk orders the rest again. An e-office that signs no files over the wire leaves them to a clerk
 * (`UploadSealedAnnexes`), and lets the letter go on with the last of them.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 8 điểm d.
 */
@Injectable()
export class SealAnnexes implements JobHandler<typeof SEAL_ANNEXES> {
  readonly job = SEAL_ANNEXES;

  constructor(
    private readonly desk: SigningDesk,
    private readonly sealFile: SealFile,
    private readonly annexes: SealedAnnexes,
    private readonly signatures: SignatureQueries,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
  ) {}

  async handle({ requestId, time }: PayloadOf<typeof SEAL_ANNEXES>): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    if (!isAwaitingAnnexes(request)) return;
    if (!this.desk.abilities.has('sealFile')) return this.annexes.goOn(requestId);
    const mark = await this.annexes.markOf(request);
    for (const annex of await this.signatures.annexesOf(requestId)) {
      if (annex.sealedSha256 !== null) continue;
      const fault = await this.seal(annex, mark, time);
      if (fault !== null) return this.stop(requestId, fault);
    }
    await this.annexes.goOn(requestId);
  }

  /** The e-office will not sign: the number stays, the clerk sees why and orders it again. */
  async giveUp({ requestId }: PayloadOf<typeof SEAL_ANNEXES>, reason: string): Promise<void> {
    await this.stop(requestId, `Phụ lục chưa ký được: ${reason}`);
  }

  /** @returns what stands against the file that came back; null where it proved itself, and is kept */
  private async seal(annex: LetterAnnexEntity, text: string, time: string): Promise<string | null> {
    const { requestId, position, name, sha256 } = annex;
    const file = await this.sealFile.seal({
      clientRequestId: `SGDDT-PL-${requestId}-${String(position)}-l${time}`,
      text,
      fileName: name,
      content: await this.files.get(sha256),
    });
    await this.annexes.keep(annex, file);
    return faultOf(name, file);
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
