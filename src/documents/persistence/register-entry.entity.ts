import { Entity, Index } from 'typeorm';
import type { Link } from '../../kernel/hash-chain.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { RegisterAct, RegisterEntry } from '../domain/register-line.js';
import type { Book } from '../domain/register.js';

/** The registers' own chain, one for each book and year; appended only. */
@Entity('register_entry')
@Index('ix_register_entry_document', ['documentId'])
export class RegisterEntryEntity implements RegisterEntry, Link {
  @KeyColumn({ text: 20 }, 'pk_register_entry')
  book!: Book;

  @KeyColumn('integer', 'pk_register_entry')
  year!: number;

  @KeyColumn('integer', 'pk_register_entry')
  seq!: number;

  @KindColumn('instant')
  at!: Date;

  @KindColumn({ text: 20 })
  act!: RegisterAct;

  @KindColumn('integer')
  number!: number;

  @KindColumn({ text: 36 })
  documentId!: string;

  @KindColumn('json', { broken: (text) => ({ unreadable: text }) })
  facts!: object;

  @KindColumn({ text: 64 })
  previousHash!: string;

  @KindColumn({ text: 64 })
  hash!: string;
}
