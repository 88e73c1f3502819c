import type { FastifyInstance } from 'fastify';
import type { Authority } from '../authority/authority.js';
import type { Switchboard } from '../misbehaviour/switchboard.js';

/** What a certification authority publishes: its anchor, and what it has revoked. */
export function authorityRoutes(app: FastifyInstance, authority: () => Authority, board: Switchboard): void {
  app.get('/ca/crl', async (_request, reply) => {
    if (board.list === 'noList') return reply.code(503).send();
    const list = board.list === 'outdatedList' ? authority().outdatedCrl() : authority().crl();
    return reply.type('application/pkix-crl').send(await list);
  });
  app.get('/ca/root.pem', (_request, reply) => reply.type('application/x-pem-file').send(authority().rootPem()));
}
