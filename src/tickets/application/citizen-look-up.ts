import { Injectable } from '@nestjs/common';
import { isSameSecret } from '../../kernel/same-secret.js';
import { TicketQueries } from '../persistence/ticket-queries.js';
import type { TicketState } from '../domain/ticket-state.js';

/** Of a sender's telephone, how many of its last digits are asked for. */
export const PHONE_END = 4;

/** All that a sender learns of a ticket without signing in. Nothing of it names anybody or repeats their words. */
export interface CitizenStanding {
  readonly code: string;
  readonly state: TicketState;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly open: boolean;
  readonly answeredAt: Date | null;
  readonly leadUnitId: string | null;
}

/** Where a ticket stands, for whoever knows its code and the end of the telephone it was sent from. */
@Injectable()
export class CitizenLookUp {
  constructor(private readonly queries: TicketQueries) {}

  /**
   * @param code ours or the hotline's
   * @returns null for a wrong code as for a wrong telephone, after the same work
   */
  async find(code: string, phoneEnd: string): Promise<CitizenStanding | null> {
    const ticket = (await this.queries.byCode(code.toUpperCase())) ?? (await this.queries.byHotlineCode(code));
    const end = ticket?.phoneKey.slice(-PHONE_END) ?? '';
    const isRight = isSameSecret(phoneEnd, end);
    if (ticket === null || !isRight || end.length !== PHONE_END) return null;
    const { state, startedAt: receivedAt, dueAt, open, answeredAt, leadUnitId } = ticket;
    return { code: ticket.code, state, receivedAt, dueAt, open, answeredAt, leadUnitId };
  }
}
