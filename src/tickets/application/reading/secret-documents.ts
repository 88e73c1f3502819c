import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** Says which incoming documents brought a denunciation: only who handles the petition reads a word of it, and there. */
@Injectable()
export class SecretDocuments {
  constructor(private readonly database: Database) {}

  async among(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await this.database.reader.manager.find(TicketEntity, {
      where: { incomingDocumentId: In([...ids]), nature: 'denunciation' },
      select: { id: true, incomingDocumentId: true },
    });
    return new Set(found.map(({ incomingDocumentId }) => incomingDocumentId));
  }
}
