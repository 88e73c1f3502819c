import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { isSameSecret } from '../../../kernel/same-secret.js';
import { phoneKeyOf } from '../../domain/intake/new-ticket.js';
import { isToldToSender, stateOutside } from '../../domain/reply/told-outside.js';
import type { TicketState } from '../../domain/ticket-state.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';

/** How many of the last digits of the sender's telephone number are asked for. */
export const PHONE_END = 4;

/** All that a sender learns of a ticket without signing in: no person, no unit, and none of their words. */
export interface CitizenStanding {
  readonly code: string;
  readonly state: TicketState;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly open: boolean;
  readonly answeredAt: Date | null;
}

/** Outcome of a look-up by code and telephone number. */
export interface AskedTicket {
  /** Key under which wrong tries are counted: the same for every code and spelling of one ticket. */
  readonly countedAs: string;
  /** Null when the telephone number does not match, and for tickets that this look-up does not speak about. */
  readonly found: { readonly ticketId: string; readonly standing: CitizenStanding } | null;
}

/** Whether a whole telephone number was given instead of its last digits. */
export function isWholePhone(phone: string): boolean {
  return phoneKeyOf(phone) !== '';
}

function isPhoneOf(known: string, given: string): boolean {
  const end = known.slice(-PHONE_END);
  const isSame = isWholePhone(given) ? isSameSecret(phoneKeyOf(given), known) : isSameSecret(given, end);
  return isSame && end.length === PHONE_END;
}

/** Tells where a ticket stands to anybody who knows its code and the end of the sender's telephone number. */
@Injectable()
export class CitizenLookUp {
  constructor(
    private readonly queries: TicketQueries,
    private readonly visibility: TicketVisibility,
    private readonly clock: Clock,
  ) {}

  /**
   * A wrong code, a wrong telephone number and a ticket that this look-up does not speak about get the same answer.
   *
   * @param code ours or the hotline's
   * @param phone the last digits, or all of them
   */
  async ask(code: string, phone: string): Promise<AskedTicket> {
    const ticket = (await this.queries.byCode(code.toUpperCase())) ?? (await this.queries.byHotlineCode(code));
    if (ticket === null) return { countedAs: code, found: null };
    const countedAs = ticket.id;
    const isRight = isPhoneOf(ticket.phoneKey, phone);
    // Somebody who is complained about could find out who wrote by trying the telephone numbers of those they suspect.
    const isHidden = await this.visibility.isHiddenFromSomebody(ticket);
    if (!isRight || isHidden || !isToldToSender(ticket)) return { countedAs, found: null };
    const { startedAt: receivedAt, dueAt, open, answeredAt } = ticket;
    const state = stateOutside(ticket, this.clock.now());
    const standing = { code: ticket.code, state, receivedAt, dueAt, open, answeredAt };
    return { countedAs, found: { ticketId: ticket.id, standing } };
  }
}
