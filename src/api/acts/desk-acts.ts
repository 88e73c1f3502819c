import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../law/index.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  CompleteTicket,
  MergeTicket,
  NameComplained,
  RejectTicket,
  ReturnTicket,
  SplitTicket,
} from '../../tickets/index.js';
import { NATURES } from '../../tickets/domain/ticket-state.js';
import { optionalText, text, verbatim } from '../shapes/wire.js';
import { door, NOTHING, type ActDoors } from './act-door.js';

const kind = z.enum(['feedback', 'petition']);

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

const aboutNoUnit = z.boolean().default(false).meta({
  description: 'Whether no unit is meant. With neither, the unit is not known yet, and no school learns who wrote.',
});

const classification = z.strictObject({
  nature: z.enum(NATURES),
  kind,
  level: z.enum(LEVELS),
  category: z.enum(CATEGORIES),
  complainedUnitId: z.string().nullable(),
  aboutNoUnit,
});

const complaint = z.strictObject({ complainedUnitId: z.string().nullable().default(null), aboutNoUnit });

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

/** What the desk does with tickets before a unit has them, and to hand them out. */
@Injectable()
export class DeskActs {
  constructor(
    private readonly complete: CompleteTicket,
    private readonly accept: AcceptTicket,
    private readonly classify: ClassifyTicket,
    private readonly name: NameComplained,
    private readonly giveBack: ReturnTicket,
    private readonly reject: RejectTicket,
    private readonly split: SplitTicket,
    private readonly merge: MergeTicket,
    private readonly assign: AssignTicket,
  ) {}

  readonly doors = {
    complete: door(completion, (actor, id, given) => this.complete.execute(actor, id, given)),
    accept: door(NOTHING, (actor, id) => this.accept.execute(actor, id)),
    classify: door(classification, (actor, id, given) => this.classify.execute(actor, id, given)),
    nameComplained: door(complaint, (actor, id, given) => this.name.execute(actor, id, given)),
    return: door(z.strictObject({ agency: text, text, verbatim }), (actor, id, given) =>
      this.giveBack.execute(actor, id, given),
    ),
    reject: door(z.strictObject({ reason: z.enum(REFUSAL_REASONS), text, verbatim }), (actor, id, given) =>
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
  } satisfies ActDoors;
}
