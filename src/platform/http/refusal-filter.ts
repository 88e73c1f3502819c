import {
  BadRequestException,
  Catch,
  HttpException,
  Injectable,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { isDatabaseBusy } from '../database/database-errors.js';
import { FileDamaged } from '../files/file-errors.js';
import { storageIllnessOf, type StorageIllness } from '../health/storage-illness.js';
import { Log } from '../telemetry/log.js';
import { plainPage } from './plain-page.js';
import { PROBLEM_STATUS } from './problem-status.js';
import { routeOf, type Routed } from './route-of.js';
import { refusalSentence } from './wording.js';

export interface Refusal {
  readonly status: number;
  /** Machine-readable name, for problem details. */
  readonly code: string;
  /** Vietnamese; null where the status says it all. */
  readonly sentence: string | null;
  /** The field of the form that it is about; null when it is about none. */
  readonly field: string | null;
  /** After how many seconds it is worth trying again; null where nobody knows. */
  readonly retryAfterSeconds: number | null;
}

/** Refusals that only ask somebody to show who they are. */
const ASKING: readonly string[] = ['proof-needed', 'second-factor-owed', 'password-owed'];

/** Of a form whose token is of another session, or of none. */
export const FORM_OUTDATED = 'form-outdated';

/** Where to send the browser, or the page to show, with a status where it is not that of the refusal. */
export type RefusalAnswer = { readonly location: string } | { readonly html: string; readonly status?: number };

/** Draws refusals for people; web gives it, machines get problem details. */
export abstract class RefusalPages {
  abstract page(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<RefusalAnswer>;

  /** A page that asks neither the database nor the session. @returns its HTML */
  abstract bare(refusal: Refusal, request: FastifyRequest): string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A door whose callers know refusals in a form of their own, also of what is refused before its controller is asked. */
    readonly tellRefusal?: (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  }
}

/** One place where errors become answers: RFC 9457 for machines, a page for people; never a stack trace. */
@Catch()
@Injectable()
export class RefusalFilter implements ExceptionFilter {
  constructor(
    private readonly pages: RefusalPages,
    private readonly log: Log,
  ) {}

  async catch(caught: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = brokeOff(request) ? new BadRequestException({ cause: caught }) : caught;
    const found = refusalOf(error);
    const isForm = request.method === 'POST' && request.tokenRefused === true;
    const refusal = isForm ? { ...found, code: FORM_OUTDATED } : found;
    if (refusal.status >= 500) this.noteFailure(error, request);
    this.noteRefused(refusal, request);
    if (refusal.retryAfterSeconds !== null) reply.header('retry-after', String(refusal.retryAfterSeconds));
    const tell = (request.routeOptions as FastifyRequest['routeOptions'] | undefined)?.config.tellRefusal;
    if (tell !== undefined) await tell(error, request, reply);
    else if (wantsPage(request)) await this.showPage(refusal, request, reply);
    else await this.tellProblem(refusal, request, reply);
  }

  private async tellProblem(first: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const refusal = (await this.failureToKeepSession(request)) ?? first;
    const problem = {
      type: `urn:hoi-am:${refusal.code}`,
      title: refusal.sentence ?? MACHINE_WORDS[refusal.status] ?? 'Yêu cầu không thực hiện được.',
      status: refusal.status,
      code: refusal.code,
      ...(refusal.field === null ? {} : { field: refusal.field }),
    };
    await reply.status(refusal.status).type('application/problem+json; charset=utf-8').send(problem);
  }

  private async showPage(first: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const answer = await this.drawn(first, request, reply);
    const unkept = await this.failureToKeepSession(request);
    const refusal = unkept ?? first;
    const status = unkept === null && 'html' in answer ? answer.status : undefined;
    if (unkept === null && 'location' in answer) await reply.status(303).header('location', answer.location).send();
    else
      await reply
        .status(status ?? refusal.status)
        .type('text/html; charset=utf-8')
        .send(htmlOf(answer, unkept, this.bare(refusal, request)));
  }

  /** What keeps the page of a refusal from being drawn must not leave the request without an answer. */
  private async drawn(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): Promise<RefusalAnswer> {
    try {
      return await this.pages.page(refusal, request, reply);
    } catch (error) {
      this.noteFailure(error, request);
      return { html: this.bare(refusal, request) };
    }
  }

  private bare(refusal: Refusal, request: FastifyRequest): string {
    try {
      return this.pages.bare(refusal, request);
    } catch (error) {
      this.noteFailure(error, request);
      return plainPage('Chưa thực hiện được', refusal.sentence ?? 'Thử lại sau ít phút.');
    }
  }

  /**
   * Keeps what a refusal left in the session before it is sent: a failure afterwards would be answered by the HTTP server itself, in its own words.
   *
   * @returns the refusal that is told instead; null when the session is kept, or holds nothing new
   */
  private async failureToKeepSession(request: FastifyRequest): Promise<Refusal | null> {
    const { session } = request as { readonly session: Partial<FastifyRequest['session']> | null };
    if (session?.save === undefined || session.isModified?.() !== true) return null;
    try {
      await session.save();
      return null;
    } catch (error) {
      this.noteFailure(error, request);
      // An empty one is what the server itself begins with, and keeps nowhere.
      Object.assign(request, { session: {} });
      return refusalOf(error);
    }
  }

  private noteFailure(error: unknown, { id, routeOptions }: FastifyRequest): void {
    this.log.error('http.failed', { requestId: id, route: routeOptions.url, error });
  }

  /**
   * Somebody asked for what is not theirs: a right that they have not, or a record that is not there for them.
   *
   * Source: OWASP ASVS 5.0, 16.3.2.
   */
  private noteRefused({ status, code }: Refusal, { id, method, routeOptions, actor }: FastifyRequest): void {
    const isOfRights = (status === 403 && !ASKING.includes(code)) || (code === 'not-found' && actor !== undefined);
    if (!isOfRights) return;
    const by = actor?.id ?? null;
    this.log.warn('access.refused', { requestId: id, method, route: routeOptions.url, status, code, by });
  }
}

/** Whether the sender went away before the body had come: the line that broke led to them, to no database and no disk of ours. */
function brokeOff({ raw }: FastifyRequest): boolean {
  return !raw.complete && (raw.destroyed || raw.socket.destroyed);
}

export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof DomainError)) return { ...failureOf(error), field: null, retryAfterSeconds: null };
  const { code, details } = error;
  const field = typeof details['field'] === 'string' ? details['field'] : null;
  const wait = details['waitSeconds'];
  const retryAfterSeconds = typeof wait === 'number' ? Math.max(1, Math.ceil(wait)) : null;
  return { status: PROBLEM_STATUS[code], code, sentence: refusalSentence(error), field, retryAfterSeconds };
}

