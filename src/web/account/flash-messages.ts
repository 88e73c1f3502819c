import type { FastifyRequest } from 'fastify';
import { PROOF_FIELD } from '../../platform/http/ask-again.js';
import type { NoticeView } from '../kit/shell/page-frame.js';
import type { RefusedFields } from '../kit/refused-note.js';

/** A form as it was posted when it was refused, so that nobody types twice. */
export interface RefusedForm extends RefusedFields {
  /** The path it was posted to. */
  readonly action: string;
  /** The field that the sentence is about; null when it is about no one field. */
  readonly field: string | null;
}

declare module 'fastify' {
  interface Session {
    notice?: NoticeView;
    refusedForm?: RefusedForm;
  }
}

/** More than the longest letter with all its fields; a larger form is not kept. */
export const MAX_FORM_LENGTH = 120_000;

const NEVER_KEPT: readonly string[] = ['_csrf', 'password', 'newPassword', 'newPasswordAgain', PROOF_FIELD];

/**
 * Leaves a flash message: the next page says what an act came to.
 *
 * @param undo posts that it is taken back, where it may be
 */
export function flash({ session }: FastifyRequest, kind: NoticeView['kind'], text: string, undo?: string): void {
  session.notice = { kind, text, ...(undo !== undefined && { undo }) };
}

/** The end of an act: the page to which it leads says what it came to. */
export function done(request: FastifyRequest, text: string, url: string): { readonly url: string } {
  flash(request, 'done', text);
  return { url };
}

/** The flash message for the page that is being drawn, shown once. Parts that a script fetches leave it for the page itself. */
export function takeFlash({ session, headers }: FastifyRequest): NoticeView | null {
  const { notice } = session;
  if (notice === undefined || headers['sec-fetch-dest'] === 'empty') return null;
  delete session.notice;
  return notice;
}

export function keepRefusedForm({ session, url, body }: FastifyRequest, sentence: string, field: string | null): void {
  const fields = postedFields(body);
  if (JSON.stringify(fields).length > MAX_FORM_LENGTH) return;
  session.refusedForm = { action: pathOf(url), fields, sentence, field };
}

/** Passes the posted values to the form of another action, some changed, without an error message. */
export function keepFormFor(
  { session, body }: FastifyRequest,
  action: string,
  changed: Readonly<Record<string, string>>,
): void {
  const fields = { ...postedFields(body), ...changed };
  if (JSON.stringify(fields).length > MAX_FORM_LENGTH) return;
  session.refusedForm = { action, fields, sentence: '', field: null };
}

/** What was typed into the form of that action, when it was refused a moment ago. */
export function takeRefusedForm({ session, headers }: FastifyRequest, action: string): RefusedForm | null {
  const { refusedForm } = session;
  if (refusedForm?.action !== action || headers['sec-fetch-dest'] === 'empty') return null;
  delete session.refusedForm;
  return refusedForm;
}

/** The form of any act under a path, when it was refused a moment ago; that of an action in `except` is left. */
export function takeRefusedAct(
  request: FastifyRequest,
  path: string,
  except: readonly string[] = [],
): RefusedForm | null {
  const action = request.session.refusedForm?.action;
  if (action?.startsWith(`${path}/`) !== true || except.includes(action)) return null;
  return takeRefusedForm(request, action);
}

/** The texts of a posted form, without its token and passwords; files are not among them. */
export function postedFields(body: unknown): Record<string, string | string[]> {
  if (typeof body !== 'object' || body === null) return {};
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(body)) {
    if (NEVER_KEPT.includes(name)) continue;
    if (typeof value === 'string') kept[name] = value;
    else if (isTexts(value)) kept[name] = value;
  }
  return kept;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
