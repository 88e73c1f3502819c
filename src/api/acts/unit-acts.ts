import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PostedFile } from '../../platform/http/posted-file.js';
import {
  AskCoordination,
  BeginReply,
  Coordinate,
  CoordinationOver,
  DeclineAssignment,
  DropReply,
  KeepEvidence,
  NOTE_FIELDS,
  WorkOnTicket,
} from '../../tickets/index.js';
import { text, verbatim } from '../shapes/wire.js';
import { door, NOTHING, type ActDoors } from './act-door.js';
import { asks } from './desk-acts.js';

const note = z.strictObject({
  text,
  audience: z.enum(['internal', 'hotline']),
  field: z.enum(NOTE_FIELDS),
  verbatim,
});
const reason = z.strictObject({ reason: text });

const file = z.custom<PostedFile>((given) => given instanceof PostedFile).meta({ type: 'string', format: 'binary' });

const files = z.strictObject({ files: z.union([file, z.array(file)]) });

/** What the unit in charge, and those that help it, do with a ticket. */
@Injectable()
export class UnitActs {
  constructor(
    private readonly work: WorkOnTicket,
    private readonly decline: DeclineAssignment,
    private readonly evidence: KeepEvidence,
    private readonly ask: AskCoordination,
    private readonly coordinate: Coordinate,
    private readonly over: CoordinationOver,
    private readonly reply: BeginReply,
    private readonly drop: DropReply,
  ) {}

  readonly doors = {
    unitAccept: door(NOTHING, (actor, id) => this.work.accept(actor, id)),
    unitDecline: door(reason, (actor, id, given) => this.decline.execute(actor, id, given.reason)),
    note: door(note, (actor, id, given) => this.work.note(actor, id, given)),
    addEvidence: door(
      files,
      (actor, id, given) => this.evidence.add(actor, id, [given.files].flat()),
      'multipart/form-data',
    ),
    stateNoEvidence: door(reason, (actor, id, given) => this.evidence.stateNone(actor, id, given.reason)),
    askCoordination: door(z.strictObject({ asks }), (actor, ticketId, given) =>
      this.ask.execute(actor, { ticketId, ...given }),
    ),
    coordinate: door(z.strictObject({ reply: text }), (actor, id, given) =>
      this.coordinate.execute(actor, id, given.reply),
    ),
    coordinationOver: door(NOTHING, (actor, id) => this.over.execute(actor, id)),
    beginReply: door(NOTHING, (actor, id) => this.reply.execute(actor, id)),
    dropReply: door(NOTHING, (actor, id) => this.drop.execute(actor, id)),
  } satisfies ActDoors;
}
