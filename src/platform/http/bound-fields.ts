import { Transform } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { passed } from './passed-body.js';

/** Fields of one form without files: the longest of ours has one for each unit and person of the agency. */
export const MOST_FIELDS = 5_000;

const BETWEEN_FIELDS = '&'.charCodeAt(0);

/** Ends a form of too many fields while it comes: a megabyte of them holds the event loop while they are parted, looked at and kept for its page. */
export function boundFields(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preParsing', (request, _reply, payload, done) => {
      const type = (request.headers['content-type'] ?? '').trimStart().toLowerCase();
      done(null, type.startsWith('application/x-www-form-urlencoded') ? passed(payload, countingFields()) : payload);
    });
}

function countingFields(): Transform {
  let left = MOST_FIELDS;
  return new Transform({
    transform(part: Buffer, _encoding, next): void {
      for (let at = part.indexOf(BETWEEN_FIELDS); at !== -1 && left > 0; at = part.indexOf(BETWEEN_FIELDS, at + 1))
        left -= 1;
      if (left > 0) next(null, part);
      else next(new TooManyFields());
    },
  });
}

/** The status stands where the framework looks for it, too. */
class TooManyFields extends PayloadTooLargeException {
  readonly statusCode = this.getStatus();
}
