import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../law/index.js';
import {
  AcceptTicket,
  AssignTicket,
  ClassifyTicket,
  CompleteTicket,
  MergeTicket,
  RecordComplaintSubject,
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
    private readonly completeTicket: CompleteTicket,
    private readonly acceptTicket: AcceptTicket,
    private readonly classifyTicket: ClassifyTicket,
    private readonly recordComplaintSubject: RecordComplaintSubject,
    private readonly returnTicket: ReturnTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly splitTicket: SplitTicket,
    private readonly mergeTicket: MergeTicket,
    private readonly assignTicket: AssignTicket,
  ) {}

  readonly doors = {
    complete: door(completion, (actor, id, given) => this.completeTicket.complete(actor, id, given)),
    accept: door(NOTHING, (actor, id) => this.acceptTicket.accept(actor, id)),
    classify: door(classification, (actor, id, given) => this.classifyTicket.classify(actor, id, given)),
    nameComplained: door(complaint, (actor, id, given) => this.recordComplaintSubject.record(actor, id, given)),
    return: door(z.strictObject({ agency: text, text, verbatim }), (actor, id, given) =>
      this.returnTicket.return(actor, id, given),
    ),
    reject: door(z.strictObject({ reason: z.enum(REFUSAL_REASONS), text, verbatim }), (actor, id, given) =>
      this.rejectTicket.reject(actor, id, given),
    ),
    split: door(z.strictObject({ further: z.array(matter) }), async (actor, ticketId, given) => {
      const parts = await this.splitTicket.split(actor, { ticketId, ...given });
      return parts.map(({ id }) => id);
    }),
    merge: door(merging, async (actor, ticketId, given) => {
      await this.mergeTicket.merge(actor, { ticketId, ...given });
    }),
    assign: door(assignment, (actor, ticketId, given) => this.assignTicket.assign(actor, { ticketId, ...given })),
  } satisfies ActDoors;
}
