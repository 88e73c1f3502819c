import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { addressGroup } from '../../kernel/address-group.js';
import { DomainError } from '../../kernel/domain-error.js';
import { SlowDown } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CitizenLookUp, isWholePhone, PHONE_END, type CitizenStanding } from '../../tickets/index.js';

const MAX_CODE_LENGTH = 100;
const MAX_PHONE_LENGTH = 30;

/** So many wrong tries at a ticket, or with four digits, from anywhere within a day: from then on the digits alone open nothing. */
const ENDS_TRIED = 20;

export interface TicketQuestion {
  readonly code: string;
  /** The last digits of the sender's telephone, or all of them. */
  readonly phone: string;
  /** Where the question comes from. */
  readonly address: string;
}

/**
 * A sender asks where the own ticket stands. Wrong guesses slow down the address they come from and nobody else, so that no stranger keeps the sender out.
 * Guesses from many addresses at one ticket, or with one telephone along all codes, are met otherwise: past some of them the last digits no longer do, and the sender
 * gives the whole number, which nobody runs through.
 */
@Injectable()
export class LookUpTicket {
  constructor(
    private readonly tickets: CitizenLookUp,
    private readonly slowDown: SlowDown,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns null for a wrong code as for a wrong telephone, and for what nobody is told of here
   * @throws DomainError `tried-too-often` with `waitSeconds`, `whole-phone-needed`; nothing was told
   */
  async lookUp({ code: typed, phone: digits, address }: TicketQuestion): Promise<CitizenStanding | null> {
    const [code, phone] = [typed.trim().slice(0, MAX_CODE_LENGTH), digits.trim().slice(0, MAX_PHONE_LENGTH)];
    const { countedAs, found } = await this.tickets.ask(code, phone);
    const knock = {
      door: 'tra-cuu',
      account: `${countedAs} ${addressGroup(address)}`,
      address,
      device: undefined,
      watch: { subjects: [`phieu ${countedAs}`, `so ${phone.slice(-PHONE_END)}`], require: requireEnough(phone) },
    };
    await this.slowDown.around(knock, false, () => Promise.resolve({ isWrong: found === null }));
    if (found === null) return null;
    await this.keepTrace(found.ticketId);
    return found.standing;
  }

  /** That it was told, not to whom: nobody here knows, and the telephone is not written down. */
  private async keepTrace(ticketId: string): Promise<void> {
    const line = { action: 'publication.lookUp', objectKind: 'ticket', objectId: ticketId, detail: {} } as const;
    await this.uow.run((tx) => this.journal.record(tx, SYSTEM, line));
  }
}

/** @returns throws `whole-phone-needed` where the end of a number was given and too many ends were tried */
function requireEnough(phone: string): (wrong: number) => void {
  return (wrong) => {
    if (wrong >= ENDS_TRIED && !isWholePhone(phone)) throw new DomainError('whole-phone-needed', { field: 'so' });
  };
}
