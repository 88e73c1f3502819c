import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface Session {
    /** Id of the person in whose place this session acts; absent where one acts as oneself. */
    actsFor?: string;
  }
}

/** Names under which a session keeps what forms of pages drawn before carry along. */
const OF_FORMS: ReadonlySet<string> = new Set(['cookie', '_csrf', 'refusedForm']);

/** From now on this session acts in the place of that person, by a new id. Forms of pages that were drawn before are refused. */
export async function takePlace(request: FastifyRequest, principalId: string): Promise<void> {
  await request.session.regenerate(Object.keys(request.session).filter((key) => !OF_FORMS.has(key)));
  request.session.actsFor = principalId;
}

/** From now on this session acts as the person who signed in. Forms of pages that were drawn before are refused. */
export function leavePlace({ session }: FastifyRequest): void {
  delete session.actsFor;
  Reflect.deleteProperty(session, '_csrf');
}
