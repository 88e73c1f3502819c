import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { FILE_DOCUMENT } from '../../documents/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { entriesForDocuments, entryForDocuments, type FilePlanEntry } from '../domain/file-plan.js';
import { mayKeepOfUnit, requireState } from '../domain/keeping.js';
import { RecordFileEntity, RecordPaperEntity } from '../persistence/records.entities.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { CountPages } from './count-pages.js';
import { DocumentAccess } from './document-access.js';
import { FilePlans } from './file-plans.js';
import { OpenedFiles } from './opened-files.js';
import { PaperReader } from './paper-reader.js';
import { PapersOfDocument, type FiledDocument, type RegisteredDocument } from './papers-of-document.js';
import { RecordFiles } from './record-files.js';

/** Into which file a document goes: one that is open, or the one under a heading of the plan. */
export type DocumentPlace = { readonly fileId: string } | { readonly entry: string };

const CLOSED = 'Hồ sơ đã kết thúc nên không thêm văn bản được. Chọn hồ sơ đang mở.';
const NOT_OF_UNIT = 'Chọn hồ sơ văn bản của chính đơn vị chủ trì văn bản này.';
const THERE = { removedAt: null, removedById: null, removedBecause: null };

/**
 * Puts documents that belong to no ticket into files: when they are done, by themselves, under the heading of their unit; or into the file that somebody
 * chooses, before or after.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 28, Điều 29.
 */
