import { finished } from 'node:stream';
import { HttpException, HttpStatus } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { BodiesAtOnce } from './bodies-at-once.js';
import { MAX_BODY_BYTES } from '../http-adapter.js';
import { senderOf } from '../sender.js';

/** How long a body may take to come. */
export interface Patience {
  /** For any body, in milliseconds. */
  readonly firstMs: number;
  /** After that it must have come at so many bytes a second: less than half of what a line of 1 Mbit/s carries. */
  readonly bytesASecond: number;
}

export const PATIENCE: Patience = { firstMs: 30_000, bytesASecond: 48 * 1024 };

/** Bytes of unfinished bodies that may be in memory. A form of a person is a few thousand, so that a whole office behind one address is far below. */
const UNFINISHED_BYTES = { ofOne: 8 * MAX_BODY_BYTES, ofAll: 64 * MAX_BODY_BYTES };

/**
 * Bounds what requests take that have not come whole. A body that trickles in is ended, with its connection; bodies that are gathered in memory count by
 * the length they announce, and by the largest where they announce none. Forms with files go to the disk and are counted where they are read.
 */
export function boundBodies(app: NestFastifyApplication, patience: Patience = PATIENCE): void {
  const server = app.getHttpAdapter().getInstance();
  const unfinished = new BodiesAtOnce(UNFINISHED_BYTES);
  server.addHook('preParsing', (request, _reply, payload, done) => {
    const { raw } = request;
    if (raw.complete || !bringsBody(request)) {
      done(null, payload);
      return;
    }
    const giveBack = unfinished.take(senderOf(request), bytesInMemory(request));
    if (giveBack === null) {
      done(new HttpException('Too many unfinished bodies', HttpStatus.TOO_MANY_REQUESTS), payload);
      return;
    }
    const patienceLeft = watchTrickle(request, patience);
    finished(raw, { writable: false }, () => {
      clearInterval(patienceLeft);
      giveBack();
    });
    done(null, payload);
  });
}

function bringsBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function bytesInMemory({ headers }: FastifyRequest): number {
  const announced = Number(headers['content-length']);
  return Number.isInteger(announced) ? Math.min(announced, MAX_BODY_BYTES) : MAX_BODY_BYTES;
}

/** Ends the connection once its body has come too slowly. */
function watchTrickle({ raw }: FastifyRequest, { firstMs, bytesASecond }: Patience): NodeJS.Timeout {
  const began = performance.now();
  const { socket } = raw;
  const before = socket.bytesRead;
  return setInterval(() => {
    const owedBytes = ((performance.now() - began - firstMs) / 1000) * bytesASecond;
    if (socket.bytesRead - before < owedBytes) raw.destroy();
  }, firstMs / 10).unref();
}
