import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../law/index.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  CloseTicket,
  CompleteTicket,
  MergeTicket,
  RateAnswer,
  RejectTicket,
  ReopenTicket,
  ReturnTicket,
  SplitTicket,
  WithdrawTicket,
} from '../../tickets/index.js';
import { NATURES } from '../../tickets/domain/ticket-state.js';
import { optionalText, text } from '../shapes/wire.js';
import { door, NOTHING, type ActDoors } from './act-door.js';

const kind = z.enum(['feedback', 'petition']);
const reason = z.strictObject({ reason: text });

const completion = z.strictObject({
  subject: text,
  place: optionalText,
  kind,
  senderName: optionalText,
  senderPhone: optionalText,
  senderEmail: optionalText,
  senderAddress: optionalText,
  keepSecret: z.boolean(),
});

const classification = z.strictObject({
  nature: z.enum(NATURES),
  kind,
  level: z.enum(LEVELS),
  category: z.enum(CATEGORIES),
  complainedUnitId: z.string().nullable(),
});

export const asks = z.array(z.strictObject({ unitId: z.string(), question: text }));

const assignment = z.strictObject({
  unitId: z.string(),
  officerId: z.string(),
  directive: optionalText,
  coordinators: asks.default([]),
});

const matter = z.strictObject({ subject: text, words: text, category: z.enum(CATEGORIES), level: z.enum(LEVELS) });

const merging = z.strictObject({
  into: z.string().meta({ description: 'Code of the ticket that goes on.' }),
  reason: text,
});

/** What the desk does with tickets: before a unit has them, and after they are answered. */
@Injectable()
export class DeskActs {
  constructor(
    private readonly complete: CompleteTicket,
    private readonly accept: AcceptTicket,
    private readonly classify: ClassifyTicket,
    private readonly giveBack: ReturnTicket,
    private readonly reject: RejectTicket,
    private readonly split: SplitTicket,
    private readonly merge: MergeTicket,
    private readonly assign: AssignTicket,
    private readonly rate: RateAnswer,
    private readonly reopen: ReopenTicket,
    private readonly close: CloseTicket,
    private readonly withdraw: WithdrawTicket,
  ) {}

  readonly doors = {
    complete: door(completion, (actor, id, given) => this.complete.execute(actor, id, given)),
    accept: door(NOTHING, (actor, id) => this.accept.execute(actor, id)),
    classify: door(classification, (actor, id, given) => this.classify.execute(actor, id, given)),
    return: door(z.strictObject({ agency: text, text }), (actor, id, given) => this.giveBack.execute(actor, id, given)),
    reject: door(z.strictObject({ reason: z.enum(REFUSAL_REASONS), text }), (actor, id, given) =>
      this.reject.execute(actor, id, given),
    ),
    split: door(z.strictObject({ further: z.array(matter) }), async (actor, ticketId, given) => {
      const parts = await this.split.execute(actor, { ticketId, ...given });
      return parts.map(({ id }) => id);
    }),
    merge: door(merging, async (actor, ticketId, given) => {
      await this.merge.execute(actor, { ticketId, ...given });
    }),
    assign: door(assignment, (actor, ticketId, given) => this.assign.execute(actor, { ticketId, ...given })),
    rate: door(z.strictObject({ stars: z.int(), comment: optionalText }), (actor, id, given) =>
      this.rate.execute(actor, id, given),
    ),
    reopen: door(reason, (actor, id, given) => this.reopen.execute(actor, id, given.reason)),
    close: door(NOTHING, (actor, id) => this.close.execute(actor, id)),
    withdraw: door(reason, (actor, id, given) => this.withdraw.execute(actor, id, given.reason)),
  } satisfies ActDoors;
}
