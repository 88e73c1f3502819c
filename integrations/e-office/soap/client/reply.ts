import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { SoapAnswer } from '../door/soap-door.js';

/** Sends what the door answered, as fast as its caller takes it. */
export function replyWith(reply: FastifyReply, { status, contentType, body, isLast }: SoapAnswer): FastifyReply {
  if (isLast) void reply.header('connection', 'close');
  return reply
    .status(status)
    .type(contentType)
    .header('content-length', body.length)
    .send(Readable.from(body.pieces(), { objectMode: false }));
}
