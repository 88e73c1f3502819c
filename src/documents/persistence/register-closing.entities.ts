import { Entity } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { ClosingDigest } from '../domain/register-closing.js';
import type { Book } from '../domain/register.js';
import type { Signed } from '../domain/signed.js';

/** A year's book that is closed: where this row is, nothing is done to the book's lines. Appended only. */
@Entity('register_closing')
export class RegisterClosingEntity {
  @KeyColumn({ text: 20 }, 'pk_register_closing')
  book!: Book;

  @KeyColumn('integer', 'pk_register_closing')
  year!: number;

  @KindColumn('instant')
  closedAt!: Date;

  @KindColumn({ text: 36 })
  closedById!: string;

  @KindColumn({ text: 200 })
  closedBy!: string;
}

/** What was vouched for when a book was closed, once its print-out was made. Appended only. */
@Entity('register_closing_seal')
export class RegisterClosingSealEntity {
  @KeyColumn({ text: 20 }, 'pk_register_closing_seal')
  book!: Book;

  @KeyColumn('integer', 'pk_register_closing_seal')
  year!: number;

  @KindColumn({ text: 36 })
  printId!: string;

  @KindColumn('json')
  signed!: Signed<ClosingDigest>;
}
