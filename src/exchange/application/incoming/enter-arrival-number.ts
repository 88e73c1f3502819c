import { Injectable } from '@nestjs/common';
import { NumberIncoming } from '../../../documents/index.js';
import {
  refusedArrival,
  requireArrivalNumber,
  type TypedArrival,
} from '../../../documents/domain/arrival/typed-arrival.js';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { leaveUnnamed } from './leave-unnamed.js';

/**
 * The registry clerk enters number and day that the e-office's book gave an incoming document: where it gives none over the wire, or where what came over the
 * wire could not stand in our register and was set right there.
 */
@Injectable()
export class EnterArrivalNumber {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly numbers: NumberIncoming,
  ) {}

  /**
   * @throws DomainError `forbidden`; `input-invalid` beside `number` or `arrivalDate`, or `confirmed` where the number is to be confirmed; `changed-meanwhile`
   *   where the line has its number; `register-closed`, `numbering-held`
   */
  async enter(actor: Actor, id: string, typed: TypedArrival): Promise<void> {
    const given = requireArrivalNumber(actor, typed);
    await this.uow.run(async (tx) => {
      const fault = await this.numbers.number(tx, actor, id, given);
      if (fault !== null) throw refusedArrival(fault);
      // Its job may have been given up: nothing else would let letters that answer it go.
      await leaveUnnamed(tx, id);
    });
  }
}
