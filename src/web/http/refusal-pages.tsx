import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.js';
import { ActorSource } from '../../platform/http/access.js';
import { RefusalPages, type Refusal } from '../../platform/http/refusal-filter.js';
import { refusalView } from '../presenters/refusal.js';
import { ErrorPage } from '../views/error-page.js';
import { renderPage } from '../views/render-page.js';
import { refusalWords } from '../wording/refusals.js';
import { Frames } from './frames.js';
import { cameFrom } from './local-path.js';
import { keepRefusedForm, leaveNotice } from './session-words.js';

const SIGN_IN = '/dang-nhap';

type Answer = { readonly location: string } | { readonly html: string };

/** What a person sees of a refusal: the door, the page the form came from with a sentence, or a page of its own. */
@Injectable()
export class WebRefusals extends RefusalPages {
  constructor(
    private readonly frames: Frames,
    private readonly actors: ActorSource,
  ) {
    super();
  }

  override async page(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<Answer> {
    if (refusal.status === 401) return { location: toSignIn(request) };
    const actor = await this.actorOf(request);
    const page = request.method === 'POST' ? cameFrom(request) : null;
    if (actor && page !== null) return { location: backTo(page, refusal, request) };
    const frame = actor ? await this.frames.of({ actor, request, reply }) : null;
    const view = refusalView(refusal, request.id, frame !== null);
    return { html: renderPage(<ErrorPage frame={frame} view={view} />) };
  }

  /** The guard does not run for addresses that do not exist. */
  private async actorOf({ actor, session }: FastifyRequest): Promise<Actor | null> {
    if (actor) return actor;
    return session.staffId === undefined ? null : this.actors.find(session.staffId);
  }
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
