import { finished as whenFinished } from 'node:stream';
import { finished } from 'node:stream/promises';
import {
  HttpException,
  HttpStatus,
  PayloadTooLargeException,
  UnauthorizedException,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SpoolFolder } from '../../spool/spool.js';
import { FormAdmission } from './form-admission.js';
import { FormPlaces } from './form-places.js';
import { MAX_BODY_BYTES } from '../http-adapter.js';
import { filesIn, MAX_FORM_BYTES } from './posted-file.js';
import { readForm } from './read-form.js';
import { senderOf } from '../sender.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body of a form with files, of which nothing was read yet. */
    unreadForm?: FastifyRequest['raw'];
  }
}

/** A browser shows an answer only once it has sent everything: up to here what is too large is read, and thrown away. */
const MAX_READ_OFF_BYTES = 256 * 1024 * 1024;
const MAX_READ_OFF_MS = 120_000;

/**
 * Lets forms bring files: only on routes that take them, only from those who may call the route, never more than so many at once. Until its form is
 * admitted whole a file waits on the disk. Of somebody whose session has ended the texts of a small form are read and no file, so that
 * what was typed outlives the session; so are those of a public form that takes no files any more.
 */
export function acceptFiles(app: NestFastifyApplication, spools: SpoolFolder): void {
  const server = app.getHttpAdapter().getInstance();
  const admission = app.get(FormAdmission);
  const places = new FormPlaces();

  server.addContentTypeParser('multipart/form-data', (request: FastifyRequest, body, done) => {
    request.unreadForm = body;
    done(null, undefined);
  });

  server.addHook('preValidation', async (request, reply) => {
    const { unreadForm, headers } = request;
    if (unreadForm === undefined) return;
    if (request.is404) return;
    if (!admission.takesFiles(request)) throw new UnsupportedMediaTypeException();
    const admitted = await admission.admit(request, reply).catch(async (error: unknown) => {
      if (error instanceof UnauthorizedException && isSmall(request)) {
        untilAnswered(reply, places.take(senderOf(request), 'texts', null));
        request.body = await readForm(unreadForm, headers, { largest: MAX_BODY_BYTES, spools: null }).catch(
          () => undefined,
        );
      }
      throw error;
    });
    const { parts, publicForm } = admitted;
    untilAnswered(reply, places.take(senderOf(request), parts, publicForm));
    await refuseTooLarge(request, MAX_FORM_BYTES);
    const limits = { largest: MAX_FORM_BYTES, spools: parts === 'whole' ? spools : null };
    const form = await readForm(unreadForm, headers, limits);
    request.body = form;
    whenFinished(reply.raw, () => void releaseFiles(form));
  });
}

/** Brings the files of admitted forms into memory; stands after the check of forged requests. */
export function loadFiles(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', async ({ unreadForm, body }) => {
      if (unreadForm !== undefined) for (const file of filesIn(body)) await file.load();
    });
}

/** Refuses forms without files that are too large once they are read, as a browser wants it; only of people and programs that are known. */
export function readOffTooLarge(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request) => {
      const isKnown = request.session.staffId !== undefined || request.bearer !== undefined;
      const type = (request.headers['content-type'] ?? '').toLowerCase();
      if (isKnown && type.startsWith('application/x-www-form-urlencoded'))
        await refuseTooLarge(request, MAX_BODY_BYTES);
    });
}

/** @throws PayloadTooLargeException */
async function refuseTooLarge(request: FastifyRequest, largest: number): Promise<void> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (length <= largest) return;
  if (length <= MAX_READ_OFF_BYTES) await readOff(request);
  throw new PayloadTooLargeException();
}

async function readOff({ raw }: FastifyRequest): Promise<void> {
  raw.resume();
  await finished(raw, { writable: false, signal: AbortSignal.timeout(MAX_READ_OFF_MS) }).catch(() => raw.destroy());
}

/** @throws HttpException 429 without a place */
function untilAnswered({ raw }: FastifyReply, giveBack: (() => void) | null): void {
  if (giveBack === null) throw new HttpException('Too many forms at once', HttpStatus.TOO_MANY_REQUESTS);
  whenFinished(raw, giveBack);
}

function isSmall({ headers }: FastifyRequest): boolean {
  const length = Number(headers['content-length']);
  return Number.isInteger(length) && length <= MAX_BODY_BYTES;
}

async function releaseFiles(form: unknown): Promise<void> {
  await Promise.allSettled(filesIn(form).map((file) => file.release()));
}
