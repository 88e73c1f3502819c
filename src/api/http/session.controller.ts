import { Controller, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ROLES, type Actor } from '../../kernel/actor.js';
import { Allow, CurrentActor } from '../../platform/http/access.js';
import { Endpoint, type Answer } from './endpoint.js';
import { API_ROOT, endpoint } from './endpoint-plan.js';

const SESSION = endpoint({
  method: 'get',
  path: 'session',
  status: 200,
  summary: 'Who is signed in, and the token that every request other than GET carries in the header X-CSRF-Token.',
  answer: z.object({
    id: z.string(),
    name: z.string(),
    unitId: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    csrfToken: z.string(),
  }),
});

/** For programs that use the session of a person who signed in on the page; programs with a token of their own do not need it. */
@Controller(API_ROOT)
@Allow('signedIn')
export class ApiSessionController {
  @Endpoint(SESSION)
  session(
    @CurrentActor() { id, name, unitId, roles }: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Answer<typeof SESSION> {
    return { id, name, unitId, roles: [...roles], csrfToken: reply.generateCsrf() };
  }
}
