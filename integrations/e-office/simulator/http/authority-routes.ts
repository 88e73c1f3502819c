import type { FastifyInstance } from 'fastify';
import type { Authority } from '../authority/authority.js';

/** What a certification authority publishes: its anchor, and what it has revoked. */
export function authorityRoutes(app: FastifyInstance, authority: () => Authority): void {
  app.get('/ca/crl', async (_request, reply) => reply.type('application/pkix-crl').send(await authority().crl()));
  app.get('/ca/root.pem', (_request, reply) => reply.type('application/x-pem-file').send(authority().rootPem()));
}
