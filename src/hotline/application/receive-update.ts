import { Injectable } from '@nestjs/common';
import { RecordHotlineMessage, type NamedByHotline } from '../../tickets/index.js';
import { HotlineInbox, type HotlineCall, type Receipt } from './hotline-inbox.js';

/** Takes what the hotline adds to one of its tickets. */
@Injectable()
export class ReceiveUpdate {
  constructor(
    private readonly inbox: HotlineInbox,
    private readonly recordHotlineMessage: RecordHotlineMessage,
  ) {}

  /** @returns also the id of the line that was written @throws DomainError `not-found`, `input-invalid` */
  async receive(call: HotlineCall, named: NamedByHotline, words: string): Promise<Receipt> {
    return this.inbox.receive(call, async (tx, id) => {
      const ticket = await this.recordHotlineMessage.record(tx, named, { id, words });
      const { hotlineCode } = ticket;
      return { ticketId: ticket.id, ticketCode: ticket.code, hotlineCode, saidHash: null, outcome: 'taken' };
    });
  }
}
