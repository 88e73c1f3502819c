import { BadRequestException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

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

/**
 * Lets forms bring files. The platform itself reads `multipart/form-data`; a field without a chosen file falls away, a field that comes several
 * times is a list. Only those who are signed in may send that much: others are refused before a byte is read.
 */
export function acceptFiles(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request, reply) => {
    const isForm = request.headers['content-type']?.startsWith('multipart/form-data') === true;
    if (isForm && request.session.staffId === undefined && !request.bearer) await reply.status(401).send();
  });
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: LARGEST_FORM },
    async (request: FastifyRequest, body: Buffer) => readForm(body, request.headers['content-type'] ?? ''),
  );
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
