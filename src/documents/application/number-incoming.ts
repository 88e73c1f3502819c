import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import { beginningOf } from '../../kernel/beginning-of.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { yearOf } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Journal } from '../../journal/index.js';
import { awaitsNumber } from '../domain/arrival/arrival-number.js';
import { NUMBER_PROBLEM_LENGTH, type GivenNumber, type NumberFault } from '../domain/given-number.js';
import { IncomingDocumentEntity } from '../persistence/documents.entities.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { FIND_BY_NUMBER } from '../jobs/jobs.js';
import { GivenNumbers } from './given-numbers.js';
import { indexArrivalNumber } from './index-document.js';
import { incomingLineOf } from './line-of.js';
import { RegisterChain } from './register-chain.js';

/** Gives a line of the incoming register, whose book the e-office owns, the number and the day that it has there. */
@Injectable()
export class NumberIncoming {
  constructor(
    private readonly given: GivenNumbers,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A line that waited over the turn of the year goes into the book of the year in which it was numbered.
   *
   * @returns what stands against the number; null where the line has it
   * @throws DomainError `changed-meanwhile` where it has a number; `register-closed`, `numbering-held`
   *
   * Source: Nghị định 30/2020/NĐ-CP, Điều 22: one number, one document.
   */
  async number(tx: EntityManager, actor: Actor, id: string, given: GivenNumber): Promise<NumberFault | null> {
    const waiting = await this.waiting(tx, id);
    const fault = await this.given.take(tx, 'incoming', given, 'lastYear');
    if (fault !== null) return fault;
    const { number: arrivalNumber, issuedDate: arrivalDate, source: givenBy } = given;
    const year = yearOf(arrivalDate);
    const isCarried = year !== waiting.year;
    if (isCarried) await this.chain.append(tx, 'carried', await incomingLineOf(tx, id));
    const seen = { id, arrivalNumber: waiting.arrivalNumber, year: waiting.year };
    const change = { year, arrivalNumber, arrivalDate, givenBy, numberProblem: null };
    const { affected } = await tx.update(IncomingDocumentEntity, seen, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id });
    await this.chain.append(tx, isCarried ? 'entered' : 'numbered', await incomingLineOf(tx, id));
    await indexArrivalNumber(tx, { id, arrivalNumber });
    await this.outbox.enqueue(tx, FIND_BY_NUMBER.of({ documentId: id }));
    const detail = { year, arrivalNumber, arrivalDate, givenBy };
    await this.journal.record(tx, actor, {
      action: 'incoming.number',
      objectKind: 'incomingDocument',
      objectId: id,
      detail,
    });
    return null;
  }

  /** The number that came cannot stand: the line waits on, and the registry reads why. Nothing where it has its number by now. */
  async stop(tx: EntityManager, id: string, why: string): Promise<void> {
    const numberProblem = beginningOf(why, NUMBER_PROBLEM_LENGTH);
    const waiting = { id, arrivalNumber: LessThan(1) };
    const { affected } = await tx.update(IncomingDocumentEntity, waiting, { numberProblem });
    if (affected !== 1) return;
    await this.journal.record(tx, SYSTEM, {
      action: 'incoming.numberStopped',
      objectKind: 'incomingDocument',
      objectId: id,
      detail: { problem: numberProblem },
    });
  }

  private async waiting(tx: EntityManager, id: string): Promise<IncomingDocumentEntity> {
    const document = await tx.findOneBy(IncomingDocumentEntity, { id });
    if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
    if (awaitsNumber(document)) return document;
    throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id });
  }
}
