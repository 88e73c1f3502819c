import type { EntityManager } from 'typeorm';
import { DomainError } from '../../kernel/domain-error.js';
import { rowBy } from '../../platform/database/rows.js';
import type { Book } from '../domain/register.js';
import { RegisterClosingEntity } from '../persistence/register-closing.entities.js';

/**
 * What decides whether anything may still be done in the book of a year; the database holds the same by its triggers.
 *
 * @throws DomainError `register-closed`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 16 khoản 2 điểm b và Điều 22 khoản 3 điểm b.
 */
export async function requireOpen(tx: EntityManager, book: Book, year: number): Promise<void> {
  if ((await rowBy(tx, RegisterClosingEntity, { book, year })) !== null)
    throw new DomainError('register-closed', { book, year });
}
