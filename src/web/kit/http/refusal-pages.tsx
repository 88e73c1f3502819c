import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/actor.js';
import { SecondFactors } from '../../../organisation/index.js';
import { ActorSource } from '../../../platform/http/access.js';
import { PROOF_FIELD } from '../../../platform/http/ask-again.js';
import { ownerOfForm } from '../../../platform/http/bodies/form-owner.js';
import {
  FORM_OUTDATED,
  RefusalPages,
  type Refusal,
  type RefusalAnswer,
} from '../../../platform/http/refusal-filter.js';
import type { PageFrame } from '../shell/page-frame.js';
import { refusalView } from './refusal-view.js';
import { AskAgainPage, type AskAgainView } from '../../account/ask-again-page.js';
import { ErrorPage } from '../error-page.js';
import { LoginPage } from '../../account/login-page.js';
import { renderPage } from '../render-page.js';
import { refusalWords } from '../words/refusals.js';
import { PageContextFactory, type RequestContext } from './page-context.js';
import { PASSWORD_PATH, SECOND_FACTOR_PATH } from '../../account/account-view.js';
import { ASK_AGAIN_PATH } from '../../account/ask-again.controller.js';
import { cameFrom } from './local-path.js';
import { LoginViews } from '../../account/login-views.js';
import { keepRefusedForm, flash, postedFields } from '../../account/flash-messages.js';
import { bringsFile, carriedBy, isOfSession, keepWaitingForm, waitingFormOf } from './waiting-form.js';

const SIGN_IN = '/dang-nhap';

/** Where what is owed before anything else is given. */
const OWED: Readonly<Partial<Record<string, string>>> = {
  'password-owed': PASSWORD_PATH,
  'second-factor-owed': SECOND_FACTOR_PATH,
};

const SIGN_IN_OUTDATED = 'Trang đăng nhập đã mở quá lâu. Nhập lại mật khẩu.';

const OF_ANOTHER_SESSION =
  'Trang này mở trong một phiên đăng nhập khác nên nội dung vừa gửi không được nhận. Trang đã tải lại; nhập lại nếu vẫn cần.';

const FILE_LOST = 'Đã xác nhận. Chọn lại tệp rồi gửi.';

/** What a person sees of a refusal: the door, the page the form came from with a sentence, or a page of its own. */
@Injectable()
export class WebRefusals extends RefusalPages {
  constructor(
    private readonly pageContext: PageContextFactory,
    private readonly actors: ActorSource,
    private readonly factors: SecondFactors,
    private readonly login: LoginViews,
  ) {
    super();
  }

  override async page(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<RefusalAnswer> {
    if (refusal.status === 401) return this.atTheDoor(refusal, request, reply);
    const actor = await this.actorOf(request);
    if (refusal.code === FORM_OUTDATED && actor === null) return this.atTheDoor(refusal, request, reply);
    return actor === null
      ? this.errorPage(refusal, request, null)
      : this.toSomebody(refusal, { actor, request, reply });
  }

  private async toSomebody(refusal: Refusal, context: RequestContext): Promise<RefusalAnswer> {
    const { request } = context;
    if (refusal.code === FORM_OUTDATED) return this.ofAnotherSession(refusal, context);
    const owed = OWED[refusal.code];
    if (owed !== undefined) return { location: owed };
    if (request.proofAsked === true) return this.askAgain(refusal, context);
    const page = request.method === 'POST' ? cameFrom(request) : null;
    if (page !== null) return { location: backTo(page, refusal, request) };
    return this.errorPage(refusal, request, await this.pageContext.of(context));
  }

  private errorPage(refusal: Refusal, { id }: FastifyRequest, frame: PageFrame | null): RefusalAnswer {
    return { html: renderPage(<ErrorPage frame={frame} view={refusalView(refusal, id, frame !== null)} />) };
  }

  /** Somebody who is not signed in: a page is opened after signing in, a form waits in the sign-in page. */
  private async atTheDoor({ status }: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<RefusalAnswer> {
    const isSignIn = request.method === 'POST' && request.routeOptions.url === SIGN_IN;
    const waiting = isSignIn ? carriedBy(request.body) : waitingFormOf(request);
    if (!isSignIn && waiting === null) return { location: toSignIn(request) };
    const view = await this.login.of(
      reply,
      { username: '', next: waiting?.page ?? '/', waiting },
      isSignIn ? SIGN_IN_OUTDATED : null,
    );
    return { status: isSignIn ? status : 401, html: renderPage(<LoginPage view={view} />) };
  }

  /** A form of one's own goes on with a fresh token once the person says so; that of another is neither sent nor shown. */
  private async ofAnotherSession(refusal: Refusal, context: RequestContext): Promise<RefusalAnswer> {
    const { request } = context;
    const [owner, page] = [ownerOfForm(request), cameFrom(request)];
    if (page !== null && owner !== null && isOfSession(owner, request)) {
      const waiting = waitingFormOf(request);
      if (waiting !== null) return { location: keepWaitingForm(request, waiting) };
    }
    if (page === null) return this.errorPage(refusal, request, await this.pageContext.of(context));
    flash(request, 'refused', OF_ANOTHER_SESSION);
    return { location: page };
  }

  override bare(refusal: Refusal, request: FastifyRequest): string {
    return renderPage(<ErrorPage frame={null} view={refusalView(refusal, request.id, false)} />);
  }

  private async askAgain(refusal: Refusal, context: RequestContext): Promise<RefusalAnswer> {
    const asksCode = await this.factors.isOn(context.actor.id);
    const view = { ...askAgainView(refusal, context.request), asksCode };
    if (view.fileLost) keepRefusedForm(context.request, FILE_LOST, null);
    return { html: renderPage(<AskAgainPage frame={await this.pageContext.of(context)} view={view} />) };
  }

  /** The guard does not run for addresses that do not exist. */
  private async actorOf(request: FastifyRequest): Promise<Actor | null> {
    if (request.actor) return request.actor;
    // Neither is there a session where a request was refused before it was looked for, or after it was ended.
    const { session } = request as { readonly session: FastifyRequest['session'] | null };
    return session?.staffId === undefined ? null : this.actors.find(session.staffId);
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

/** After signing in one reads on where one was; an act is not repeated, its page is shown. */
function toSignIn(request: FastifyRequest): string {
  const page = request.method === 'GET' ? request.url : (cameFrom(request) ?? '/');
  return page === '/' ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(page)}`;
}

function backTo(page: string, { status, sentence, field }: Refusal, request: FastifyRequest): string {
  const words = sentence ?? refusalWords(status).meaning;
  flash(request, 'refused', words);
  keepRefusedForm(request, words, field);
  return page;
}
