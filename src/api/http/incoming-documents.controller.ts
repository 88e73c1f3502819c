import { Controller } from '@nestjs/common';
import { z } from 'zod';
import { SETTLED_WITHOUT_LETTER } from '../../correspondence/domain/handling.js';
import { PRIORITY_WORDS } from '../../correspondence/domain/incoming-paper.js';
import { WRITING_WAYS } from '../../correspondence/domain/writing-person.js';
import { REGISTRARS, ROUTERS } from '../../correspondence/domain/policy.js';
import {
  AnswerDocument,
  AssignHandler,
  EnterPaper,
  GiveOpinion,
  HandlingReader,
  RouteDocument,
  SettleDocument,
} from '../../correspondence/index.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { STAFF, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { DocumentFiles, FileDocument } from '../../records/index.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { TakesFiles } from '../../platform/http/bodies/posted-file.js';
import {
  arrivalNumber,
  arrivalNumberOf,
  begunDraft,
  incomingOf,
  incomingShape,
  kindFrom,
  placeOf,
  recordFilePlace,
  seenIncomingOf,
  seenIncomingShape,
} from '../shapes/documents.js';
import { day, formNumber, optionalText, postedFiles, text } from '../shapes/wire.js';
import { Asked, Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const MAX_FILES = 10;

const paper = z.strictObject({
  senderName: text,
  senderCode: optionalText.meta({ description: 'By which the exchange reaches its author; left out where none does.' }),
  code: optionalText.meta({ description: 'Number and symbol as its author gave them; left out where it has none.' }),
  issuedOn: day,
  type: text.meta({ example: 'Công văn' }),
  subject: text,
  priority: formNumber.default(0).meta({ description: `Of ${PRIORITY_WORDS.join(', ')}; 0 for the first.` }),
  wroteBy: z
    .enum(WRITING_WAYS)
    .optional()
    .meta({ description: 'By which way a person wrote; left out for a paper of an agency.' }),
  address: optionalText.meta({ description: 'Where that person is reached; needed by post.' }),
  files: postedFiles
    .optional()
    .meta({ description: `Scans, ${String(MAX_FILES)} at most; left out where there are none.` }),
});

const ENTER = endpoint({
  method: 'post',
  path: 'incoming-documents',
  status: 201,
  scope: 'documents.enter',
  summary:
    'Enters a document that came on paper: it gets the next number of the incoming register, where this system gives it, and waits to be routed.',
  body: paper,
  media: 'multipart/form-data',
  answer: z.object({ documentId: z.string(), arrivalNumber }),
  key: 'required',
});

const ROUTE = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/routing',
  status: 204,
  scope: 'documents.route',
  summary:
    'Gives it to a lead unit and to units that help, by what a leader directed. A leader gives his own direction.',
  body: z.strictObject({
    version: z.int().min(0),
    directedById: z.string().default(''),
    direction: text,
    directedOn: day,
    leadUnitId: z.string(),
    coordinatingUnitIds: z.array(z.string()).default([]),
    dueOn: day.nullable().default(null),
  }),
  key: 'accepted',
});

const HANDLER = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/handler',
  status: 204,
  scope: 'documents.route',
  summary: 'Names who of the lead unit handles it.',
  body: z.strictObject({
    officerId: z.string(),
    direction: optionalText.meta({ description: 'What you tell them; left out where there is nothing to add.' }),
  }),
  key: 'accepted',
});

const OPINION = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/opinion',
  status: 204,
  scope: 'documents.write',
  summary: 'Gives the opinion of your unit, which was asked to help.',
  body: z.strictObject({ opinion: text }),
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
  key: 'accepted',
});

const SETTLE = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/settlement',
  status: 204,
  scope: 'documents.write',
  summary: 'Ends an incoming document without a letter, with what was done in one line.',
  body: z.strictObject({ settlement: z.enum(SETTLED_WITHOUT_LETTER), result: text }),
  key: 'accepted',
});

const FILE = endpoint({
  method: 'post',
  path: 'incoming-documents/{incoming}/record-file',
  status: 204,
  scope: 'documents.write',
  summary:
    'Puts it, with what answers it, into a file of the file plan; else it goes into that of its unit when it is settled.',
  body: recordFilePlace,
  key: 'accepted',
});

/** Documents of other agencies that are handled without a ticket. */
@Controller(API_ROOT)
@Allow(STAFF)
export class ApiIncomingDocumentsController {
  constructor(
    private readonly handlings: HandlingReader,
    private readonly enterPaper: EnterPaper,
    private readonly routeDocument: RouteDocument,
    private readonly assignHandler: AssignHandler,
    private readonly giveOpinion: GiveOpinion,
    private readonly answerDocument: AnswerDocument,
    private readonly settleDocument: SettleDocument,
    private readonly filing: DocumentFiles,
    private readonly fileDocument: FileDocument,
  ) {}

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
    const held = await this.handlings.one(actor, path['incoming'] ?? '');
    return seenIncomingOf(held, await this.filing.of(actor, { book: 'incoming', documentId: held.document.id }));
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

  @Endpoint(ENTER)
  @Allow(REGISTRARS)
  @TakesFiles()
  async enter(
    @CurrentActor() actor: Actor,
    @Asked(ENTER) { body }: Asked<typeof ENTER>,
  ): Promise<Answer<typeof ENTER>> {
    const { files = [], issuedOn: issuedDate, type: typeName, wroteBy, address, ...written } = body;
    const person = wroteBy === undefined ? null : { wroteBy, address };
    const scans = [files].flat();
    if (scans.length > MAX_FILES)
      throw new DomainError('input-invalid', {
        field: 'files',
        message: `Gửi nhiều nhất ${String(MAX_FILES)} tệp một lần.`,
      });
    const documentId = await this.enterPaper.enter(actor, {
      key: newId(),
      paper: { ...written, issuedDate, typeName, person },
      files: scans.map(({ name, content }) => ({ name, content })),
    });
    const { document } = await this.handlings.one(actor, documentId);
    return { documentId, arrivalNumber: arrivalNumberOf(document) };
  }

  @Endpoint(ROUTE)
  @Allow(ROUTERS)
  async route(@CurrentActor() actor: Actor, @Asked(ROUTE) { path, body }: Asked<typeof ROUTE>): Promise<void> {
    await this.routeDocument.route(actor, { ...body, documentId: path['incoming'] ?? '' });
  }

  @Endpoint(HANDLER)
  async assign(@CurrentActor() actor: Actor, @Asked(HANDLER) { path, body }: Asked<typeof HANDLER>): Promise<void> {
    await this.assignHandler.assign(actor, path['incoming'] ?? '', body);
  }

  @Endpoint(FILE)
  @Allow(DRAFTERS)
  async file(@CurrentActor() actor: Actor, @Asked(FILE) { path, body }: Asked<typeof FILE>): Promise<void> {
    const document = { book: 'incoming', documentId: path['incoming'] ?? '' } as const;
    await this.fileDocument.choose(actor, document, placeOf(body));
  }

  @Endpoint(OPINION)
  @Allow(DRAFTERS)
  async advise(@CurrentActor() actor: Actor, @Asked(OPINION) { path, body }: Asked<typeof OPINION>): Promise<void> {
    await this.giveOpinion.give(actor, path['incoming'] ?? '', body.opinion);
  }
}
