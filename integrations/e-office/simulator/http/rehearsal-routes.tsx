import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { MISBEHAVIOUR_CODES } from '../misbehaviour/catalogue.js';
import { RehearsalPage } from '../pages/rehearsal-page.js';
import { V_OFFICE_FAULTS } from '../v-office/v-office-options.js';
import { type PageDesk, show } from './page-desk.js';

const form = z.object({ token: z.string().optional() });
const vOfficeForm = form.extend({ fault: z.enum(V_OFFICE_FAULTS) });
const onForm = form.extend({ misbehaviour: z.enum(MISBEHAVIOUR_CODES), request: z.string().default('') });

/** The page on which people switch misbehaviour on and off. */
export function rehearsalRoutes(app: FastifyInstance, page: PageDesk): void {
  const { office, board } = page.desks;
  app.get('/dien-tap', (request, reply) =>
    show(
      reply,
      <RehearsalPage office={office} board={board} vOffice={page.vOffice} context={page.context(request.query)} />,
    ),
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
    if (page.vOffice) page.vOffice.fault = null;
    return reply.redirect('/dien-tap?xong=da-tat', 303);
  });
  const { vOffice } = page;
  if (!vOffice) return;
  app.post('/dien-tap/voffice', (request, reply) => {
    const { token, fault } = vOfficeForm.parse(request.body);
    page.token.require(token);
    vOffice.fault = fault;
    return reply.redirect('/dien-tap?xong=da-bat', 303);
  });
}
