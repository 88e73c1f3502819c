import { Injectable } from '@nestjs/common';
import { OrganisationQueries, SlowDown } from '../../organisation/index.js';
import { CitizenLookUp, type CitizenStanding } from '../../tickets/index.js';

const LONGEST_CODE = 100;

export interface TicketQuestion {
  readonly code: string;
  /** The last digits of the sender's telephone. */
  readonly phoneEnd: string;
  /** Where the question comes from. */
  readonly address: string;
}

export interface FoundTicket extends CitizenStanding {
  readonly unitName: string | null;
}

/** A sender asks where the own ticket stands. Wrong guesses slow down whoever makes them, and all guesses at the same ticket. */
@Injectable()
export class AskForTicket {
  constructor(
    private readonly tickets: CitizenLookUp,
    private readonly slowDown: SlowDown,
    private readonly organisation: OrganisationQueries,
  ) {}

  /**
   * @returns null for a wrong code as for a wrong telephone
   * @throws DomainError `tried-too-often` with `waitSeconds`; nothing was looked at
   */
  async execute({ code: typed, phoneEnd, address }: TicketQuestion): Promise<FoundTicket | null> {
    const code = typed.trim().slice(0, LONGEST_CODE);
    const knock = { door: 'tra-cuu-phieu', account: code, address, device: undefined };
    const { found } = await this.slowDown.around(knock, false, async () => {
      const found = await this.tickets.find(code, phoneEnd.trim());
      return { found, isWrong: found === null };
    });
    if (found === null) return null;
    const unit = found.leadUnitId === null ? null : await this.organisation.unit(found.leadUnitId);
    return { ...found, unitName: unit?.name ?? null };
  }
}
