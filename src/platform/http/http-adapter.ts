import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A form without files, in bytes. */
export const LARGEST_BODY = 1_048_576;

/**
 * The server under the house.
 *
 * @param trustProxy addresses of proxies whose word of the caller's address and of TLS is believed
 */
export function httpAdapter(trustProxy: string[] | false = false): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy,
    frameworkErrors: (_error: Error, _request: FastifyRequest, reply: FastifyReply) => answerUnreadable(reply),
  });
}

/** An address that cannot be decoded reaches no route, hook or filter; the standard answer would repeat it, without our headers. */
function answerUnreadable(reply: FastifyReply): void {
  void reply
    .status(400)
    .headers({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    .type('application/problem+json; charset=utf-8')
    .send({
      type: 'urn:hoi-am:http-400',
      title: 'Địa chỉ viết sai dạng nên không đọc được.',
      status: 400,
      code: 'http-400',
    });
}
