import { Injectable } from '@nestjs/common';
import { HearFromHotline, type NamedByHotline } from '../../tickets/index.js';
import { HotlineInbox, type HotlineCall, type Receipt } from './hotline-inbox.js';

/** Takes what the hotline adds to one of its tickets. */
@Injectable()
export class ReceiveUpdate {
  constructor(
    private readonly inbox: HotlineInbox,
    private readonly hear: HearFromHotline,
  ) {}

  /** @returns also the id of the line that was written @throws DomainError `not-found`, `input-invalid` */
  async execute(call: HotlineCall, named: NamedByHotline, words: string): Promise<Receipt> {
    return this.inbox.receive(call, async (tx, id) => {
      const ticket = await this.hear.hear(tx, named, { id, words });
      const { hotlineCode } = ticket;
      return { ticketId: ticket.id, ticketCode: ticket.code, hotlineCode, saidHash: null, outcome: 'taken' };
    });
  }
}
