import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CloseTicket, RateAnswer, ReopenTicket, WithdrawTicket } from '../../tickets/index.js';
import { optionalText, text } from '../shapes/wire.js';
import { door, NOTHING, type ActDoors } from './act-door.js';

const reason = z.strictObject({ reason: text });

/** What the desk does with tickets after they are answered, and when the citizen no longer wants an answer. */
@Injectable()
export class AfterActs {
  constructor(
    private readonly rateAnswer: RateAnswer,
    private readonly reopenTicket: ReopenTicket,
    private readonly closeTicket: CloseTicket,
    private readonly withdrawTicket: WithdrawTicket,
  ) {}

  readonly doors = {
    rate: door(z.strictObject({ stars: z.int(), comment: optionalText }), (actor, id, given) =>
      this.rateAnswer.rate(actor, id, given),
    ),
    reopen: door(reason, (actor, id, given) => this.reopenTicket.reopen(actor, id, given.reason)),
    close: door(NOTHING, (actor, id) => this.closeTicket.close(actor, id)),
    withdraw: door(reason, (actor, id, given) => this.withdrawTicket.withdraw(actor, id, given.reason)),
  } satisfies ActDoors;
}
