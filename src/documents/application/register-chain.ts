import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { CHAIN_START, linkHash } from '../../kernel/hash-chain.js';
import { saidByEntry, type RegisterAct, type RegisterLine } from '../domain/register-line.js';
import type { Book } from '../domain/register.js';
import { RegisterBookEntity } from '../persistence/documents.entities.js';
import { RegisterEntryEntity } from '../persistence/register-entry.entity.js';

/** Writes each act upon a register in the book's chain, in the transaction of the act: what the register says can be proved from its start. */
@Injectable()
export class RegisterChain {
  constructor(private readonly clock: Clock) {}

  async append(tx: EntityManager, act: RegisterAct, line: RegisterLine): Promise<void> {
    const { book, year, number, documentId, facts } = line;
    await standInLine(tx, book, year);
    const last = await tx.findOne(RegisterEntryEntity, { where: { book, year }, order: { seq: 'DESC' } });
    const entry = { book, year, seq: (last?.seq ?? 0) + 1, at: this.clock.now(), act, number, documentId, facts };
    const previousHash = last?.hash ?? CHAIN_START;
    const hash = linkHash(previousHash, saidByEntry(entry));
    await tx.insert(RegisterEntryEntity, { ...entry, previousHash, hash });
  }
}

/** The update of the book's row, as when a number is taken, puts writers of one chain in a queue until commit. */
async function standInLine(tx: EntityManager, book: Book, year: number): Promise<void> {
  await tx.increment(RegisterBookEntity, { book, year }, 'last', 0);
}
