import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import type { Book } from '../domain/register.js';
import { RegisterBookEntity } from '../persistence/documents.entities.js';
import { requireOpen } from './require-open.js';

/**
 * Numbers of a book and year, consecutive from 1: the update of the book's row puts takers in a queue until commit, and a rollback
 * gives the number back, so that there is no gap and no repeat.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15 và Điều 22.
 */
@Injectable()
export class RegisterNumbers {
  /** @throws DomainError `register-closed` when the year's book is closed */
  async next(tx: EntityManager, book: Book, year: number): Promise<number> {
    await requireOpen(tx, book, year);
    const books = tx.getRepository(RegisterBookEntity);
    if ((await books.increment({ book, year }, 'last', 1)).affected !== 1) {
      await this.openBook(tx, book, year);
      await books.increment({ book, year }, 'last', 1);
    }
    return (await books.findOneByOrFail({ book, year })).last;
  }

  /** Somebody else may open the year's book at the same moment; then it is there, which is all we want. */
  private async openBook(tx: EntityManager, book: Book, year: number): Promise<void> {
    try {
      await tx.insert(RegisterBookEntity, { book, year, last: 0 });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
