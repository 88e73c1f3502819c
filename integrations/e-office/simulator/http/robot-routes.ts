import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { DeskRefusal } from '../desks/desk-refusal.js';
import { RECALL_ANSWERS } from '../desks/recall-desk.js';
import type { Desks } from '../desks/desks.js';
import { feedbackDraft } from '../feedback-ticket.js';
import { MISBEHAVIOUR_CODES } from '../misbehaviour/catalogue.js';
import { sampleFiles } from '../pages/sample-files.js';
import { FEEDBACK_SAMPLES } from '../samples.js';
import { signatureStateOf } from '../signature-state.js';
import type { SignatureRequest } from '../store/signature-book.js';
import { ledgerView } from './ledger-view.js';
import { requireNeighbour } from './guard.js';

const MAX_BYTES = 60 * 1024 * 1024;

const file = z.object({
  name: z.string().min(1).max(255),
  contentType: z.string().min(1),
  /** Base64. */
  content: z.base64().transform((text) => Buffer.from(text, 'base64')),
});

const files = {
  /** Names of sample files. */
  sampleFiles: z.array(z.string()).default([]),
  files: z.array(file).max(20).default([]),
};

const feedbackBody = z.union([
  z.object({
    sample: z
      .int()
      .min(0)
      .max(FEEDBACK_SAMPLES.length - 1),
    ...files,
  }),
  feedbackDraft.extend(files),
]);

const pathId = z.object({ id: z.string() });
const givenBack = z.object({ comment: z.string() });
const rawQuery = z.object({ documentId: z.string().optional(), kind: z.enum(['document', 'status']).optional() });
const recallsBody = z.object({ answer: z.enum(RECALL_ANSWERS) });
const misbehaviourBody = z.object({
  misbehaviour: z.enum(MISBEHAVIOUR_CODES).nullable(),
  request: z.string().optional(),
});
const goOnBody = z.object({ year: z.int(), next: z.int().min(1) });
const correctedArrival = z.object({ incomingNumber: z.string().min(1) });
const correctedNumber = z.object({ documentNumber: z.string().min(1), issuedDate: z.iso.date() });
const againQuery = z.object({ as: z.enum(['same', 'copy']).default('same') });

/** The same desks for a program: unattended demonstrations, and tests that count what was sent. */
export function robotRoutes(app: FastifyInstance, desks: Desks): void {
  const { store } = desks.office;
  app.addHook('onRequest', requireNeighbour);
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) =>
    done(null, body),
  );

  app.get('/api/ledger', () => ledgerView(store));
  app.get('/api/messages/:id', (request, reply) => {
    const { id } = pathId.parse(request.params);
    const queued = store.mailbox.find(id);
    const sent = store.ledger.findMessage(id) ?? store.ledger.find(id);
    const bytes = queued ? store.mailbox.bytes(queued) : sent && store.ledger.bytes(sent);
    if (!bytes) throw new DeskRefusal('unknown', 'Không có văn bản này.');
    return reply.type('application/xml').send(bytes);
  });

  app.post('/api/feedback', (request, reply) => {
    const body = feedbackBody.parse(request.body);
    const draft = 'sample' in body ? feedbackDraft.parse(FEEDBACK_SAMPLES[body.sample]) : feedbackDraft.parse(body);
    const sent = desks.hotline.send(draft, [...sampleFiles(body.sampleFiles), ...body.files]);
    const { messageId, hotlineCode, documentId } = sent;
    return reply.code(201).send({ messageId, hotlineCode, documentId });
  });
  app.post('/api/messages', (request, reply) => {
    const { documentId, kind } = rawQuery.parse(request.query);
    if (!Buffer.isBuffer(request.body))
      throw new DeskRefusal('unable', 'Gửi nội dung dưới dạng byte, ví dụ application/xml.');
    const message = desks.hotline.queue(request.body, documentId ?? null, kind);
    return reply.code(201).send({ messageId: message.id });
  });
  app.post('/api/recalls', (request) => {
    desks.recalls.answer = recallsBody.parse(request.body).answer;
    return { answer: desks.recalls.answer };
  });
  app.post('/api/messages/:id/redeliver', (request, reply) => {
    const message = desks.hotline.deliverAgain(pathId.parse(request.params).id, againQuery.parse(request.query).as);
    return reply.code(201).send({ messageId: message.id });
  });

  signatureRoutes(app, desks);
  numberRoutes(app, desks);
  arrivalRoutes(app, desks);
  misbehaviourRoutes(app, desks);
}

function signatureRoutes(app: FastifyInstance, desks: Desks): void {
  const { signatures } = desks.office.store;
  const view = (request: SignatureRequest): object => ({
    ...signatureStateOf(signatures, request),
    subject: request.subject,
    sealOrdered: signatures.sealOrderOf(request.id) !== undefined,
  });
  const requestId = (params: unknown): string => ownId(desks, pathId.parse(params).id);

  app.get('/api/signature-requests', () => signatures.all().map(view));
  app.post('/api/signature-requests/:id/sign', async (request) =>
    view(await desks.leader.sign(requestId(request.params))),
  );
  app.post('/api/signature-requests/:id/return', (request) =>
    view(desks.leader.giveBack(requestId(request.params), givenBack.parse(request.body).comment)),
  );
  app.post('/api/signature-requests/:id/seal', async (request) =>
    view(await desks.registry.seal(requestId(request.params))),
  );
}

/** The e-office's own book of outgoing documents, for an agency that has it number. */
function numberRoutes(app: FastifyInstance, { office, registry }: Desks): void {
  app.post('/api/numbers', (request) => {
    const { year, next } = goOnBody.parse(request.body);
    office.store.numbers.goOnAt(year, next);
    return { year, next };
  });
  app.post('/api/signature-requests/:id/number', (request) => {
    const id = office.store.signatures.findByClientRequest(pathId.parse(request.params).id)?.id ?? '';
    return signatureStateOf(office.store.signatures, registry.correctNumber(id, correctedNumber.parse(request.body)));
  });
}

/** The e-office's own book of incoming documents, likewise. */
function arrivalRoutes(app: FastifyInstance, { office, registry }: Desks): void {
  app.post('/api/arrivals', (request) => {
    const { year, next } = goOnBody.parse(request.body);
    office.store.incoming.goOnAt('incoming', year, next);
    return { year, next };
  });
  app.post('/api/messages/:id/arrival', (request) => {
    const { id } = pathId.parse(request.params);
    registry.enterMessage(id);
    return office.store.incoming.findMessage(id);
  });
  app.post('/api/arrivals/:id', (request) => {
    const { id } = pathId.parse(request.params);
    registry.correctArrival(id, correctedArrival.parse(request.body).incomingNumber);
    return office.store.incoming.findById(id);
  });
}

/** Either side's id will do: a robot knows the one it gave. */
function ownId({ office }: Desks, id: string): string {
  return office.store.signatures.findByClientRequest(id)?.id ?? id;
}

function misbehaviourRoutes(app: FastifyInstance, desks: Desks): void {
  const { board } = desks;
  const view = (): object => ({
    next: board.next,
    list: board.list,
    requests: board.all().map(({ requestId, code }) => ({ requestId, misbehaviour: code })),
  });
  app.get('/api/misbehaviour', view);
  app.post('/api/misbehaviour', (request) => {
    const { misbehaviour, request: id } = misbehaviourBody.parse(request.body);
    const requestId = id === undefined ? undefined : ownId(desks, id);
    if (misbehaviour === null) board.switchOff(requestId);
    else board.switchOn(misbehaviour, requestId);
    return view();
  });
}
