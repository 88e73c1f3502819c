import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { rowsBy } from '../../platform/database/rows.js';
import type { Receiver } from '../domain/letter-recipients.js';
import { DispatchEntity } from './exchange.entities.js';
import { LetterRecipientEntity } from './letter-recipient.entity.js';

/** Queries for the agencies that get a letter besides the one it answers. */
@Injectable()
export class LetterRecipients {
  constructor(private readonly database: Database) {}

  /** In the order in which they were chosen. */
  of(draftId: string, tx: EntityManager = this.database.reader.manager): Promise<LetterRecipientEntity[]> {
    return rowsBy(tx, LetterRecipientEntity, { draftId }, { order: { addedAt: 'ASC', code: 'ASC' } });
  }

  /** The agencies to which a released letter was sent, besides the one it answers. */
  async sent(tx: EntityManager, outgoingDocumentId: string): Promise<readonly Receiver[]> {
    const sendings = await tx.findBy(DispatchEntity, { outgoingDocumentId, kind: 'document' });
    return sendings.flatMap(({ receiverCode: code, receiverName, alsoTo }) => [
      ...(code === null ? [] : [{ code, name: receiverName ?? code }]),
      ...(alsoTo ?? []),
    ]);
  }
}
