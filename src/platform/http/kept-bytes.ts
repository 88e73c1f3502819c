import { Transform } from 'node:stream';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, on doors that keep or judge it so. */
    bytes?: Buffer;
  }
}

/** Doors that keep what they are told, byte for byte. */
const KEPT = /^\/(?:open311|webhooks)\//u;

/** Keeps bodies of some doors as they came, beside what is read out of them; whoever reads them counts their length. */
export function keepBytes(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (!KEPT.test(request.url)) {
      done(null, payload);
      return;
    }
    const parts: Buffer[] = [];
    const passing = new Transform({
      transform(part: Buffer, _encoding, next): void {
        parts.push(part);
        next(null, part);
      },
      flush(next): void {
        request.bytes = Buffer.concat(parts);
        next();
      },
    });
    done(null, payload.pipe(passing));
  });
}
