import { Injectable } from '@nestjs/common';
import { NumberingHold } from '../../documents/index.js';
import { EntryQueries, ExchangeQueries } from '../../exchange/index.js';
import type { RegistersReading } from './registers-view.js';

type RegisterWatch = Pick<RegistersReading, 'refused' | 'byHand' | 'known' | 'isHeld'>;

export const NOT_WATCHED: RegisterWatch = { refused: null, byHand: null, known: [], isHeld: false };

/** Reads what stands beside a register for those who look after the exchange. */
@Injectable()
export class RegisterWatchQuery {
  constructor(
    private readonly hold: NumberingHold,
    private readonly exchange: ExchangeQueries,
    private readonly entries: EntryQueries,
  ) {}

  async of(book: 'incoming' | 'outgoing', year: number): Promise<RegisterWatch> {
    const [isHeld, refused, byHand, known] = await Promise.all([
      this.hold.isHeld(),
      this.refusedCount(),
      this.entries.owedCount(),
      this.exchange.numbersKnownOutside(book, year),
    ]);
    return { refused, byHand, known, isHeld };
  }

  private async refusedCount(): Promise<number> {
    const [messages, calls] = await Promise.all([this.exchange.countToLookAt(), this.exchange.countRefusedCalls()]);
    return messages + calls;
  }
}
