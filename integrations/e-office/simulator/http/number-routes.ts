import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { civilDateOf, yearOf } from '../../../../src/kernel/civil-date.js';
import type { PageDesk } from './page-desk.js';

const pathId = z.object({ id: z.string() });
const goOnForm = z.object({ token: z.string().optional(), next: z.coerce.number().int().min(1) });
const arrivalForm = z.object({ token: z.string().optional(), incomingNumber: z.string().regex(/^\d{1,9}$/u) });
const correctForm = z.object({
  token: z.string().optional(),
  documentNumber: z.string().min(1),
  issuedDate: z.iso.date(),
});

/** What the clerk of the e-office does to its own books of outgoing and incoming documents; for rehearsing that a number comes twice, or is set right. */
export function numberRoutes(app: FastifyInstance, { desks, token }: PageDesk): void {
  const { office, registry } = desks;
  app.post('/van-thu/so', (request, reply) => {
    const form = goOnForm.parse(request.body);
    token.require(form.token);
    office.store.numbers.goOnAt(yearOf(civilDateOf(office.clock.now())), form.next);
    return reply.redirect('/van-thu?xong=da-doi-so', 303);
  });
  app.post('/van-thu/:id/so', (request, reply) => {
    const { token: given, ...right } = correctForm.parse(request.body);
    token.require(given);
    registry.correctNumber(pathId.parse(request.params).id, right);
    return reply.redirect('/van-thu?xong=da-sua-so', 303);
  });
  app.post('/van-thu/so-den', (request, reply) => {
    const form = goOnForm.parse(request.body);
    token.require(form.token);
    office.store.incoming.goOnAt('incoming', yearOf(civilDateOf(office.clock.now())), form.next);
    return reply.redirect('/van-thu?xong=da-doi-so-den', 303);
  });
  app.post('/van-thu/tin/:id/so-den', (request, reply) => {
    token.require(z.object({ token: z.string().optional() }).parse(request.body).token);
    registry.enterMessage(pathId.parse(request.params).id);
    return reply.redirect('/van-thu?xong=da-vao-so-den', 303);
  });
  app.post('/van-thu/:id/so-den', (request, reply) => {
    const { token: given, incomingNumber } = arrivalForm.parse(request.body);
    token.require(given);
    registry.correctArrival(pathId.parse(request.params).id, incomingNumber);
    return reply.redirect('/van-thu?xong=da-sua-so-den', 303);
  });
}
