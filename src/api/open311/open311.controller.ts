import {
  applyDecorators,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Req,
  Res,
  SetMetadata,
  UnsupportedMediaTypeException,
  UseFilters,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReceiveReport, ReceiveUpdate, type HotlineCall } from '../../hotline/index.js';
import { w3Instant } from '../../hotline/domain/w3-instant.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Allow } from '../../platform/http/access.js';
import type { Bearer } from '../../platform/http/bearer.js';
import { requireBytes } from '../../platform/http/bodies/kept-bytes.js';
import { PLAN, pathIn, type EndpointPlan } from '../http/endpoint-plan.js';
import { keyOf } from '../http/endpoint.interceptor.js';
import { Open311Answers, type Audience } from './open311-answers.js';
import { Open311Callers, sentIn, type Sent } from './open311-callers.js';
import { Open311Refusals, tellInOpen311 } from './open311-refusals.js';
import {
  DEFINITION,
  DISCOVERY,
  OPEN311_ROOT,
  REPORT,
  REQUEST,
  REQUESTS,
  SERVICES,
  TOKEN,
  UPDATE,
  UPDATES,
} from './plans.js';
import { withoutKey } from './without-key.js';
import { formatOf, MEDIA_TYPES, nameAndFormat, written, type Format } from './written.js';

/** Makes a method the door of a plan. */
function Door(plan: EndpointPlan): MethodDecorator {
  const method = plan.method === 'post' ? Post : Get;
  return applyDecorators(
    method(pathIn(plan.path)),
    HttpCode(plan.status),
    SetMetadata(PLAN, plan),
    RouteConfig({ tellRefusal: tellInOpen311 }),
  );
}

/** An answer to be written, with its name in XML. */
interface ToWrite {
  readonly format: Format;
  readonly root: string;
  readonly plan: EndpointPlan & { readonly answer: z.ZodType };
}

/**
 * The hotline's open door, where every client of the standard looks for it.
 *
 * Source: Open311 GeoReport v2; mySociety’s extension Service Request Updates.
 */
@Controller(OPEN311_ROOT)
@Allow('machine')
@UseFilters(Open311Refusals)
export class Open311Controller {
  constructor(
    private readonly callers: Open311Callers,
    private readonly answers: Open311Answers,
    private readonly receiveReport: ReceiveReport,
    private readonly receiveUpdate: ReceiveUpdate,
  ) {}

  @Door(DISCOVERY)
  discovery(@Param('format') format: string, @Res({ passthrough: true }) reply: FastifyReply): string {
    return write(reply, { format: formatOf(format), root: 'discovery', plan: DISCOVERY }, this.answers.discovery());
  }

  @Door(SERVICES)
  async services(
    @Req() { query }: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const to = { format: formatOf(format), root: 'services', plan: SERVICES } as const;
    this.callers.requireJurisdiction(sentIn(query));
    return write(reply, to, await this.answers.serviceList());
  }

  @Door(DEFINITION)
  async definition(
    @Req() { query }: FastifyRequest,
    @Param('name') last: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, format } = nameAndFormat(last);
    this.callers.requireJurisdiction(sentIn(query));
    return write(reply, { format, root: 'service_definition', plan: DEFINITION }, await this.answers.definition(name));
  }

  @Door(REPORT)
  async report(
    @Req() request: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const to = { format: formatOf(format), root: 'service_requests', plan: REPORT } as const;
    const sent = sentIn(request.body);
    const bearer = await this.callers.requireSender(request, sent);
    const { ticketCode, outcome } = await this.receiveReport.receive(bearer.actor, callOf(request, bearer), sent);
    // The standard has no answer without an id but the list that holds none.
    if (ticketCode === null) return write(reply, to, []);
    const notice = outcome === 'taken' ? 'Đã nhận và vào sổ.' : 'Số này đã nhận trước đó; không ghi thêm.';
    return write(reply, to, [{ service_request_id: ticketCode, service_notice: notice, account_id: null }]);
  }

  @Door(REQUESTS)
  async requests(
    @Req() request: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const to = { format: formatOf(format), root: 'service_requests', plan: REQUESTS } as const;
    const sent = sentIn(request.query);
    return write(reply, to, await this.answers.requests(await this.audienceOf(request, sent), sent));
  }

  @Door(REQUEST)
  async request(
    @Req() request: FastifyRequest,
    @Param('name') last: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, format } = nameAndFormat(last);
    const audience = await this.audienceOf(request, sentIn(request.query));
    const to = { format, root: 'service_requests', plan: REQUEST } as const;
    return write(reply, to, await this.answers.request(audience, name));
  }

  @Door(TOKEN)
  async token(
    @Req() request: FastifyRequest,
    @Param('name') last: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { name, format } = nameAndFormat(last);
    await this.callers.require(request, sentIn(request.query), 'hotline.read');
    const code = await this.answers.codeOf(name);
    const to = { format, root: 'service_requests', plan: TOKEN } as const;
    return write(reply, to, [{ service_request_id: code, token: name }]);
  }

  @Door(UPDATES)
  async updates(
    @Req() request: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const to = { format: formatOf(format), root: 'service_request_updates', plan: UPDATES } as const;
    const sent = sentIn(request.query);
    await this.callers.require(request, sent, 'hotline.read');
    return write(reply, to, await this.answers.updates(sent));
  }

  @Door(UPDATE)
  async update(
    @Req() request: FastifyRequest,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const to = { format: formatOf(format), root: 'service_request_updates', plan: UPDATE } as const;
    const sent = sentIn(request.body);
    const bearer = await this.callers.requireSender(request, sent);
    const code = needed(sent, 'service_request_id');
    const call = { ...callOf(request, bearer), onceId: `update ${code} ${needed(sent, 'update_id')}` };
    requireMoment(needed(sent, 'updated_datetime'));
    const { id } = await this.receiveUpdate.receive(call, { code }, needed(sent, 'description'));
    return write(reply, to, [{ update_id: id }]);
  }

  private async audienceOf(request: FastifyRequest, sent: Sent): Promise<Audience> {
    return (await this.callers.findOrCount(request, sent, 'hotline.read')) === null ? 'anybody' : 'hotline';
  }
}

/** What a plan does not name never leaves the agency. */
function write(reply: FastifyReply, { format, root, plan }: ToWrite, answer: unknown): string {
  void reply.type(MEDIA_TYPES[format]);
  return written(format, root, z.encode(plan.answer, answer));
}

/** @throws UnsupportedMediaTypeException for anything but a form: the standard knows no other, and from a form the key is taken out before it is kept */
function formOf(request: FastifyRequest): Buffer {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() === 'application/x-www-form-urlencoded') return requireBytes(request);
  throw new UnsupportedMediaTypeException();
}

function callOf(request: FastifyRequest, { tokenId }: Bearer): HotlineCall {
  return { door: 'open311', sourceId: tokenId, onceId: keyOf(request), raw: withoutKey(formOf(request)) };
}

/** @throws DomainError `input-invalid` */
function needed(sent: Sent, field: string): string {
  const value = sent.get(field)?.trim() ?? '';
  if (value === '') throw new DomainError('input-invalid', { field, message: `Thiếu ${field}.` });
  return value;
}

/** @throws DomainError `input-invalid` */
function requireMoment(text: string): void {
  if (w3Instant(text) !== null) return;
  const message = 'updated_datetime phải là thời điểm có thật, viết theo ISO 8601 có múi giờ.';
  throw new DomainError('input-invalid', { field: 'updated_datetime', message });
}
