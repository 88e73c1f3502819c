import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { SecondFactors } from '../../organisation/index.js';
import { ActorSource } from '../../platform/http/access.js';
import { PROOF_FIELD } from '../../platform/http/ask-again.js';
import { PostedFile } from '../../platform/http/posted-file.js';
import { RefusalPages, type Refusal } from '../../platform/http/refusal-filter.js';
import { refusalView } from '../presenters/refusal.js';
import { AskAgainPage, type AskAgainView } from '../views/ask-again-page.js';
import { ErrorPage } from '../views/error-page.js';
import { renderPage } from '../views/render-page.js';
import { refusalWords } from '../wording/refusals.js';
import { Frames, type Visit } from './frames.js';
import { SECOND_FACTOR_PATH } from '../presenters/account.js';
import { ASK_AGAIN_PATH } from './ask-again.controller.js';
import { cameFrom } from './local-path.js';
import { keepRefusedForm, leaveNotice, postedFields } from './session-words.js';

const SIGN_IN = '/dang-nhap';

const FILE_LOST = 'Đã xác nhận. Chọn lại tệp rồi gửi.';

type Answer = { readonly location: string } | { readonly html: string };

/** What a person sees of a refusal: the door, the page the form came from with a sentence, or a page of its own. */
@Injectable()
export class WebRefusals extends RefusalPages {
  constructor(
    private readonly frames: Frames,
    private readonly actors: ActorSource,
    private readonly factors: SecondFactors,
  ) {
    super();
  }

  override async page(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<Answer> {
    if (refusal.status === 401) return { location: toSignIn(request) };
    const actor = await this.actorOf(request);
    if (refusal.code === 'second-factor-owed') return { location: SECOND_FACTOR_PATH };
    if (actor && request.proofAsked === true) return this.askAgain(refusal, { actor, request, reply });
    const page = request.method === 'POST' ? cameFrom(request) : null;
    if (actor && page !== null) return { location: backTo(page, refusal, request) };
    const frame = actor ? await this.frames.of({ actor, request, reply }) : null;
    const view = refusalView(refusal, request.id, frame !== null);
    return { html: renderPage(<ErrorPage frame={frame} view={view} />) };
  }

  private async askAgain(refusal: Refusal, visit: Visit): Promise<Answer> {
    const asksCode = await this.factors.isOn(visit.actor.id);
    const view = { ...askAgainView(refusal, visit.request), asksCode };
    if (view.fileLost) keepRefusedForm(visit.request, FILE_LOST, null);
    return { html: renderPage(<AskAgainPage frame={await this.frames.of(visit)} view={view} />) };
  }

  /** The guard does not run for addresses that do not exist. */
  private async actorOf({ actor, session }: FastifyRequest): Promise<Actor | null> {
    if (actor) return actor;
    return session.staffId === undefined ? null : this.actors.find(session.staffId);
  }
}

/** A page is shown after the question, a form is carried on whole; where it brought a file, one goes back to choose it again. */
function askAgainView({ code, field, sentence }: Refusal, request: FastifyRequest): Omit<AskAgainView, 'asksCode'> {
  const isWrong = code !== 'proof-needed' || field === PROOF_FIELD;
  const answer = { error: isWrong ? sentence : null };
  if (request.method !== 'POST') return { ...answer, ...after(request.url), fileLost: false };
  if (bringsFile(request.body)) return { ...answer, ...after(cameFrom(request) ?? '/'), fileLost: true };
  const carried = Object.entries(postedFields(request.body)).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
  return { ...answer, action: request.url, carried, fileLost: false };
}

function after(page: string): Pick<AskAgainView, 'action' | 'carried'> {
  return { action: ASK_AGAIN_PATH, carried: [{ name: 'next', value: page }] };
}

function bringsFile(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Object.values(body).some((value) => value instanceof PostedFile);
}

/** After signing in one reads on where one was; an act is not repeated, its page is shown. */
function toSignIn(request: FastifyRequest): string {
  const page = request.method === 'GET' ? request.url : (cameFrom(request) ?? '/');
  return page === '/' ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(page)}`;
}

function backTo(page: string, { status, sentence, field }: Refusal, request: FastifyRequest): string {
  const words = sentence ?? refusalWords(status).meaning;
  leaveNotice(request, 'refused', words);
  keepRefusedForm(request, words, field);
  return page;
}
