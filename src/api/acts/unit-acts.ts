import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  AskCoordination,
  BeginReply,
  AnswerCoordination,
  FinishCoordination,
  DeclineAssignment,
  DiscardReply,
  KeepEvidence,
  NOTE_FIELDS,
  WorkOnTicket,
} from '../../tickets/index.js';
import { postedFiles, text, verbatim } from '../shapes/wire.js';
import { door, NOTHING, type ActDoors } from './act-door.js';
import { asks } from './desk-acts.js';

const note = z.strictObject({
  text,
  audience: z.enum(['internal', 'hotline']),
  field: z.enum(NOTE_FIELDS),
  verbatim,
});
const reason = z.strictObject({ reason: text });

const files = z.strictObject({ files: postedFiles });

/** What the unit in charge, and those that help it, do with a ticket. */
@Injectable()
export class UnitActs {
  constructor(
    private readonly work: WorkOnTicket,
    private readonly declineAssignment: DeclineAssignment,
    private readonly evidence: KeepEvidence,
    private readonly askCoordination: AskCoordination,
    private readonly answerCoordination: AnswerCoordination,
    private readonly finishCoordination: FinishCoordination,
    private readonly beginReply: BeginReply,
    private readonly discardReply: DiscardReply,
  ) {}

  readonly doors = {
    unitAccept: door(NOTHING, (actor, id) => this.work.accept(actor, id)),
    unitDecline: door(reason, (actor, id, given) => this.declineAssignment.decline(actor, id, given.reason)),
    note: door(note, (actor, id, given) => this.work.note(actor, id, given)),
    addEvidence: door(
      files,
      (actor, id, given) => this.evidence.add(actor, id, [given.files].flat()),
      'multipart/form-data',
    ),
    stateNoEvidence: door(reason, (actor, id, given) => this.evidence.stateNone(actor, id, given.reason)),
    askCoordination: door(z.strictObject({ asks }), (actor, ticketId, given) =>
      this.askCoordination.ask(actor, { ticketId, ...given }),
    ),
    coordinate: door(z.strictObject({ reply: text }), (actor, id, given) =>
      this.answerCoordination.answer(actor, id, given.reply),
    ),
    coordinationOver: door(NOTHING, (actor, id) => this.finishCoordination.finish(actor, id)),
    beginReply: door(NOTHING, (actor, id) => this.beginReply.begin(actor, id)),
    dropReply: door(NOTHING, (actor, id) => this.discardReply.discard(actor, id)),
  } satisfies ActDoors;
}
