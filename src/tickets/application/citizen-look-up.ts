import { Injectable } from '@nestjs/common';
import { isSameSecret } from '../../kernel/same-secret.js';
import { phoneKeyOf } from '../domain/new-ticket.js';
import { isToldToSender } from '../domain/told-outside.js';
import type { TicketState } from '../domain/ticket-state.js';
import { TicketQueries } from '../persistence/ticket-queries.js';
import { TicketSight } from './ticket-sight.js';

/** Of a sender's telephone, how many of its last digits are asked for. */
export const PHONE_END = 4;

/** All that a sender learns of a ticket without signing in. Nothing of it names anybody, a unit or a person, or repeats their words. */
export interface CitizenStanding {
  readonly code: string;
  readonly state: TicketState;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly open: boolean;
  readonly answeredAt: Date | null;
}

/** What a code leads to, before anybody has shown that it is theirs to ask for. */
export interface AskedTicket {
  /** Under what tries are counted: one and the same for all codes and spellings of a ticket. */
  readonly countedAs: string;
  /** Null for whoever gives another telephone, and where nobody is told of the ticket here. */
  readonly found: { readonly ticketId: string; readonly standing: CitizenStanding } | null;
}

/** Whether somebody gave a whole number instead of its end. */
export function isWholePhone(phone: string): boolean {
  return phoneKeyOf(phone) !== '';
}

function isPhoneOf(known: string, given: string): boolean {
  const end = known.slice(-PHONE_END);
  const isSame = isWholePhone(given) ? isSameSecret(phoneKeyOf(given), known) : isSameSecret(given, end);
  return isSame && end.length === PHONE_END;
}

/** Where a ticket stands, for whoever knows its code and the end of the telephone it was sent from. */
@Injectable()
export class CitizenLookUp {
  constructor(
    private readonly queries: TicketQueries,
    private readonly sight: TicketSight,
  ) {}

  /**
   * A wrong code, a wrong telephone and a ticket of which nobody is told here get the same answer.
   *
   * @param code ours or the hotline's
   * @param phone the last digits, or all of them
   */
  async ask(code: string, phone: string): Promise<AskedTicket> {
    const ticket = (await this.queries.byCode(code.toUpperCase())) ?? (await this.queries.byHotlineCode(code));
    if (ticket === null) return { countedAs: code, found: null };
    const countedAs = ticket.id;
    const isRight = isPhoneOf(ticket.phoneKey, phone);
    // Who complains of somebody could be found out by trying the telephones of those it may be.
    const isHidden = await this.sight.isHiddenFromSomebody(ticket);
    if (!isRight || isHidden || !isToldToSender(ticket)) return { countedAs, found: null };
    const { state, startedAt: receivedAt, dueAt, open, answeredAt } = ticket;
    const standing = { code: ticket.code, state, receivedAt, dueAt, open, answeredAt };
    return { countedAs, found: { ticketId: ticket.id, standing } };
  }
}
