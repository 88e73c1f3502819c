import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { SETTLED_WITHOUT_LETTER } from '../../correspondence/domain/handling.js';
import {
  AnswerDocument,
  BeginOwnDocument,
  DocumentReader,
  HandlingReader,
  SettleDocument,
} from '../../correspondence/index.js';
import { kindsBegunFrom } from '../../drafting/domain/begun-from.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import {
  documentOf,
  documentShape,
  incomingOf,
  incomingShape,
  seenDocumentOf,
  seenDocumentShape,
  seenIncomingOf,
  seenIncomingShape,
} from '../shapes/documents.js';
import { text } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const begunDraft = z.object({ documentId: z.string().meta({ description: 'Of the draft.' }) });

const kindFrom = (place: 'nothing' | 'incoming') =>
  text.meta({ description: `One of ${kindsBegunFrom(place).join(', ')}.`, example: 'ke-hoach' });

const DOCUMENTS = endpoint({
  method: 'get',
  path: 'documents',
  status: 200,
  scope: 'documents.read',
  summary: 'Documents under way that answer no ticket and that you may see, newest first.',
  answer: z.object({ documents: z.array(documentShape) }),
});

const DOCUMENT = endpoint({
  method: 'get',
  path: 'documents/{document}',
  status: 200,
  scope: 'documents.read',
  summary: 'One document that answers no ticket, with its line in the outgoing register.',
  answer: seenDocumentShape,
});

const BEGIN = endpoint({
  method: 'post',
  path: 'documents',
  status: 201,
  scope: 'documents.write',
  summary: 'Begins a document that answers nothing, as a draft of your unit.',
  body: z.strictObject({ kind: kindFrom('nothing'), subject: text, receivers: z.array(text).min(1).max(50) }),
  answer: begunDraft,
  key: 'accepted',
});

const INCOMING = endpoint({
  method: 'get',
  path: 'incoming-documents',
  status: 200,
  scope: 'documents.read',
  summary:
    'Incoming documents without a ticket that wait: to be routed, with your unit, for its opinion, with other units.',
  answer: z.object({
    toRoute: z.array(incomingShape),
    ofYourUnit: z.array(incomingShape),
    forYourOpinion: z.array(incomingShape),
    ofOthers: z.array(incomingShape),
  }),
});

const INCOMING_ONE = endpoint({
  method: 'get',
  path: 'incoming-documents/{incoming}',
  status: 200,
  scope: 'documents.read',
  summary: 'One incoming document without a ticket, with what was directed and done.',
  answer: seenIncomingShape,
});

const ANSWER = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/answer',
  status: 201,
  scope: 'documents.write',
  summary: 'Begins the document that answers it; released, that one settles it. Begun twice, it is the same draft.',
  body: z.strictObject({ kind: kindFrom('incoming') }),
  answer: begunDraft,
});

const SETTLE = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/settlement',
  status: 204,
  scope: 'documents.write',
  summary: 'Ends an incoming document without a letter, with what was done in one line.',
  body: z.strictObject({ settlement: z.enum(SETTLED_WITHOUT_LETTER), result: text }),
});

/** Documents without a ticket, outgoing and incoming. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiDocumentsController {
  constructor(
    private readonly documents: DocumentReader,
    private readonly beginOwnDocument: BeginOwnDocument,
    private readonly handlings: HandlingReader,
    private readonly answerDocument: AnswerDocument,
    private readonly settleDocument: SettleDocument,
  ) {}

  @Endpoint(DOCUMENTS)
  async list(@CurrentActor() actor: Actor): Promise<Answer<typeof DOCUMENTS>> {
    return { documents: (await this.documents.underWay(actor)).map(documentOf) };
  }

  @Endpoint(DOCUMENT)
  async one(
    @CurrentActor() actor: Actor,
    @Asked(DOCUMENT) { path }: Asked<typeof DOCUMENT>,
  ): Promise<Answer<typeof DOCUMENT>> {
    return seenDocumentOf(await this.documents.one(actor, path['document'] ?? ''));
  }

  @Endpoint(BEGIN)
  @Allow(DRAFTERS)
  async begin(
    @CurrentActor() actor: Actor,
    @Asked(BEGIN) { body: { kind: template, ...given } }: Asked<typeof BEGIN>,
  ): Promise<Answer<typeof BEGIN>> {
    return { documentId: await this.beginOwnDocument.begin(actor, newId(), { ...given, template }) };
  }

  @Endpoint(INCOMING)
  async incoming(@CurrentActor() actor: Actor): Promise<Answer<typeof INCOMING>> {
    const { toRoute, own, toAdvise, everywhere } = await this.handlings.open(actor);
    return {
      toRoute: toRoute.map(incomingOf),
      ofYourUnit: own.map(incomingOf),
      forYourOpinion: toAdvise.map(incomingOf),
      ofOthers: everywhere.map(incomingOf),
    };
  }

  @Endpoint(INCOMING_ONE)
  async incomingOne(
    @CurrentActor() actor: Actor,
    @Asked(INCOMING_ONE) { path }: Asked<typeof INCOMING_ONE>,
  ): Promise<Answer<typeof INCOMING_ONE>> {
    return seenIncomingOf(await this.handlings.one(actor, path['incoming'] ?? ''));
  }

  @Endpoint(ANSWER)
  @Allow(DRAFTERS)
  async answer(
    @CurrentActor() actor: Actor,
    @Asked(ANSWER) { path, body }: Asked<typeof ANSWER>,
  ): Promise<Answer<typeof ANSWER>> {
    return { documentId: await this.answerDocument.begin(actor, path['incoming'] ?? '', body.kind) };
  }

  @Endpoint(SETTLE)
  @Allow(DRAFTERS)
  async settle(@CurrentActor() actor: Actor, @Asked(SETTLE) { path, body }: Asked<typeof SETTLE>): Promise<void> {
    await this.settleDocument.settle(actor, path['incoming'] ?? '', body);
  }
}
