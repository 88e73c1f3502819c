import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CopyDocumentEntity, CopyQueries, CopyRegister } from '../../documents/index.js';
import { COPY_FORM_WORDS } from '../../documents/domain/copy.js';
import { printedCode } from '../../documents/domain/register.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal } from '../../journal/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { SealFile } from '../../signing/index.js';
import { requireCertifyCopies } from '../domain/policy.js';
import { SEAL_COPY } from '../jobs/jobs.js';

/** Has the agency sign a copy that has its number; a file that does not prove itself is not given out, and the clerk sees why. */
@Injectable()
export class SealCopy implements JobHandler<typeof SEAL_COPY> {
  readonly job = SEAL_COPY;

  constructor(
    private readonly copies: CopyQueries,
    private readonly register: CopyRegister,
    private readonly sealFile: SealFile,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
  ) {}

  async order(tx: EntityManager, { id, sealTries }: Pick<CopyDocumentEntity, 'id' | 'sealTries'>): Promise<void> {
    await this.outbox.enqueue(tx, SEAL_COPY.of({ copyId: id }, sealTries));
  }

  /**
   * Asks once more for a signature that did not come, under the same number.
   *
   * @throws DomainError `forbidden`, `changed-meanwhile` when nothing failed
   */
  async again(actor: Actor, id: string): Promise<void> {
    requireCertifyCopies(actor);
    await this.uow.run(async (tx) => {
      const copy = await this.failed(tx, id);
      const sealTries = copy.sealTries + 1;
      await this.change(tx, copy, { sealTries, failure: null });
      await this.journal.record(tx, actor, { action: 'copy.sealAgain', objectKind: 'copyDocument', objectId: id });
      await this.order(tx, { id, sealTries });
    });
  }

  /** Gives up the number of a copy whose signature did not come. @throws DomainError `forbidden`, `input-invalid`, `changed-meanwhile` */
  async giveUpNumber(actor: Actor, id: string, reason: string): Promise<void> {
    requireCertifyCopies(actor);
    const said = reason.trim();
    if (said === '' || said.length > 500) {
      const message = 'Viết lý do hủy số, nhiều nhất 500 ký tự; lý do được ghi vào sổ.';
      throw new DomainError('input-invalid', { field: 'reason', message });
    }
    await this.uow.run(async (tx) => {
      await this.failed(tx, id);
      await this.register.voidNumber(tx, actor, id, said);
    });
  }

  async handle({ copyId }: PayloadOf<typeof SEAL_COPY>): Promise<void> {
    const copy = await this.copies.byId(copyId);
    if (copy?.state !== 'numbered') return;
    const fileName = `${printedCode(copy.number, copy.notation).replaceAll('/', '-')}.pdf`;
    const file = await this.sealFile.seal({
      clientRequestId: `SGDDT-SAO-${copy.id}-l${String(copy.sealTries)}`,
      text: `${COPY_FORM_WORDS[copy.form]}; ${(await this.agencyProfiles.at(copy.issuedDate)).name}`,
      fileName,
      content: await this.files.get(copy.baseSha256),
    });
    const { content, proof } = file;
    const wrong = proof.lines.find(({ result }) => result === 'fail');
    const sha256 = proof.passed ? await this.files.put(content) : null;
    await this.uow.run(async (tx) => {
      await this.sealFile.record(tx, file, { subjectKind: 'copy', subjectId: copy.id, fileName });
      if (sha256 !== null) await this.register.markSealed(tx, SYSTEM, copy.id, sha256);
      else await this.change(tx, copy, { failure: failureOf(`${wrong?.title ?? ''}: ${wrong?.detail ?? ''}`) });
    });
  }

  async giveUp({ copyId }: PayloadOf<typeof SEAL_COPY>, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const copy = await tx.findOneBy(CopyDocumentEntity, { id: copyId, state: 'numbered' });
      if (copy) await this.change(tx, copy, { failure: failureOf(reason) });
    });
  }

  /** @throws DomainError `not-found`, `changed-meanwhile` unless its signature failed */
  private async failed(tx: EntityManager, id: string): Promise<CopyDocumentEntity> {
    const copy = await tx.findOneBy(CopyDocumentEntity, { id });
    if (!copy) throw new DomainError('not-found', { what: 'copyDocument' });
    if (copy.state !== 'numbered' || copy.failure === null) throw new DomainError('changed-meanwhile', { id });
    return copy;
  }

  private async change(
    tx: EntityManager,
    { id, version }: CopyDocumentEntity,
    change: Partial<CopyDocumentEntity>,
  ): Promise<void> {
    const changed = await tx.update(CopyDocumentEntity, { id, version, state: 'numbered' }, change);
    if (changed.affected !== 1) throw new DomainError('changed-meanwhile', { id });
  }
}

function failureOf(reason: string): string {
  return reason.slice(0, 1000);
}
