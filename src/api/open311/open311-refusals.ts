import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ReportFlaw } from '../../hotline/domain/read-report.js';
import { DomainError } from '../../kernel/domain-error.js';
import { refusalOf } from '../../platform/http/refusal-filter.js';
import { pathOf } from '../../platform/http/route-of.js';
import { Log } from '../../platform/telemetry/log.js';
import type { open311Errors } from './shapes.js';
import { MEDIA_TYPES, written, type Format } from './written.js';

type Errors = z.output<typeof open311Errors>;

/** Statuses that the standard names, and those that tell a machine to come again. */
const KEPT: readonly number[] = [403, 404, 413, 415, 429, 500, 503];

const WORDS: Readonly<Record<number, string>> = {
  413: 'Nội dung gửi lớn quá mức cho phép.',
  415: 'Gửi bằng biểu mẫu application/x-www-form-urlencoded.',
  429: 'Gọi quá nhiều trong một phút; chờ rồi gọi lại.',
};

/**
 * Refusals in the standard's own form: a list, for a report may have several flaws.
 *
 * Source: GeoReport v2, "Errors": 404 for what is not there, 403 for a wrong or missing key, 400 for nearly everything else.
 */
@Catch()
@Injectable()
export class Open311Refusals implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status } = refusalOf(error);
    if (status >= 500) this.log.error('http.failed', { requestId: request.id, route: request.routeOptions.url, error });
    await tellInOpen311(error, request, reply);
  }
}

/** A refusal in the standard's form, also one that comes from a hook before the controller. */
export async function tellInOpen311(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { status: ours, sentence, retryAfterSeconds } = refusalOf(error);
  const status = statusOf(ours);
  if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
  const errors = errorsOf(error, status, sentence ?? WORDS[status] ?? 'Yêu cầu không thực hiện được.');
  const format: Format = /\.xml$/u.test(pathOf(request.url)) ? 'xml' : 'json';
  await reply
    .status(status)
    .type(MEDIA_TYPES[format])
    .send(written(format, 'errors', errors));
}

function statusOf(ours: number): number {
  if (ours === 401) return 403;
  return KEPT.includes(ours) ? ours : 400;
}

function errorsOf(error: unknown, code: number, sentence: string): Errors {
  if (!(error instanceof DomainError)) return [{ code, description: sentence }];
  const { flaws, message } = error.details;
  if (isFlaws(flaws)) return flaws.map(({ message: description }) => ({ code, description }));
  return [{ code, description: typeof message === 'string' ? message : sentence }];
}

function isFlaws(value: unknown): value is readonly ReportFlaw[] {
  return Array.isArray(value) && value.length > 0;
}
