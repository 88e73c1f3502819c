import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { RecordExportEntity } from '../persistence/records.entities.js';
import { ReadExport, type ExportContents } from './export-contents.js';
import { EXPORT_FILE } from '../jobs/jobs.js';

/** Has a file put together to go out, and hands out what was put together. */
@Injectable()
export class RequestExport {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly contents: ReadExport,
    private readonly queries: RecordQueries,
    private readonly outbox: Outbox,
    private readonly journal: Journal,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-found`, `file-act-barred` for a person who may not open every paper, `file-export-flawed` with all flaws at once */
  async request(actor: Actor, fileId: string): Promise<void> {
    const { file, papers, flaws } = await this.whole(actor, fileId);
    if (flaws.length > 0) throw new DomainError('file-export-flawed', { flaws });
    const latest = await this.queries.latestExport(fileId);
    if (latest !== null && (latest.state === 'pending' || latest.state === 'running')) return;
    const id = newId();
    await this.uow.run(async (tx) => {
      const asked = { askedById: actor.id, askedAt: this.clock.now(), done: 0, total: papers.length };
      const unmade = { sha256: null, problem: null, endedAt: null };
      await tx.insert(RecordExportEntity, { id, fileId, state: 'pending', ...asked, ...unmade });
      await this.outbox.enqueue(tx, EXPORT_FILE.of({ exportId: id }));
      await this.journal.record(tx, actor, {
        action: 'file.askExport',
        objectKind: 'recordFile',
        objectId: fileId,
        detail: { notation: file.notation, papers: papers.length },
      });
    });
  }

  /** The archive, for those who may open every paper now. @throws DomainError `not-found`, `file-act-barred` */
  async archive(actor: Actor, fileId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    const { file } = await this.whole(actor, fileId);
    const latest = await this.queries.latestExport(fileId);
    if (latest?.state !== 'ready' || latest.sha256 === null) throw new DomainError('not-found', { what: 'export' });
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'file.fetchExport',
        objectKind: 'recordFile',
        objectId: fileId,
        detail: { notation: file.notation, sha256: latest.sha256 },
      }),
    );
    return { name: `ho-so-${file.year}-${file.notation}.zip`, content: await this.files.get(latest.sha256) };
  }

  private async whole(actor: Actor, fileId: string): Promise<ExportContents> {
    const contents = await this.contents.of(actor, fileId);
    if (contents !== null) return contents;
    const message = 'Chỉ người lập hồ sơ và văn thư, được mở mọi tài liệu trong hồ sơ, mới xuất hồ sơ.';
    throw new DomainError('file-act-barred', { message });
  }
}
