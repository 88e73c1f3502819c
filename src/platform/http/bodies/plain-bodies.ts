import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routeOf } from '../route-of.js';

/** The door of SOAP says itself, in a fault of its own, that it reads nothing compressed. */
const OWN_REFUSAL = '/soap/';

/**
 * Refuses compressed bodies unread. What bounds a body, or keeps it as evidence, sees the bytes that come: a thousand of them may stand for a megabyte of
 * fields. No browser compresses a form, and no program is told that it may.
 */
export function requirePlainBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preParsing', (request, _reply, payload, done) => {
      const coding = (request.headers['content-encoding'] ?? '').trim().toLowerCase();
      const isPlain = coding === '' || coding === 'identity' || routeOf(request).startsWith(OWN_REFUSAL);
      if (isPlain) done(null, payload);
      else done(new UnsupportedMediaTypeException(), payload);
    });
}
