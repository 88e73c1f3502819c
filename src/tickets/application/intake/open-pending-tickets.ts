import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { OutboxEntity } from '../../../platform/outbox/outbox.entity.js';
import { OpenTicket } from './open-ticket.js';
import { OPEN_TICKET } from '../../../exchange/index.js';

/** More never wait in the second between a document's number and its ticket; after an outage the desk goes on without them. */
const MAX_TICKETS = 20;

/**
 * Opens the tickets of documents that are registered already, before the desk, an import or the hotline's own door takes numbers and codes. Codes then run in
 * the order of the register's numbers, and a restore that knows the numbers alone gives each document the code that it had.
 */
@Injectable()
export class OpenPendingTickets {
  constructor(
    private readonly database: Database,
    private readonly openTicket: OpenTicket,
  ) {}

  /** What cannot be opened now stays a job, which tells of it. */
  async open(): Promise<void> {
    const { manager } = this.database.reader;
    const where = { kind: OPEN_TICKET.kind, finishedAt: IsNull(), heldAt: IsNull() };
    const waiting = await manager.find(OutboxEntity, { where, order: { seq: 'ASC' }, take: MAX_TICKETS });
    for (const { payload } of waiting) await this.openTicket.handle(OPEN_TICKET.read(payload)).catch(() => undefined);
  }
}
