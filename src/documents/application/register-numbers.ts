import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { countOn } from '../../platform/database/counted-row.js';
import type { Book } from '../domain/register.js';
import { RegisterBookEntity } from '../persistence/documents.entities.js';
import { NumberingHold } from './numbering-hold.js';
import { requireOpen } from './require-open.js';

/**
 * Numbers of a book and year, consecutive from 1 or from where the book begins: the update of the book's row puts takers in a queue until commit, and a rollback
 * gives the number back, so that there is no gap and no repeat.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15 và Điều 22.
 */
@Injectable()
export class RegisterNumbers {
  constructor(private readonly hold: NumberingHold) {}

  /** @throws DomainError `register-closed` when the year's book is closed, `numbering-held` while it is not known what was given before a restore */
  async next(tx: EntityManager, book: Book, year: number): Promise<number> {
    await this.hold.requireOpen(tx);
    return this.nextInRecovery(tx, book, year);
  }

  /** As `next`, for what is brought back after a restore. @throws DomainError `register-closed` */
  async nextInRecovery(tx: EntityManager, book: Book, year: number): Promise<number> {
    await requireOpen(tx, book, year);
    return this.increase(tx, book, year, 1);
  }

  /** The last number given; locks the book, so that others who want a number wait for this transaction. */
  async last(tx: EntityManager, book: Book, year: number): Promise<number> {
    return this.increase(tx, book, year, 0);
  }

  /** As `last`, for a number that another book gave. @throws DomainError as `next` */
  async lastWhileOpen(tx: EntityManager, book: Book, year: number): Promise<number> {
    await this.hold.requireOpen(tx);
    await requireOpen(tx, book, year);
    return this.last(tx, book, year);
  }

  /** No number up to this is given by `next` any more. @throws DomainError `register-closed` */
  async raise(tx: EntityManager, { book, year, to }: { book: Book; year: number; to: number }): Promise<void> {
    await requireOpen(tx, book, year);
    const last = await this.last(tx, book, year);
    if (last < to) await tx.update(RegisterBookEntity, { book, year }, { last: to });
  }

  /**
   * The first number that `next` gives will be this one.
   *
   * @throws DomainError `register-closed`; `register-begun` when the book has given a number; `numbering-held` as `next`, for it may have given some before
   *   a restore
   */
  async beginAt(tx: EntityManager, { book, year, first }: { book: Book; year: number; first: number }): Promise<void> {
    await this.hold.requireOpen(tx);
    await requireOpen(tx, book, year);
    if ((await this.last(tx, book, year)) > 0) throw new DomainError('register-begun', { book, year });
    await tx.update(RegisterBookEntity, { book, year }, { last: first - 1 });
  }

  private increase(tx: EntityManager, book: Book, year: number, by: 0 | 1): Promise<number> {
    return countOn(tx, { entity: RegisterBookEntity, key: { book, year } }, by);
  }
}
