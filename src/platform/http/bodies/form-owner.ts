import type { FastifyReply, FastifyRequest, Session } from 'fastify';
import { sha256Of } from '../../../kernel/sha256.js';
import { secretOfNobody } from '../../sessions/session-store.js';

/** Between the token and the mark; no token contains it. */
const SEPARATOR = '~';
const MARK_LENGTH = 16;
const NOBODY = '';

/** The field of a form that carries the token. */
const TOKEN_FIELD = '_csrf';
const TOKEN_HEADERS = ['csrf-token', 'xsrf-token', 'x-csrf-token', 'x-xsrf-token'] as const;

/** For whom a page was drawn. It grants nothing: it only tells whether a form belongs to the person who is signed in now. */
export interface FormOwner {
  readonly person: string;
  /** In whose place the person acted; the same mark for everybody who acts as themselves. */
  readonly place: string;
}

/** The token of a form of somebody who is signed in, with a mark of the person for whom the page is drawn. */
export function formToken({ session }: FastifyRequest, reply: FastifyReply): string {
  const token = plainToken(reply);
  if (session.staffId === undefined) return token;
  const { person, place } = ownerOfSession(session);
  return `${token}${SEPARATOR}${person}.${place}`;
}

/** The token of a form at the door. Where nobody has signed in, its secret follows from the session's id and is kept nowhere. */
export function plainToken(reply: FastifyReply): string {
  const { session } = reply.request;
  if (session.staffId === undefined) session._csrf ??= secretOfNobody(session.sessionId);
  return reply.generateCsrf();
}

/** The token alone, as the check of forged requests wants it. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const posted = postedToken(request);
  return posted?.split(SEPARATOR, 1)[0];
}

/** For whom the page of the posted form was drawn; null when the form does not say. */
export function ownerOfForm(request: FastifyRequest): FormOwner | null {
  return readOwner(postedToken(request)?.split(SEPARATOR)[1]);
}

/** @param mark `person.place`, as a form carries it */
export function readOwner(mark: string | undefined): FormOwner | null {
  const [person, place] = mark?.split('.') ?? [];
  return person === undefined || place === undefined ? null : { person, place };
}

/** As whom a session acts. */
export function ownerOfSession({ staffId, actsFor }: Pick<Session, 'staffId' | 'actsFor'>): FormOwner {
  return { person: personMark(staffId ?? NOBODY), place: personMark(actsFor ?? NOBODY) };
}

export function isSameOwner(one: FormOwner, other: FormOwner): boolean {
  return one.person === other.person && one.place === other.place;
}

function personMark(id: string): string {
  return sha256Of(`form-owner:${id}`).slice(0, MARK_LENGTH);
}

function postedToken({ body, headers }: FastifyRequest): string | undefined {
  const field: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, TOKEN_FIELD) : undefined;
  if (typeof field === 'string') return field;
  const sent = TOKEN_HEADERS.map((name) => headers[name]).find((value) => typeof value === 'string');
  return typeof sent === 'string' ? sent : undefined;
}
