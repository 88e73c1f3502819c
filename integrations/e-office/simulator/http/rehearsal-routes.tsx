import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MISBEHAVIOUR_CODES } from '../misbehaviour/catalogue.js';
import { RehearsalPage } from '../pages/rehearsal-page.js';
import { type PageDesk, show } from './page-desk.js';

const form = z.object({ token: z.string().optional() });
const onForm = form.extend({ misbehaviour: z.enum(MISBEHAVIOUR_CODES), request: z.string().default('') });

/** The page on which people switch misbehaviour on and off. */
export function rehearsalRoutes(app: FastifyInstance, page: PageDesk): void {
  const { office, board } = page.desks;
  app.get('/dien-tap', (request, reply) =>
    show(reply, <RehearsalPage office={office} board={board} context={page.context(request.query)} />),
  );
  app.post('/dien-tap/bat', (request, reply) => {
    const { token, misbehaviour, request: id } = onForm.parse(request.body);
    page.token.require(token);
    board.switchOn(misbehaviour, id === '' ? undefined : id);
    return reply.redirect('/dien-tap?xong=da-bat', 303);
  });
  app.post('/dien-tap/tat', (request, reply) => {
    page.token.require(form.parse(request.body).token);
    board.switchOff();
    return reply.redirect('/dien-tap?xong=da-tat', 303);
  });
}
