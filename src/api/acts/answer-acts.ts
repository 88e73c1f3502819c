import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ProposeDirectAnswer, ApproveAnswer, DecidePublication, RequestPublication } from '../../tickets/index.js';
import { optionalText, text, verbatim } from '../shapes/wire.js';
import { door, type ActDoors } from './act-door.js';

const answerId = z.string();
const publicationId = z.string();

const publicText = z.strictObject({
  title: text,
  text,
  left: z.array(text).default([]).meta({ description: 'Names in the text that somebody looked at and left.' }),
  consent: z.boolean(),
});

/** How a ticket is answered without a letter, and how its result is made public. */
@Injectable()
export class AnswerActs {
  constructor(
    private readonly proposeDirectAnswer: ProposeDirectAnswer,
    private readonly decide: ApproveAnswer,
    private readonly requestPublication: RequestPublication,
    private readonly publication: DecidePublication,
  ) {}

  readonly doors = {
    proposeAnswer: door(z.strictObject({ text, noEvidenceReason: optionalText, verbatim }), (actor, id, given) =>
      this.proposeDirectAnswer.propose(actor, id, given),
    ),
    approveAnswer: door(z.strictObject({ answerId }), (actor, id, given) =>
      this.decide.approve(actor, id, given.answerId),
    ),
    giveBackAnswer: door(z.strictObject({ answerId, reason: text }), (actor, id, given) =>
      this.decide.giveBack(actor, id, given),
    ),
    requestPublication: door(publicText, (actor, id, given) => this.requestPublication.request(actor, id, given)),
    approvePublication: door(z.strictObject({ publicationId }), (actor, id, given) =>
      this.publication.approve(actor, id, given.publicationId),
    ),
    declinePublication: door(z.strictObject({ publicationId, reason: text }), (actor, id, given) =>
      this.publication.decline(actor, id, given),
    ),
  } satisfies ActDoors;
}
