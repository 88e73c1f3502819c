import { Transform } from 'node:stream';
import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { MAX_BODY_BYTES } from '../http-adapter.js';
import { passed } from './passed-body.js';
import { routeOf } from '../route-of.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as received, on doors that keep or judge it so. */
    bytes?: Buffer;
  }
}

/** Doors that keep what they are told, byte for byte. */
const KEPT = /^\/(?:open311|webhooks)\//u;

/** Stores bodies of some routes as received, beside what is parsed from them; the reader of such a body must limit its length. */
export function keepBytes(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (!KEPT.test(routeOf(request))) {
      done(null, payload);
      return;
    }
    const kept = new KeptParts();
    const passing = new Transform({
      transform(part: Buffer, _encoding, next): void {
        kept.take(part);
        next(null, part);
      },
      flush(next): void {
        request.bytes = kept.whole();
        next();
      },
    });
    done(null, passed(payload, passing));
  });
}

/** The body so far; of what is too large for any reader nothing, for it is passed through to its end. */
class KeptParts {
  private parts: Buffer[] = [];
  private size = 0;

  take(part: Buffer): void {
    this.size += part.length;
    if (this.size <= MAX_BODY_BYTES) this.parts.push(part);
    else this.parts = [];
  }

  whole(): Buffer | undefined {
    return this.size > MAX_BODY_BYTES ? undefined : Buffer.concat(this.parts);
  }
}

/**
 * The body as received. A door that judges or keeps bytes has none to judge where they were not kept: it is never taken for an empty body.
 *
 * @throws BadRequestException where nothing came, or nothing was kept
 */
export function requireBytes({ bytes }: FastifyRequest): Buffer {
  if (bytes === undefined || bytes.length === 0) throw new BadRequestException('No body');
  return bytes;
}
