import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { rowBy } from '../../platform/database/rows.js';
import { visibleUnits } from '../../tickets/domain/deadlines/policy.js';
import { inOrder, type FileState } from '../domain/record-file.js';
import { RecordExportEntity, RecordFileEntity, RecordPaperEntity } from './records.entities.js';

export const FILES_A_PAGE = 50;
/** Of what has a last day the most urgent are listed; those that are done leave room for the next. */
export const MAX_LISTED = 200;

const OVER_TIME = {
  handOverBy: { name: 'Hồ sơ phải giao nộp', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
  retainedUntil: { name: 'Hồ sơ hết thời hạn lưu trữ', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
};

/** Where a page of files of one year ends. */
export interface FilePlace {
  readonly year: number;
  readonly notation: string;
}

/** Reads of files and their papers. */
@Injectable()
export class RecordQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<RecordFileEntity | null> {
    return this.files.findOneBy({ id });
  }

  ofTicket(ticketId: string): Promise<RecordFileEntity | null> {
    return rowBy(this.database.reader.manager, RecordFileEntity, { ticketId });
  }

  /** In the order in which they lie; with what was taken out, where asked for. */
  async papersIn(fileId: string, withRemoved = false): Promise<RecordPaperEntity[]> {
    const there = withRemoved ? {} : { removedAt: IsNull() };
    return inOrder(await this.database.reader.manager.findBy(RecordPaperEntity, { fileId, ...there }));
  }

  /** Other files in which these papers lie too, by paper's source. */
  async alsoIn(fileId: string, sourceIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { manager } = this.database.reader;
    const papers = await inPieces(sourceIds, (some) =>
      manager.findBy(RecordPaperEntity, { sourceId: In(some), removedAt: IsNull() }),
    );
    const others = papers.filter((paper) => paper.fileId !== fileId);
    const files = await inPieces([...new Set(others.map((paper) => paper.fileId))], (some) =>
      this.files.findBy({ id: In(some) }),
    );
    const notations = new Map(files.map(({ id, notation }) => [id, notation]));
    const found = new Map<string, readonly string[]>();
    for (const { sourceId, fileId: other } of others) {
      const notation = notations.get(other);
      if (notation !== undefined) found.set(sourceId, [...(found.get(sourceId) ?? []), notation]);
    }
    return found;
  }

  /** Files in which a document or another paper lies, by notation. */
  async holding(sourceId: string): Promise<RecordFileEntity[]> {
    const papers = await this.database.reader.manager.findBy(RecordPaperEntity, { sourceId, removedAt: IsNull() });
    if (papers.length === 0) return [];
    const id = In(papers.map(({ fileId }) => fileId));
    return this.files.find({ where: { id }, order: { year: 'ASC', notation: 'ASC' } });
  }

  /** Open files of a unit's documents without a ticket, the newest year first. */
  openOf(unitId: string | null): Promise<RecordFileEntity[]> {
    return cutList(
      { name: 'Hồ sơ đang mở của đơn vị', how: 'Kết thúc hồ sơ đã đủ văn bản thì hồ sơ khác hiện ra.' },
      this.files.findAndCount({
        where: { ticketId: IsNull(), unitId: unitId ?? IsNull(), state: 'open' },
        order: { year: 'DESC', notation: 'ASC' },
        take: MAX_LISTED,
      }),
    );
  }

  /** Files of one year in a state, by notation, of the units whose tickets this person sees. */
  page(actor: Actor, state: FileState, { year, notation }: FilePlace): Promise<RecordFileEntity[]> {
    const units = visibleUnits(actor);
    if (units !== 'every' && units.length === 0) return Promise.resolve([]);
    const seen = units === 'every' ? {} : { unitId: In([...units]) };
    return this.files.find({
      where: { ...seen, state, year, notation: MoreThan(notation) },
      order: { notation: 'ASC' },
      take: FILES_A_PAGE,
    });
  }

  /** Closed files to be handed over by a day, soonest first. */
  toHandOver(actor: Actor, by: CivilDate): Promise<RecordFileEntity[]> {
    return this.ofUnits(actor, { state: 'closed', handOverBy: LessThanOrEqual(by) }, 'handOverBy');
  }

  /** Files whose years of retention were over before a day, longest over first. */
  pastRetention(actor: Actor, today: CivilDate): Promise<RecordFileEntity[]> {
    return this.ofUnits(actor, { retainedUntil: LessThan(today) }, 'retainedUntil');
  }

  /** Closed files to be handed over by a day of which nobody was told. */
  unwarned(by: CivilDate, size: number): Promise<RecordFileEntity[]> {
    return this.files
      .createQueryBuilder('file')
      .where('file.state = :state AND file.handOverBy <= :by', { state: 'closed', by })
      .andWhere('(file.warnedFor IS NULL OR file.warnedFor <> file.handOverBy)')
      .orderBy('file.handOverBy', 'ASC')
      .take(size)
      .getMany();
  }

  private ofUnits(
    actor: Actor,
    where: FindOptionsWhere<RecordFileEntity>,
    by: 'handOverBy' | 'retainedUntil',
  ): Promise<RecordFileEntity[]> {
    const units = visibleUnits(actor);
    if (units !== 'every' && units.length === 0) return Promise.resolve([]);
    const seen = units === 'every' ? {} : { unitId: In([...units]) };
    return cutList(
      OVER_TIME[by],
      this.files.findAndCount({ where: { ...where, ...seen }, order: { [by]: 'ASC', id: 'ASC' }, take: MAX_LISTED }),
    );
  }

  exportById(id: string): Promise<RecordExportEntity | null> {
    return this.database.reader.manager.findOneBy(RecordExportEntity, { id });
  }

  latestExport(fileId: string): Promise<RecordExportEntity | null> {
    return this.database.reader.manager.findOne(RecordExportEntity, { where: { fileId }, order: { askedAt: 'DESC' } });
  }

  private get files() {
    return this.database.reader.getRepository(RecordFileEntity);
  }
}
