import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  AskCitizen,
  RecordCitizenReply,
  DecideExtension,
  RejectUnfounded,
  RequestExtension,
} from '../../tickets/index.js';
import { text, verbatim } from '../shapes/wire.js';
import { door, type ActDoors } from './act-door.js';

const words = z.strictObject({ text });
const outgoing = z.strictObject({ text, verbatim });
const wish = z.strictObject({ workingDays: z.int().positive(), reason: text, progress: text, verbatim });
const extensionId = z.string();

/** What is done when a ticket needs more: words of the citizen, or time. */
@Injectable()
export class WaitingActs {
  constructor(
    private readonly askCitizen: AskCitizen,
    private readonly recordCitizenReply: RecordCitizenReply,
    private readonly rejectUnfounded: RejectUnfounded,
    private readonly requestExtension: RequestExtension,
    private readonly decide: DecideExtension,
  ) {}

  readonly doors = {
    askCitizen: door(outgoing, (actor, id, given) => this.askCitizen.ask(actor, id, given)),
    citizenReplied: door(words, (actor, id, given) => this.recordCitizenReply.record(actor, id, given.text)),
    rejectUnfounded: door(outgoing, (actor, id, given) => this.rejectUnfounded.reject(actor, id, given)),
    requestExtension: door(wish, (actor, id, given) => this.requestExtension.request(actor, id, given)),
    grantExtension: door(z.strictObject({ extensionId }), (actor, id, given) =>
      this.decide.grant(actor, id, given.extensionId),
    ),
    refuseExtension: door(z.strictObject({ extensionId, reason: text }), (actor, id, given) =>
      this.decide.refuse(actor, id, given),
    ),
  } satisfies ActDoors;
}
