import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { SlowDown } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CitizenLookUp, type CitizenStanding } from '../../tickets/index.js';

const LONGEST_CODE = 100;

export interface TicketQuestion {
  readonly code: string;
  /** The last digits of the sender's telephone. */
  readonly phoneEnd: string;
  /** Where the question comes from. */
  readonly address: string;
}

/**
 * A sender asks where the own ticket stands. Wrong guesses slow down whoever makes them, all guesses at the same ticket, and all guesses with the same
 * telephone: whoever runs one telephone along all codes is as slow as whoever runs all telephones along one.
 */
@Injectable()
export class AskForTicket {
  constructor(
    private readonly tickets: CitizenLookUp,
    private readonly slowDown: SlowDown,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns null for a wrong code as for a wrong telephone, and for what nobody is told of here
   * @throws DomainError `tried-too-often` with `waitSeconds`; nothing was told
   */
  async execute({ code: typed, phoneEnd: digits, address }: TicketQuestion): Promise<CitizenStanding | null> {
    const [code, phoneEnd] = [typed.trim().slice(0, LONGEST_CODE), digits.trim()];
    const { countedAs, found } = await this.tickets.ask(code, phoneEnd);
    const counted = { isWrong: found === null };
    const from = { address, device: undefined };
    const ofPhone = { ...from, door: 'tra-cuu-so', account: phoneEnd };
    const ofTicket = { ...from, door: 'tra-cuu-phieu', account: countedAs };
    await this.slowDown.around(ofPhone, false, () =>
      this.slowDown.around(ofTicket, false, () => Promise.resolve(counted)),
    );
    if (found === null) return null;
    await this.keepTrace(found.ticketId);
    return found.standing;
  }

  /** That it was told, not to whom: nobody here knows, and the telephone is not written down. */
  private async keepTrace(ticketId: string): Promise<void> {
    const line = { action: 'publication.lookUp', objectKind: 'ticket', objectId: ticketId, detail: {} };
    await this.uow.run((tx) => this.journal.record(tx, SYSTEM, line));
  }
}
