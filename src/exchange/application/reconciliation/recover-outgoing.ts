import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LostNumbers, type LostNumber } from '../../../documents/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RestoreLetterNumbers } from '../../../signing/index.js';
import { letterNamed } from '../../domain/document-id.js';
import { ComparedSides } from '../../persistence/compared-sides.js';
import type { ListedMessage } from '../../ports/message-transport.port.js';

/**
 * Numbers of letters that were given since the restored backup: a letter that is here without its number gets it again, any other keeps a line
 * that says which letter had it. None is given to another letter.
 */
@Injectable()
export class RecoverOutgoing {
  constructor(
    private readonly letters: RestoreLetterNumbers,
    private readonly sides: ComparedSides,
    private readonly lost: LostNumbers,
    private readonly uow: UnitOfWork,
  ) {}

  /** @param sent what the e-office lists as sent by us @returns how many letters are known by a number here or there */
  async recover(sent: readonly ListedMessage[]): Promise<number> {
    const there = await this.letters.there();
    const known = new Map(there.map((letter) => [keyOf(letter), letter]));
    const gone = new Map<string, LostNumber>();
    for (const letter of there) gone.set(keyOf(letter), lostOf(letter));
    for (const { number, year, documentId } of this.sides.namedThere(sent)) {
      const { notation, issuedDate: day } = letterNamed(documentId);
      gone.set(keyOf({ year, number }), { number, year, notation, day, said: `văn bản ${notation}` });
    }
    const inOrder = [...gone.values()].sort((a, b) => a.year - b.year || a.number - b.number);
    for (const lost of inOrder) {
      const letter = known.get(keyOf(lost));
      if (letter === undefined || !(await this.letters.restore(letter))) await this.keepNumber(lost);
    }
    return inOrder.length;
  }

  /** How many lines only keep a number now. @param since when numbers were held */
  lostLines(tx: EntityManager, since: Date): ReturnType<LostNumbers['countLines']> {
    return this.lost.countLines(tx, since);
  }

  private async keepNumber(lost: LostNumber): Promise<void> {
    const { number, year } = lost;
    const known = new Map([[number, lost]]);
    await this.uow.run((tx) => this.lost.fill(tx, 'outgoing', { year, to: number }, known));
  }
}

function lostOf({
  number,
  year,
  notation,
  issuedDate: day,
  clientRequestId,
}: Awaited<ReturnType<RestoreLetterNumbers['there']>>[number]): LostNumber {
  return { number, year, notation, day, said: `văn bản trình ký ${clientRequestId}` };
}

function keyOf({ year, number }: Pick<LostNumber, 'year' | 'number'>): string {
  return `${String(year)}/${String(number)}`;
}
