import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** Says which incoming documents brought a denunciation, or came to one later: only who handles the petition reads a word of it, and there. */
@Injectable()
export class SecretDocuments {
  constructor(private readonly database: Database) {}

  async among(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { manager } = this.database.reader;
    const further = await manager.find(FurtherDocumentEntity, {
      where: { documentId: In([...ids]) },
      select: { documentId: true, ticketId: true },
    });
    const found = await manager.find(TicketEntity, {
      where: [
        { incomingDocumentId: In([...ids]), nature: 'denunciation' },
        { id: In(further.map(({ ticketId }) => ticketId)), nature: 'denunciation' },
      ],
      select: { id: true, incomingDocumentId: true },
    });
    const tickets = new Set(found.map(({ id }) => id));
    const sentLater = further.filter(({ ticketId }) => tickets.has(ticketId)).map(({ documentId }) => documentId);
    return new Set([...found.map(({ incomingDocumentId }) => incomingDocumentId), ...sentLater]);
  }
}