function failureOf(error: unknown): Omit<Refusal, 'field' | 'retryAfterSeconds'> {
  if (error instanceof HttpException)
    return { status: error.getStatus(), code: `http-${error.getStatus()}`, sentence: null };
  if (error instanceof OutsideUnavailable)
    return {
      status: 503,
      code: 'outside-unavailable',
      sentence: error.options.reason ?? 'Hệ thống bên ngoài chưa trả lời. Hệ thống tự thử lại.',
    };
  if (error instanceof OutsideRefused) return { status: 502, code: 'outside-refused', sentence: error.reason };
  if (error instanceof FileDamaged)
    return {
      status: 410,
      code: 'file-damaged',
      sentence:
        'Tệp hỏng trên máy chủ, không đưa ra được. Tệp đến qua hệ thống quản lý văn bản thì phần mềm tự lấy lại, hãy mở lại sau một giờ; tệp khác thì quản trị lấy lại từ bản sao lưu.',
    };
  if (isDatabaseBusy(error))
    return {
      status: 503,
      code: 'database-busy',
      sentence: 'Cơ sở dữ liệu đang bận; chưa có gì thay đổi. Hãy thử lại.',
    };
  const illness = storageIllnessOf(error);
  if (illness !== null) return { status: 503, ...STORAGE_REFUSALS[illness] };
  const status = statusOf(error);
  return { status, code: `http-${status}`, sentence: null };
}

const UNWELL = {
  code: 'storage-unwell',
  sentence: 'Máy chủ không đọc hoặc không ghi được; chưa có gì thay đổi. Báo quản trị viên, rồi thử lại.',
};

const STORAGE_REFUSALS: Readonly<Record<StorageIllness, { readonly code: string; readonly sentence: string }>> = {
  'disk-full': {
    code: 'disk-full',
    sentence: 'Ổ đĩa của máy chủ đã đầy; chưa có gì thay đổi. Báo quản trị viên, rồi thử lại.',
  },
  'database-corrupt': {
    code: 'database-corrupt',
    sentence: 'Cơ sở dữ liệu bị hỏng, phần này chưa dùng được. Báo quản trị viên ngay; đừng nhập lại.',
  },
  'disk-failing': UNWELL,
  'read-only': UNWELL,
  'database-away': UNWELL,
  'files-away': {
    code: 'files-away',
    sentence: 'Kho tệp chưa trả lời; chưa có gì thay đổi. Hãy thử lại sau ít phút; vẫn vậy thì báo quản trị viên.',
  },
};

/** Errors of the HTTP server itself carry their status. */
function statusOf(error: unknown): number {
  const carried: unknown =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof carried === 'number' && carried >= 400 && carried < 600 ? carried : 500;
}

/** What a machine is told where only the status is known. */
const MACHINE_WORDS: Readonly<Record<number, string>> = {
  400: 'Yêu cầu viết sai dạng nên không đọc được.',
  401: 'Chưa đăng nhập, hoặc phiên đã hết.',
  403: 'Thiếu mã chống giả mạo của phiên, hoặc tài khoản không có quyền vào đây.',
  404: 'Không có địa chỉ này.',
  413: 'Nội dung gửi lớn quá mức cho phép.',
  415: 'Kiểu nội dung gửi không đọc được; gửi application/json.',
  429: 'Gọi quá nhiều lần. Đợi một phút rồi gọi lại.',
};

function htmlOf(answer: RefusalAnswer, unkept: Refusal | null, bare: string): string {
  return unkept === null && 'html' in answer ? answer.html : bare;
}

const MACHINE_DOORS = /^\/(?:api|open311|webhooks)\//u;

/** Doors for machines never answer with a page, whatever is accepted. */
export function wantsPage(request: Routed & Pick<FastifyRequest, 'headers'>): boolean {
  if (MACHINE_DOORS.test(routeOf(request))) return false;
  return (request.headers.accept ?? '').includes('text/html');
}
