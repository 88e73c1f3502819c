import { finished } from 'node:stream/promises';
import { BadRequestException, PayloadTooLargeException, UnauthorizedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { LARGEST_BODY } from './http-adapter.js';

/** A file that came with a form, whole. */
export class PostedFile {
  constructor(
    /** As the browser names it; never a path of ours. */
    readonly name: string,
    readonly content: Buffer,
  ) {}
}

type Posted = string | PostedFile;

type PostedForm = Record<string, Posted | Posted[]>;

/** A form with its files, in bytes: ten photographs of a telephone, or a recording. */
export const LARGEST_FORM = 25 * 1024 * 1024;

/** What the files of one form may have together, in bytes; what remains to `LARGEST_FORM` is for its other fields. */
export const LARGEST_FILES = 25_000_000;

/** A browser shows an answer only once it has sent everything: up to here what is too large is read, and thrown away. */
const MOST_READ_OFF = 256 * 1024 * 1024;
const LONGEST_READ_OFF_MS = 120_000;

/**
 * Lets forms bring files. The platform itself reads `multipart/form-data`; a field without a chosen file falls away, a field that comes several
 * times is a list. Only somebody who is signed in may send that much; anybody else is refused before a byte is read, unless the form is as small as any form
 * without files, so that what somebody typed outlives the session.
 */
export function acceptFiles(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request) => {
    const largest = largestOf(request);
    if (largest === null) return;
    const isKnown = request.session.staffId !== undefined || request.bearer !== undefined;
    if (!isKnown && largest === LARGEST_FORM && !isSmall(request)) throw new UnauthorizedException();
    const length = Number(request.headers['content-length'] ?? 0);
    if (!isKnown || length <= largest) return;
    if (length <= MOST_READ_OFF) await readOff(request);
    throw new PayloadTooLargeException();
  });
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: LARGEST_FORM },
    async (request: FastifyRequest, body: Buffer) => readForm(body, request.headers['content-type'] ?? ''),
  );
}

/** How many bytes a form may have; null for what is no form. */
function largestOf({ headers }: FastifyRequest): number | null {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return LARGEST_FORM;
  return type.startsWith('application/x-www-form-urlencoded') ? LARGEST_BODY : null;
}

async function readOff({ raw }: FastifyRequest): Promise<void> {
  raw.resume();
  await finished(raw, { writable: false, signal: AbortSignal.timeout(LONGEST_READ_OFF_MS) }).catch(() => raw.destroy());
}

function isSmall({ headers }: FastifyRequest): boolean {
  const length = Number(headers['content-length']);
  return Number.isInteger(length) && length <= LARGEST_BODY;
}

/** @throws BadRequestException when the bytes are not the form that their type promises */
async function readForm(body: Buffer, contentType: string): Promise<PostedForm> {
  const form: PostedForm = {};
  try {
    const read = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    for (const [name, value] of read.entries()) {
      if (typeof value === 'string') add(form, name, value);
      else if (value.name !== '') add(form, name, new PostedFile(value.name, Buffer.from(await value.arrayBuffer())));
    }
  } catch (error) {
    throw new BadRequestException('multipart/form-data', { cause: error });
  }
  return form;
}

function add(form: PostedForm, name: string, value: Posted): void {
  const before = form[name];
  form[name] = before === undefined ? value : [before, value].flat();
}
