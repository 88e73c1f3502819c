import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainPage } from './plain-page.js';
import { wantsPage } from './refusal-filter.js';

/** A form without files, in bytes. */
export const MAX_BODY_BYTES = 1_048_576;
/** For a request to come whole, in milliseconds, however it comes; `bound-bodies.ts` ends what comes slower than anybody's line. */
const MAX_REQUEST_MS = 600_000;
const UNREADABLE = 'Địa chỉ viết sai dạng nên không đọc được.';

/**
 * The server under the app.
 *
 * @param trustProxy addresses of proxies whose word of the caller's address and of TLS is trusted
 */
export function httpAdapter(trustProxy: string[] | false = false): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: MAX_REQUEST_MS,
    trustProxy,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => answerUnreadable(request, reply),
  });
}

/** An address that cannot be decoded reaches no route, hook or filter; the standard answer would repeat it, without our headers. */
function answerUnreadable(request: FastifyRequest, reply: FastifyReply): void {
  const answer = reply.status(400).headers({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  });
  if (wantsPage(request)) {
    void answer.type('text/html; charset=utf-8').send(plainPage('Không có trang này', UNREADABLE));
    return;
  }
  void answer
    .type('application/problem+json; charset=utf-8')
    .send({ type: 'urn:hoi-am:http-400', title: UNREADABLE, status: 400, code: 'http-400' });
}
