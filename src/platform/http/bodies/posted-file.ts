import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { HeldBytes } from '../../../kernel/held-bytes.js';
import type { FormParts } from './form-places.js';
import { sha256Of } from '../../../kernel/sha256.js';

/** A file that came with a form: whole, or passed over. */
export class PostedFile {
  private read: Buffer | null;

  /** @param passedOver the sha256 of a file of which nothing was kept */
  constructor(
    /** As the browser names it; never a path of ours. */
    readonly name: string,
    private readonly bytes: Buffer | HeldBytes,
    private readonly passedOver: string | null = null,
  ) {
    this.read = Buffer.isBuffer(bytes) ? bytes : null;
  }

  /** @throws Error before `load`: until its form was admitted a file waits on the disk */
  get content(): Buffer {
    if (this.read === null) throw new Error('A posted file was asked for before it was loaded');
    return this.read;
  }

  /** Of the bytes that came, in hexadecimal, also where they were passed over. @throws Error before `load` */
  get sha256(): string {
    return this.passedOver ?? sha256Of(this.content);
  }

  /** Brings the file into memory, for the use case that inspects it. */
  async load(): Promise<void> {
    if (!Buffer.isBuffer(this.bytes)) this.read ??= await this.bytes.read();
  }

  async release(): Promise<void> {
    if (!Buffer.isBuffer(this.bytes)) await this.bytes.release();
  }
}

export type Posted = string | PostedFile;

export type PostedForm = Record<string, Posted | Posted[]>;

/** A form with its files, in bytes: ten photographs of a telephone, or a recording. */
export const MAX_FORM_BYTES = 25 * 1024 * 1024;

/** What the files of one form may have together, in bytes; what remains to `MAX_FORM_BYTES` is for its other fields. */
export const MAX_FILES_BYTES = 25_000_000;

/** Fields and files of one form together: the largest form of ours has some forty. */
export const MAX_PARTS = 200;

/** Under which name a route says that its form brings files. */
export const TAKES_FILES = 'takes-files';

/** Under which name a public route keeps who is asked before its form is read. */
export const FORM_GATE = 'form-gate';

/** Says from whom a public route takes a form with files, before a byte of it is read: nothing else keeps strangers from sending them. */
export abstract class FormGate {
  /** @returns what is taken of the form; files that are not are passed over @throws DomainError for whom the route takes nothing from */
  abstract admit(request: FastifyRequest): Promise<FormParts>;
}

/**
 * A route whose form brings files. On any other, `multipart/form-data` is refused before a byte is read.
 *
 * @param gate required on public routes
 */
export const TakesFiles = (gate?: Type<FormGate>): MethodDecorator =>
  applyDecorators(SetMetadata(TAKES_FILES, true), SetMetadata(FORM_GATE, gate));

/** The files of a posted form. */
export function filesIn(body: unknown): readonly PostedFile[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.values(body)
    .flat()
    .filter((value) => value instanceof PostedFile);
}
