import { Injectable } from '@nestjs/common';
import { HandlingReader } from '../../correspondence/index.js';
import { RegisterQueries } from '../../documents/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { describedFile, type FileDescription } from '../domain/file-description.js';
import { droppedAtClosing, endOfDocuments, requireClosable, requireState } from '../domain/keeping.js';
import { handOverBy, retainedUntil } from '../domain/retention.js';
import { requireReason } from '../domain/reason.js';
import { RecordPaperEntity, type RecordFileEntity } from '../persistence/records.entities.js';
import { RecordQueries } from '../persistence/record-queries.js';
import { CountPages } from './count-pages.js';
import { GatherPapers } from './gather-papers.js';
import { PaperReader } from './paper-reader.js';
import { RecordFiles } from './record-files.js';

/** A document of a register, as people name it. */
export interface NumberedDocument {
  readonly book: 'incoming' | 'outgoing';
  readonly year: number;
  readonly number: number;
}

const ONLY_OPEN = 'Hồ sơ đã kết thúc nên không thêm, bớt tài liệu được.';

/** What the officer of a matter does with its file: papers in and out, its title, its closing. */
@Injectable()
export class KeepRecordFile {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly files: RecordFiles,
    private readonly queries: RecordQueries,
    private readonly gatherPapers: GatherPapers,
    private readonly reader: PaperReader,
    private readonly registers: RegisterQueries,
    private readonly pages: CountPages,
    private readonly handlings: HandlingReader,
  ) {}

  /**
   * Puts a document of a register into the file; it stays in every other file in which it lies.
   *
   * @throws DomainError `not-found`, `forbidden`, `file-act-barred`, `input-invalid` at `number` where there is no such line or it lies there already
   */
  async addPaper(actor: Actor, fileId: string, { book, year, number }: NumberedDocument): Promise<void> {
    const { file, ticket } = await this.files.kept(actor, fileId);
    requireState(file.state, 'open', ONLY_OPEN);
    const document =
      book === 'incoming'
        ? await this.registers.incomingByNumber(year, number)
        : await this.registers.outgoingByNumber(year, number);
    if (!document) throw invalid('number', `Sổ năm ${year} không có số ${number}. Xem lại số và năm.`);
    const paper = { kind: book, sourceId: document.id };
    await this.uow.run(async (tx) => {
      const known = await tx.findOneBy(RecordPaperEntity, { fileId, ...paper });
      if (known?.removedAt === null) throw invalid('number', 'Văn bản này đã có trong hồ sơ.');
      const there = { removedAt: null, removedById: null, removedBecause: null };
      if (known) await tx.update(RecordPaperEntity, { id: known.id }, there);
      else {
        const at = 'queuedAt' in document ? document.queuedAt : (document.releasedAt ?? this.clock.now());
        const added = { at, addedById: actor.id, addedAt: this.clock.now() };
        await tx.insert(RecordPaperEntity, { ...paper, ...added, ...there, id: newId(), fileId });
      }
      await this.files.change(tx, actor, file, { action: 'file.addPaper', change: {}, detail: { book, year, number } });
    });
    const papers = await this.reader.of(actor, ticket, await this.queries.papersIn(fileId));
    await this.pages.count(papers.flatMap(({ files }) => files));
  }

  /** Takes a paper out; the line stays with its reason. @throws DomainError `not-found`, `forbidden`, `file-act-barred`, `input-invalid` at `reason` */
  async removePaper(actor: Actor, fileId: string, paperId: string, reason: string): Promise<void> {
    const { file } = await this.files.kept(actor, fileId);
    requireState(file.state, 'open', ONLY_OPEN);
    const because = requireReason(reason);
    await this.uow.run(async (tx) => {
      const paper = await tx.findOneBy(RecordPaperEntity, { id: paperId, fileId });
      if (paper?.removedAt !== null) throw new DomainError('not-found', { what: 'paper' });
      await tx.update(RecordPaperEntity, { id: paperId }, this.removal(actor, because));
      const { kind, sourceId } = paper;
      await this.files.change(tx, actor, file, {
        action: 'file.removePaper',
        change: {},
        detail: { kind, sourceId, because },
      });
    });
  }

  /** @throws DomainError `not-found`, `forbidden`, `file-act-barred` */
  async putBack(actor: Actor, fileId: string, paperId: string): Promise<void> {
    const { file } = await this.files.kept(actor, fileId);
    requireState(file.state, 'open', ONLY_OPEN);
    await this.uow.run(async (tx) => {
      const there = { removedAt: null, removedById: null, removedBecause: null };
      const { affected } = await tx.update(RecordPaperEntity, { id: paperId, fileId }, there);
      if (affected !== 1) throw new DomainError('not-found', { what: 'paper' });
      await this.files.change(tx, actor, file, { action: 'file.putBack', change: {}, detail: { paperId } });
    });
  }

  /** What the file is called and how long it is kept. @throws DomainError `not-found`, `forbidden`, `file-act-barred`, `input-invalid` */
  async describe(actor: Actor, fileId: string, given: FileDescription): Promise<void> {
    const { file } = await this.files.kept(actor, fileId);
    if (file.state === 'handedOver')
      throw new DomainError('file-act-barred', { message: 'Hồ sơ đã nộp lưu nên không sửa được.' });
    const described = describedFile(given);
    const { title, retention, rights, description } = file;
    const change = { ...described, ...countedFrom(file.workEndedOn, described.retention, file) };
    await this.uow.run((tx) =>
      this.files.change(tx, actor, file, {
        action: 'file.describe',
        change,
        detail: { before: { title, retention, rights, description }, after: described },
      }),
    );
  }

  /**
   * Ends the file: takes in what is still missing, takes out drafts and what lies in it twice, and starts the clocks of hand-over and retention.
   *
   * @throws DomainError `not-found`, `forbidden`; `file-act-barred` while its ticket goes on, or somebody works on a document in it
   */
  async close(actor: Actor, fileId: string): Promise<void> {
    const { ticket, file } = await this.files.kept(actor, fileId);
    requireClosable(file.state, ticket?.state ?? null);
    const workEndedOn = await this.endOf(file);
    const papers = await this.reader.of(actor, ticket, await this.queries.papersIn(fileId));
    const dropped = droppedAtClosing(
      papers.map(({ paper, files, isDraft }) => ({
        id: paper.id,
        contents: files.map(({ sha256 }) => sha256),
        isRegistered: paper.kind === 'incoming' || paper.kind === 'outgoing',
        isDraft,
      })),
    );
    await this.uow.run(async (tx) => {
      for (const { id, because } of dropped) await tx.update(RecordPaperEntity, { id }, this.removal(actor, because));
      const ended = { state: 'closed' as const, workEndedOn, closedAt: this.clock.now(), closedById: actor.id };
      const change = { ...ended, ...countedFrom(workEndedOn, file.retention, file) };
      await this.files.change(tx, actor, file, { action: 'file.close', change, detail: { workEndedOn, dropped } });
    });
  }

  private async endOf({ id, ticketId }: RecordFileEntity): Promise<CivilDate> {
    if (ticketId === null) {
      const papers = await this.queries.papersIn(id);
      const incoming = papers.filter(({ kind }) => kind === 'incoming').map(({ sourceId }) => sourceId);
      const settled = await this.handlings.settledAt(incoming);
      const days = papers.map(({ at }) => at);
      return civilDateOf(endOfDocuments(days, settled) ?? this.clock.now());
    }
    const { workEndedOn } = await this.gatherPapers.gather(ticketId);
    if (workEndedOn === null) throw new DomainError('changed-meanwhile', { what: 'ticket' });
    return workEndedOn;
  }

  private removal(actor: Actor, removedBecause: string): Partial<RecordPaperEntity> {
    return { removedAt: this.clock.now(), removedById: actor.id, removedBecause };
  }
}

/** The two clocks of a file whose work has ended; a later day that was consented to stays. */
function countedFrom(
  workEndedOn: RecordFileEntity['workEndedOn'],
  retention: RecordFileEntity['retention'],
  { keptBackConsent, handOverBy: due }: RecordFileEntity,
): Partial<Pick<RecordFileEntity, 'handOverBy' | 'retainedUntil'>> {
  if (workEndedOn === null) return {};
  const counted = handOverBy(workEndedOn, retention);
  const isKeptBack = keptBackConsent !== null && counted !== null;
  return { handOverBy: isKeptBack ? due : counted, retainedUntil: retainedUntil(workEndedOn, retention) };
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
