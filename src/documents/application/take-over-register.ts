import { Injectable } from '@nestjs/common';
import { IncomingFiles, readXlsxTable, writeXlsx } from '../../files/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { inTurns } from '../../kernel/turns.js';
import { clean } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { mayConfirmStart, requireProposeStart } from '../domain/register-start.js';
import { REGISTER_TITLES } from '../domain/register-span.js';
import { TAKE_OVER_COLUMNS } from '../domain/take-over/take-over-columns.js';
import { MAX_TAKEN_OVER, takenOverSteps, type TakenOverRegister } from '../domain/take-over/take-over-rows.js';
import type { TakenOverBook } from '../domain/take-over/taken-over.js';
import { RegisterTakeOverEntity } from '../persistence/register-take-over.entity.js';

/** Bytes; ten thousand lines with all their columns. */
const MAX_REGISTER_BYTES = 10 * 1024 * 1024;
const ROOM = { name: 200, source: 200 } as const;

/** A register that was brought, by its book and id. */
export interface BroughtRegister {
  readonly book: TakenOverBook;
  readonly id: string;
}

export interface TakeOverReview {
  readonly file: RegisterTakeOverEntity;
  readonly register: TakenOverRegister;
  /** How many rows must be repaired. */
  readonly flawed: number;
}

/**
 * Reads this year's register from a workbook and shows what is wrong beside each row; taking it over is proposed and confirmed like the
 * other ways in which a book begins (`BeginRegister`).
 */
@Injectable()
export class TakeOverRegister {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly incoming: IncomingFiles,
  ) {}

  /**
   * Keeps a register that can be read, to be looked at. Nothing is entered.
   *
   * @param brought `source`: what people call the register
   * @returns its id
   * @throws DomainError `forbidden`, or `input-invalid` saying why the file cannot be read
   */
  async bring(
    actor: Actor,
    book: TakenOverBook,
    brought: { readonly name: string; readonly content: Buffer; readonly source: string },
  ): Promise<string> {
    requireProposeStart(actor);
    const { name, content } = brought;
    const year = yearOf(civilDateOf(this.clock.now()));
    const source = clean(brought.source).trim() || `${REGISTER_TITLES[book].toLocaleLowerCase('vi')} cũ năm ${year}`;
    if (source.length > ROOM.source)
      throw new DomainError('input-invalid', { field: 'source', message: `Viết trong ${ROOM.source} ký tự.` });
    if (content.length > MAX_REGISTER_BYTES) throw unreadable('Tệp lớn hơn 10 MB. Bỏ hình và định dạng rồi chọn lại.');
    const { sha256 } = await this.incoming.keepOne({ name, content }, 'file');
    const row = {
      id: newId(),
      book,
      year,
      name: name.normalize('NFC').slice(-ROOM.name),
      sha256,
      source,
      uploadedById: actor.id,
      uploadedAt: this.clock.now(),
    };
    await this.registerIn(row, content);
    await this.uow.run((tx) => tx.insert(RegisterTakeOverEntity, row));
    return row.id;
  }

  /** @throws DomainError `forbidden`; `not-found`, also for a register of another book */
  async review(actor: Actor, { book, id }: BroughtRegister): Promise<TakeOverReview> {
    if (!mayConfirmStart(actor)) throw new DomainError('forbidden', { ability: 'confirmRegisterStart' });
    const file = await this.database.reader.manager.findOneBy(RegisterTakeOverEntity, { id, book });
    if (file === null) throw new DomainError('not-found', { what: 'import' });
    const register = await this.registerIn(file, await this.files.get(file.sha256));
    return { file, register, flawed: register.rows.filter(({ flaws }) => flaws.length > 0).length };
  }

  /** As `review`, for a register that may be taken over as it is. @throws DomainError `input-invalid` where anything is to be repaired */
  async sound(actor: Actor, brought: BroughtRegister): Promise<TakeOverReview> {
    const review = await this.review(actor, brought);
    if (review.register.flaw !== null) throw unreadable(review.register.flaw);
    if (review.flawed > 0)
      throw unreadable('Tệp còn dòng phải sửa; chưa tiếp quản dòng nào. Sửa trong tệp rồi chọn lại.');
    return review;
  }

  /** An empty register with its headings and one line that shows how it is filled in. */
  sample(book: TakenOverBook): Promise<Buffer> {
    const columns = TAKE_OVER_COLUMNS[book];
    return writeXlsx({
      head: columns.map(({ heading }) => heading),
      rows: [columns.map(({ sample }) => sample)],
      widths: columns.map(({ width }) => width),
      wraps: 'all',
      landscape: true,
      sticksHead: true,
    });
  }

  private async registerIn(
    { book, year, uploadedAt }: Pick<RegisterTakeOverEntity, 'book' | 'year' | 'uploadedAt'>,
    content: Buffer,
  ): Promise<TakenOverRegister> {
    const reading = await readXlsxTable(content, MAX_TAKEN_OVER);
    if (!reading.ok) throw unreadable(reading.flaw);
    const steps = takenOverSteps(reading.table, { book, year, today: civilDateOf(uploadedAt) });
    const read = await inTurns(steps);
    if (!read.ok) throw unreadable(read.flaw);
    return read;
  }
}

function unreadable(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'file', message });
}
