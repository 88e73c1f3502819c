import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayWords } from '../../../documents/domain/day-words.js';
import { numberIn } from '../../../documents/domain/given-number.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import type { NumberOrderEntity } from '../../persistence/number-order.entity.js';
import type { SignatureRequestEntity } from '../../persistence/signing.entities.js';
import { SigningDesk, type EntryOfLetter } from '../../ports/signing-desk.port.js';
import { TAKE_NUMBER } from '../../jobs/jobs.js';
import { SignatureRequests } from '../signature-requests.js';
import { LetterUnderGivenNumber } from './letter-under-given-number.js';
import { NumberOrders } from './number-orders.js';

/**
 * Number and day from the e-office's own book, for a letter whose leader has signed: asked for under the letter's own id, so that a repetition brings the
 * same number; compared with our register; entered with its source, and the seal is ordered. What cannot stand in the register stops, for a clerk to see.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15: one book numbers what an agency issues.
 */
@Injectable()
export class TakeNumber implements JobHandler<typeof TAKE_NUMBER> {
  readonly job = TAKE_NUMBER;

  constructor(
    private readonly desk: SigningDesk,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly requests: SignatureRequests,
    private readonly orders: NumberOrders,
    private readonly letters: LetterUnderGivenNumber,
  ) {}

  async handle({ requestId }: PayloadOf<typeof TAKE_NUMBER>): Promise<void> {
    const { manager } = this.database.reader;
    if ((await this.orders.of(manager, requestId))?.state !== 'asked') return;
    const { clientRequestId, remoteId } = await this.requests.byId(manager, requestId);
    const entry = await this.desk.takeNumber({ clientRequestId, signatureRequestId: remoteId ?? '' });
    await this.uow.run(async (tx) => {
      const order = await this.orders.of(tx, requestId);
      if (order?.state === 'asked') await this.heed(tx, order, entry);
    });
  }

  /** The e-office numbers it not at all: nothing was given. */
  async giveUp({ requestId }: PayloadOf<typeof TAKE_NUMBER>, reason: string): Promise<void> {
    await this.uow.run(async (tx) => this.orders.stop(tx, await this.requests.byId(tx, requestId), reason));
  }

  private async heed(tx: EntityManager, order: NumberOrderEntity, entry: EntryOfLetter): Promise<void> {
    const request = await this.requests.byId(tx, order.requestId);
    // Brought back after a restore, or entered by hand: it has its number.
    if (request.outgoingDocumentId !== null) return this.orders.close(tx, request.id);
    const number = numberIn(entry.number);
    if (number === null) {
      return this.orders.stop(tx, request, `${givenWords(entry)}: số không đọc được; sửa trên hệ thống đó.`);
    }
    if (!isItsNotation(entry, request)) {
      const why = `văn bản này có ký hiệu ${request.notation}; sửa trên hệ thống đó.`;
      return this.orders.stop(tx, request, `${givenWords(entry)}: ${why}`);
    }
    const given = { number, issuedDate: entry.issuedDate, source: { by: 'eOffice' as const } };
    const word = { source: 'person' as const, by: order.askedByName, remoteRevision: request.remoteRevision };
    const { fault } = await this.letters.enter(tx, SYSTEM, request, { given, word });
    if (fault !== null) await this.orders.stop(tx, request, `${givenWords(entry)}. ${fault.sentence}`);
  }
}

/** The notation was signed with the letter; a book that knows another has another letter in mind. */
function isItsNotation({ notation: there }: EntryOfLetter, { notation }: SignatureRequestEntity): boolean {
  return there === '' || there === notation;
}

function givenWords({ number, notation, issuedDate }: EntryOfLetter): string {
  const code = notation === '' ? number : `${number}/${notation}`;
  return `Hệ thống quản lý văn bản cấp số ${code}, ngày ${dayWords(issuedDate)}`;
}
