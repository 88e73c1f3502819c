import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { originalName } from '../domain/file-export.js';
import { PAPER_WORDS } from '../domain/record-file.js';
import { retentionOf } from '../domain/retention.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { RecordExportEntity } from '../persistence/records.entities.js';
import { FileBundles, type BundledFile, type BundledPaper, type BundleOrder } from '../ports/file-bundles.port.js';
import { CountPages } from './count-pages.js';
import { ReadExport, type ExportContents } from './export-contents.js';
import type { PaperFacts } from './paper-reader.js';
import { EXPORT_FILE } from '../jobs/jobs.js';

/** What the papers of one bundle may weigh together; more is handed over on a medium of its own. */
const MAX_BYTES = 300 * 1024 * 1024;

/** Puts a file together in the name of the person who asked for it; never in a request. */
@Injectable()
export class MakeExport implements JobHandler<typeof EXPORT_FILE> {
  readonly job = EXPORT_FILE;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly queries: RecordQueries,
    private readonly staff: StaffDirectory,
    private readonly contents: ReadExport,
    private readonly files: FileStore,
    private readonly bundles: FileBundles,
    private readonly journal: Journal,
    private readonly pages: CountPages,
  ) {}

  async handle({ exportId }: PayloadOf<typeof EXPORT_FILE>): Promise<void> {
    const asked = await this.queries.exportById(exportId);
    if (asked === null || asked.state === 'ready' || asked.state === 'failed') return;
    const { actor } = await this.staff.person(asked.askedById);
    await this.countPages(actor, asked.fileId);
    const contents = await this.contents.of(actor, asked.fileId);
    if (contents === null || contents.flaws.length > 0) throw new DomainError('changed-meanwhile', { what: 'file' });
    await this.change(exportId, { state: 'running', total: contents.papers.length });
    let told = Promise.resolve();
    const zip = await this.bundles.make(await this.orderOf(contents), (done) => {
      // How far it is stops nothing when it cannot be written: a rejection that nobody awaits would end the process.
      told = told.then(() => this.change(exportId, { done })).catch(() => undefined);
    });
    await told;
    const sha256 = await this.files.put(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength));
    await this.uow.run(async (tx) => {
      const made = { state: 'ready' as const, sha256, endedAt: this.clock.now(), done: contents.papers.length };
      const { affected } = await tx.update(RecordExportEntity, { id: exportId, state: 'running' }, made);
      if (affected !== 1) return;
      await this.journal.record(tx, actor, {
        action: 'file.export',
        objectKind: 'recordFile',
        objectId: asked.fileId,
        detail: { notation: contents.file.notation, sha256, papers: contents.papers.length },
      });
    });
  }

  async giveUp({ exportId }: PayloadOf<typeof EXPORT_FILE>, reason: string): Promise<void> {
    await this.change(exportId, { state: 'failed', problem: reason.slice(0, 1000), endedAt: this.clock.now() });
  }

  /** Of what came since the file was last looked at. */
  private async countPages(actor: Actor, fileId: string): Promise<void> {
    const contents = await this.contents.of(actor, fileId);
    await this.pages.count(contents?.papers.flatMap(({ files }) => files) ?? []);
  }

  /** Ended exports stay as they ended. */
  private async change(id: string, change: Partial<RecordExportEntity>): Promise<void> {
    await this.uow.run((tx) => tx.update(RecordExportEntity, { id, state: In(['pending', 'running']) }, change));
  }

  private async orderOf({ file, papers, tree }: ExportContents): Promise<BundleOrder> {
    let room = MAX_BYTES;
    const bundled: BundledPaper[] = [];
    for (const [at, paper] of papers.entries()) {
      const files = await this.filesOf(paper, at + 1);
      room -= files.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
      if (room < 0) {
        const message = 'Hồ sơ có hơn 300 MB tệp nên không ghép được. Bỏ bớt tệp lớn khỏi hồ sơ rồi xuất lại.';
        throw new DomainError('file-act-barred', { message });
      }
      const { title, words } = paper;
      const day = dayOf(civilDateOf(paper.paper.at));
      bundled.push({ ordinal: at + 1, kind: PAPER_WORDS[paper.paper.kind], title, day, words, files });
    }
    return {
      title: file.title,
      facts: [
        ['Số và ký hiệu', `${file.notation}, danh mục năm ${file.year}`],
        ['Thời hạn bảo quản', retentionOf(file.retention).words],
        ['Chế độ sử dụng', file.rights],
        ['Bắt đầu', dayOf(file.startedOn)],
        ['Kết thúc', file.workEndedOn === null ? 'chưa kết thúc' : dayOf(file.workEndedOn)],
        ['Số văn bản', String(papers.length)],
      ],
      papers: bundled,
      tree,
      madeAt: this.clock.now(),
    };
  }

  private async filesOf({ files }: PaperFacts, ordinal: number): Promise<readonly BundledFile[]> {
    const bundled: BundledFile[] = [];
    for (const [at, { name, type, sha256, refusal }] of files.entries()) {
      const content = refusal === null ? new Uint8Array(await this.files.get(sha256)) : null;
      bundled.push({ path: originalName(ordinal, at, name), name, type, content });
    }
    return bundled;
  }
}

function dayOf(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}