@Injectable()
export class FileDocument implements JobHandler<typeof FILE_DOCUMENT> {
  readonly job = FILE_DOCUMENT;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly papers: PapersOfDocument,
    private readonly plans: FilePlans,
    private readonly opened: OpenedFiles,
    private readonly files: RecordFiles,
    private readonly queries: RecordQueries,
    private readonly access: DocumentAccess,
    private readonly reader: PaperReader,
    private readonly pages: CountPages,
  ) {}

  /** Into the open file where the document lies already; otherwise into the one of its heading. Doing it twice changes nothing. */
  async handle({ book, documentId }: PayloadOf<typeof FILE_DOCUMENT>): Promise<void> {
    const filed = await this.papers.of({ book, documentId });
    if (filed === null) return;
    const fileId = await this.uow.run(async (tx) => {
      const file = (await this.holding(tx, documentId, filed))[0] ?? (await this.fileOf(tx, filed));
      await this.opened.takeIn(tx, file, filed.papers);
      return file.id;
    });
    await this.countPages(fileId);
  }

  /**
   * Puts a document with what goes with it into a file, out of the files of documents in which it lies.
   *
   * @throws DomainError `not-found`, `forbidden`, `file-act-barred`; `input-invalid` for a document of a ticket, which is filed with it, and for a heading
   *   or a file that is not of its unit
   */
  async choose(actor: Actor, document: RegisteredDocument, place: DocumentPlace): Promise<void> {
    const matter = await this.papers.matterOf(document);
    const filed = await this.papers.of(matter);
    if (filed === null) throw invalid('Văn bản của phiếu nằm trong hồ sơ của phiếu.');
    await this.requireSeen(actor, document, filed);
    if (!mayKeepOfUnit(actor, filed.unitId)) throw new DomainError('forbidden');
    const fileId = await this.uow.run(async (tx) => {
      const file = await this.placeOf(tx, actor, { filed, place });
      for (const other of await this.holding(tx, matter.documentId, filed))
        if (other.id !== file.id)
          await this.takeOut(tx, actor, other, { filed, because: `Chuyển sang hồ sơ ${file.notation}.` });
      await this.putIn(tx, actor, file, filed);
      return file.id;
    });
    await this.countPages(fileId);
  }

  private async placeOf(
    tx: EntityManager,
    actor: Actor,
    { filed, place }: { readonly filed: FiledDocument; readonly place: DocumentPlace },
  ): Promise<RecordFileEntity> {
    if ('fileId' in place) {
      const { file, ticket } = await this.files.kept(actor, place.fileId);
      if (ticket !== null || file.unitId !== filed.unitId) throw invalid(NOT_OF_UNIT);
      requireState(file.state, 'open', CLOSED);
      return file;
    }
    const plan = await this.plans.of(yearOf(filed.startedOn), tx);
    const heading = entriesForDocuments(plan, filed.unitId).find(({ notation }) => notation === place.entry);
    if (heading === undefined) throw invalid('Chọn đề mục của đơn vị trong danh mục hồ sơ.');
    return this.fileUnder(tx, filed, heading);
  }

  private async requireSeen(
    actor: Actor,
    { book, documentId }: RegisteredDocument,
    { papers }: FiledDocument,
  ): Promise<void> {
    const isIncoming = book === 'incoming' || papers[0]?.kind === 'incoming';
    const seen = isIncoming
      ? (await this.access.toIncoming(actor, papers[0]?.sourceId ?? documentId)) === 'whole'
      : await this.access.seesOutgoing(actor, documentId);
    if (!seen) throw new DomainError('not-found', { what: 'document' });
  }

  /** Open files of documents of its unit in which it lies; where others put it, too, is theirs. */
  private async holding(
    tx: EntityManager,
    documentId: string,
    filed: FiledDocument,
  ): Promise<readonly RecordFileEntity[]> {
    const papers = await tx.findBy(RecordPaperEntity, { sourceId: documentId, removedAt: IsNull() });
    const files = await tx.findBy(RecordFileEntity, { id: In(papers.map(({ fileId }) => fileId)), state: 'open' });
    return files.filter(({ ticketId, unitId }) => ticketId === null && unitId === filed.unitId);
  }

  private async fileOf(tx: EntityManager, filed: FiledDocument): Promise<RecordFileEntity> {
    const plan = await this.plans.of(yearOf(filed.startedOn), tx);
    return this.fileUnder(tx, filed, entryForDocuments(plan, filed.unitId));
  }

  /** The open file of the unit under a heading of the year; opened where there is none. */
  private async fileUnder(
    tx: EntityManager,
    { unitId, startedOn }: FiledDocument,
    heading: FilePlanEntry,
  ): Promise<RecordFileEntity> {
    const [year, { notation: entry, title }] = [yearOf(startedOn), heading];
    const open = { ticketId: IsNull(), unitId: unitId ?? IsNull(), year, entry, state: 'open' as const };
    const found = await tx.findOne(RecordFileEntity, { where: open, order: { notation: 'ASC' } });
    if (found !== null) return found;
    return this.opened.open(tx, {
      ticketId: null,
      unitId,
      startedOn,
      heading,
      title: `${title}, năm ${String(year)}`,
      about: { unitId },
    });
  }

  private async takeOut(
    tx: EntityManager,
    actor: Actor,
    file: RecordFileEntity,
    { filed, because }: { readonly filed: FiledDocument; readonly because: string },
  ): Promise<void> {
    const removal = { removedAt: this.clock.now(), removedById: actor.id, removedBecause: because };
    const sourceId = In(filed.papers.map((paper) => paper.sourceId));
    await tx.update(RecordPaperEntity, { fileId: file.id, sourceId, removedAt: IsNull() }, removal);
    const papers = filed.papers.map(({ kind, sourceId: id }) => ({ kind, sourceId: id }));
    await this.files.change(tx, actor, file, { action: 'file.removePaper', change: {}, detail: { papers, because } });
  }

  private async putIn(
    tx: EntityManager,
    actor: Actor,
    file: RecordFileEntity,
    { papers }: FiledDocument,
  ): Promise<void> {
    for (const paper of papers) {
      const { kind, sourceId } = paper;
      const known = await tx.findOneBy(RecordPaperEntity, { fileId: file.id, kind, sourceId });
      if (known !== null) await tx.update(RecordPaperEntity, { id: known.id }, THERE);
      else {
        const added = { id: newId(), fileId: file.id, addedById: actor.id, addedAt: this.clock.now() };
        await tx.insert(RecordPaperEntity, { ...paper, ...added, ...THERE });
      }
    }
    const detail = { papers: papers.map(({ kind, sourceId }) => ({ kind, sourceId })) };
    await this.files.change(tx, actor, file, { action: 'file.addPaper', change: {}, detail });
  }

  private async countPages(fileId: string): Promise<void> {
    const papers = await this.reader.of(SYSTEM, null, await this.queries.papersIn(fileId));
    await this.pages.count(papers.flatMap(({ files }) => files));
  }
}

function invalid(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'place', message });
}
