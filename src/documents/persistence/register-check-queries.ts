import { Injectable } from '@nestjs/common';
import { In, MoreThan, type FindOptionsWhere } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { AnchoredHead } from '../domain/register-check.js';
import { copyLine, incomingLine, outgoingLine, type RegisterLine } from '../domain/register-line.js';
import type { Book } from '../domain/register.js';
import {
  DocumentFileEntity,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
  RegisterBookEntity,
} from './documents.entities.js';
import { CopyDocumentEntity } from './copy-document.entity.js';
import { RegisterEntryEntity } from './register-entry.entity.js';

const PAGE = 500;

/** Below any line that somebody could have put in. */
const LOWEST = -2_147_483_648;

export interface BookOfYear {
  readonly book: Book;
  readonly year: number;
}

interface NumberedRow {
  readonly id: string;
  readonly number: number;
}

/** Reads whole registers, page by page in the order of their numbers, for those who check them. */
@Injectable()
export class RegisterCheckQueries {
  constructor(private readonly database: Database) {}

  /** The books that have given a number or hold a line or an entry, by their names, oldest first. */
  async books(): Promise<readonly BookOfYear[]> {
    const { manager } = this.database.reader;
    const [given, entered, incoming, outgoing, copies] = await Promise.all([
      manager.find(RegisterBookEntity, { select: { book: true, year: true } }),
      this.distinct(RegisterEntryEntity, ['book', 'year']),
      this.distinct(IncomingDocumentEntity, ['year']),
      this.distinct(OutgoingDocumentEntity, ['year']),
      this.distinct(CopyDocumentEntity, ['year']),
    ]);
    const all = [
      ...given,
      ...entered,
      ...incoming.map(({ year }) => ({ book: 'incoming' as const, year })),
      ...outgoing.map(({ year }) => ({ book: 'outgoing' as const, year })),
      ...copies.map(({ year }) => ({ book: 'copies' as const, year })),
    ];
    const byName = new Map(all.map(({ book, year }) => [`${book} ${String(year)}`, { book, year }]));
    return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  }

  async lastNumber({ book, year }: BookOfYear): Promise<number> {
    const row = await this.database.reader.manager.findOneBy(RegisterBookEntity, { book, year });
    return row?.last ?? 0;
  }

  async *entries({ book, year }: BookOfYear): AsyncGenerator<readonly RegisterEntryEntity[]> {
    let seq = LOWEST;
    for (;;) {
      const page = await this.database.reader.manager.find(RegisterEntryEntity, {
        where: { book, year, seq: MoreThan(seq) },
        order: { seq: 'ASC' },
        take: PAGE,
      });
      if (page.length > 0) yield page;
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < PAGE) return;
    }
  }

  /** Where the chain of a book stands now. */
  async headOf({ book, year }: BookOfYear, manager = this.database.reader.manager): Promise<AnchoredHead | null> {
    const last = await manager.findOne(RegisterEntryEntity, {
      where: { book, year },
      order: { seq: 'DESC' },
    });
    return last && { seq: last.seq, hash: last.hash };
  }

  /** The hash of an entry; null where there is none. */
  async hashAt({ book, year }: BookOfYear, seq: number): Promise<string | null> {
    const entry = await this.database.reader.manager.findOneBy(RegisterEntryEntity, { book, year, seq });
    return entry?.hash ?? null;
  }

  lines({ book, year }: BookOfYear): AsyncGenerator<readonly RegisterLine[]> {
    if (book === 'incoming') return this.incomingLines(year);
    return book === 'outgoing'
      ? this.numberedLines(OutgoingDocumentEntity, year, outgoingLine)
      : this.numberedLines(CopyDocumentEntity, year, copyLine);
  }

  private async *incomingLines(year: number): AsyncGenerator<readonly RegisterLine[]> {
    const after = (number: number, id: string): FindOptionsWhere<IncomingDocumentEntity>[] => [
      { year, arrivalNumber: MoreThan(number) },
      { year, arrivalNumber: number, id: MoreThan(id) },
    ];
    const { manager } = this.database.reader;
    for (let where = after(LOWEST, ''); ;) {
      const page = await manager.find(IncomingDocumentEntity, {
        where,
        order: { arrivalNumber: 'ASC', id: 'ASC' },
        take: PAGE,
      });
      const last = page.at(-1);
      if (last === undefined) return;
      const files = await manager.find(DocumentFileEntity, {
        where: { documentId: In(page.map(({ id }) => id)) },
        order: { documentId: 'ASC', position: 'ASC' },
      });
      yield page.map((document) =>
        incomingLine(
          document,
          files.filter(({ documentId }) => documentId === document.id),
        ),
      );
      where = after(last.arrivalNumber, last.id);
    }
  }

  private async *numberedLines<Row extends NumberedRow>(
    entity: new () => Row,
    year: number,
    lineOf: (row: Row) => RegisterLine,
  ): AsyncGenerator<readonly RegisterLine[]> {
    for (let [number, id] = [LOWEST, '']; ;) {
      const page = await this.database.reader.manager
        .createQueryBuilder(entity, 'line')
        .where('line.year = :year', { year })
        .andWhere('(line.number > :number OR (line.number = :number AND line.id > :id))', { number, id })
        .orderBy('line.number')
        .addOrderBy('line.id')
        .take(PAGE)
        .getMany();
      const last = page.at(-1);
      if (last === undefined) return;
      yield page.map(lineOf);
      [number, id] = [last.number, last.id];
    }
  }

  private distinct<K extends string>(
    entity: new () => Record<K, unknown>,
    columns: readonly K[],
  ): Promise<{ book: Book; year: number }[]> {
    return this.database.reader.manager
      .createQueryBuilder(entity, 'row')
      .select(columns.map((column) => `row.${column} AS "${column}"`))
      .distinct(true)
      .getRawMany();
  }
}
