import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isSameOwner, ownerOfForm, ownerOfSession, type FormOwner } from '../../../platform/http/bodies/form-owner.js';
import { PostedFile } from '../../../platform/http/bodies/posted-file.js';
import { cameFrom, localPath, RESUMED_PAGE, RESUME_PATH } from './local-path.js';
import { MAX_FORM_LENGTH, postedFields } from '../../account/flash-messages.js';

const carriedForm = z.object({
  action: z.string(),
  page: z.string(),
  owner: z.object({ person: z.string(), place: z.string() }),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  fileLost: z.boolean(),
});

/**
 * A form that could not be taken because its session had ended or its token was of another: it waits for the person for whom its page was drawn.
 * While nobody is signed in it stands in the page alone, for a stranger's form must not fill the table of sessions.
 */
export type WaitingForm = Readonly<z.infer<typeof carriedForm>>;

declare module 'fastify' {
  interface Session {
    waitingForm?: WaitingForm;
  }
}

/** What the request posted, as a form that waits; null when its page was drawn for nobody, or it is longer than any form of ours. */
export function waitingFormOf(request: FastifyRequest): WaitingForm | null {
  const owner = ownerOfForm(request);
  if (owner === null) return null;
  const fields = Object.entries(postedFields(request.body)).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
  if (JSON.stringify(fields).length > MAX_FORM_LENGTH) return null;
  const page = cameFrom(request) ?? '/';
  return { action: request.url, page, owner, fields, fileLost: bringsFile(request.body) };
}

/** A form that a sign-in page carried, as it came back from the browser; null when none did. */
export function readWaitingForm(carried: string): WaitingForm | null {
  if (carried === '' || carried.length > 2 * MAX_FORM_LENGTH) return null;
  try {
    const form = carriedForm.parse(JSON.parse(carried));
    return { ...form, action: localPath(form.action, '/'), page: localPath(form.page, '/') };
  } catch {
    return null;
  }
}

/** The form that a posted sign-in form carries. */
export function carriedBy(body: unknown): WaitingForm | null {
  const { waiting } = postedFields(body);
  return typeof waiting === 'string' ? readWaitingForm(waiting) : null;
}

/** Whether a form waits for that person, in whatever place. */
export function waitsFor({ owner }: WaitingForm, staffId: string): boolean {
  return owner.person === ownerOfSession({ staffId }).person;
}

/** Whether the session acts as the person and in the place for which the page was drawn. */
export function isOfSession(owner: FormOwner, { session }: FastifyRequest): boolean {
  return isSameOwner(owner, ownerOfSession(session));
}

/** Keeps a form until its owner sees it. @returns the page on which that is */
export function keepWaitingForm({ session }: FastifyRequest, form: WaitingForm): string {
  session.waitingForm = form;
  return resumePath(form);
}

/** The page that sends a form once more; it says where the form was filled in, so that a refusal leads back there. */
export function resumePath({ page }: WaitingForm): string {
  return `${RESUME_PATH}?${RESUMED_PAGE}=${encodeURIComponent(page)}`;
}

/** The form that waits, if this session may see it. It is taken once the session acts as its page did, so that nothing is sent twice. */
export function takeWaitingForm(request: FastifyRequest): WaitingForm | null {
  const { session } = request;
  const { waitingForm } = session;
  if (waitingForm === undefined || session.staffId === undefined) return null;
  if (isOfSession(waitingForm.owner, request) || !waitsFor(waitingForm, session.staffId)) delete session.waitingForm;
  return waitsFor(waitingForm, session.staffId) ? waitingForm : null;
}

export function bringsFile(body: unknown): boolean {
  if (typeof body !== 'object' || body === null) return false;
  return Object.values(body).some((value) => [value].flat().some((one) => one instanceof PostedFile));
}
