import { Transform } from 'node:stream';
import { PayloadTooLargeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { passed } from './passed-body.js';

/** Fields of a form without files, whose longest has one for each unit and person; for JSON, values at all depths. */
export const MAX_FIELDS = 5_000;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Characters before a JSON value, outside of strings. */
const BEFORE_VALUES: ReadonlySet<number> = new Set(bytesOf(',{['));
const [QUOTE = 0, BACKSLASH = 0, AMPERSAND = 0] = bytesOf('"\\&');

/** Counts the fields in the next piece of a body. */
type Counter = (piece: Buffer) => number;

/**
 * Rejects a form or JSON body with too many fields while it is received: parsing and validating a megabyte of fields blocks the event loop.
 */
export function boundFields(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preParsing', (request, _reply, payload, done) => {
      const counter = counterFor((request.headers['content-type'] ?? '').trimStart().toLowerCase());
      done(null, counter === null ? payload : passed(payload, counting(counter)));
    });
}

function counterFor(type: string): Counter | null {
  if (type.startsWith(FORM)) return fieldsOfForm;
  return type.startsWith(JSON_TYPE) ? valuesOfJson() : null;
}

function fieldsOfForm(piece: Buffer): number {
  let fields = 0;
  for (let at = piece.indexOf(AMPERSAND); at !== -1 && fields <= MAX_FIELDS; at = piece.indexOf(AMPERSAND, at + 1))
    fields += 1;
  return fields;
}

function valuesOfJson(): Counter {
  let isInString = false;
  let isEscaped = false;
  return (piece) => {
    let values = 0;
    for (const byte of piece) {
      if (isEscaped) isEscaped = false;
      else if (byte === QUOTE) isInString = !isInString;
      else if (isInString) isEscaped = byte === BACKSLASH;
      else if (BEFORE_VALUES.has(byte)) values += 1;
    }
    return values;
  };
}

function counting(counted: Counter): Transform {
  let left = MAX_FIELDS;
  return new Transform({
    transform(piece: Buffer, _encoding, next): void {
      left -= counted(piece);
      if (left > 0) next(null, piece);
      else next(new TooManyFields());
    },
  });
}

function bytesOf(characters: string): number[] {
  return [...Buffer.from(characters, 'latin1')];
}

/** Fastify reads the status from `statusCode`. */
class TooManyFields extends PayloadTooLargeException {
  readonly statusCode = this.getStatus();
}
