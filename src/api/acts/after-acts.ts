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
    private readonly rate: RateAnswer,
    private readonly reopen: ReopenTicket,
    private readonly close: CloseTicket,
    private readonly withdraw: WithdrawTicket,
  ) {}

  readonly doors = {
    rate: door(z.strictObject({ stars: z.int(), comment: optionalText }), (actor, id, given) =>
      this.rate.execute(actor, id, given),
    ),
    reopen: door(reason, (actor, id, given) => this.reopen.execute(actor, id, given.reason)),
    close: door(NOTHING, (actor, id) => this.close.execute(actor, id)),
    withdraw: door(reason, (actor, id, given) => this.withdraw.execute(actor, id, given.reason)),
  } satisfies ActDoors;
}
