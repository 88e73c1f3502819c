import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { HeldBytes } from '../../../kernel/held-bytes.js';
import type { Spool, SpoolFolder } from '../../spool/spool.js';
import { MAX_BODY_BYTES } from '../http-adapter.js';
import { MAX_PARTS, PostedFile, type Posted, type PostedForm } from './posted-file.js';

export interface FormLimits {
  /** Of the whole body, in bytes. */
  readonly largest: number;
  /** Where files go while they come; null where only the texts are wanted, and files are passed over. */
  readonly spools: SpoolFolder | null;
}

/** So much of a file is held in memory before it goes to the disk. */
const IN_MEMORY = 256 * 1024;
const MAX_HEAD_LENGTH = 8 * 1024;
const MAX_HEADS = 20;

/**
 * Reads `multipart/form-data` while it comes, files to the disk. A field without a chosen file falls away, a field that comes several times is a list.
 *
 * Source: RFC 7578.
 *
 * @throws BadRequestException for what is no such form @throws PayloadTooLargeException over the limits; nothing of the form is left on the disk
 */
export async function readForm(
  body: Readable,
  headers: IncomingHttpHeaders,
  { largest, spools }: FormLimits,
): Promise<PostedForm> {
  const form = new ComingForm(headers, spools);
  try {
    let size = 0;
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > largest) throw new PayloadTooLargeException();
      await form.take(piece);
    }
    return await form.whole();
  } catch (error) {
    await form.drop();
    throw error;
  }
}

type Entry = readonly [name: string, value: Posted];

/** A form of which a part has come. */
class ComingForm {
  private readonly parser: BusboyInstance;
  /** In the order of the form; a file resolves once it has come whole. */
  private readonly entries: Promise<Entry | null>[] = [];
  private readonly streams: Readable[] = [];
  private textSize = 0;
  private refuse: (error: Error) => void = () => undefined;
  /** Rejects once the form cannot be taken. */
  private readonly refused = new Promise<never>((_resolve, reject) => {
    this.refuse = reject;
  });

  constructor(
    headers: IncomingHttpHeaders,
    private readonly spools: SpoolFolder | null,
  ) {
    this.refused.catch(() => undefined);
    this.parser = parserOf(headers);
    this.parser
      .on('field', (name, text, ...[nameCut, textCut]) => this.addText(name, text, nameCut || textCut))
      .on('file', (name, stream, fileName) => this.add(this.fileEntry(name, stream, fileName)))
      .on('partsLimit', () => this.refuse(new PayloadTooLargeException()))
      .on('error', (error) => this.refuse(unreadable(error)));
  }

  async take(piece: Buffer): Promise<void> {
    const taken = new Promise<void>((resolve) => this.parser.write(piece, () => resolve()));
    await Promise.race([taken, this.refused]);
  }

  async whole(): Promise<PostedForm> {
    const over = new Promise<void>((resolve) => this.parser.once('finish', resolve));
    this.parser.end();
    await Promise.race([over, this.refused]);
    const entries = await Promise.race([Promise.all(this.entries), this.refused]);
    return formOf(entries.filter((entry) => entry !== null));
  }

  /** Nothing of the form is wanted. */
  async drop(): Promise<void> {
    for (const stream of this.streams) stream.destroy();
    for (const entry of this.entries) {
      const [, value] = (await entry.catch(() => null)) ?? [];
      if (value instanceof PostedFile) await value.release();
    }
  }

  private addText(name: unknown, text: string, isCut: boolean): void {
    this.textSize += text.length;
    if (isCut || this.textSize > MAX_BODY_BYTES) this.refuse(new PayloadTooLargeException());
    else if (typeof name === 'string') this.add(Promise.resolve([unescaped(name), text]));
  }

  private add(entry: Promise<Entry | null>): void {
    entry.catch((error: unknown) => this.refuse(error instanceof Error ? error : unreadable(error)));
    this.entries.push(entry);
  }

  private async fileEntry(name: unknown, stream: Readable, fileName = ''): Promise<Entry | null> {
    this.streams.push(stream);
    if (typeof name !== 'string' || fileName === '') {
      await finished(stream.resume());
      return null;
    }
    const file =
      this.spools === null
        ? new PostedFile(unescaped(fileName), Buffer.alloc(0), await sha256Passing(stream))
        : new PostedFile(unescaped(fileName), await spooled(stream, this.spools.open(IN_MEMORY)));
    return [unescaped(name), file];
  }
}

async function sha256Passing(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of stream as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

async function spooled(stream: Readable, spool: Spool): Promise<HeldBytes> {
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      spool.write(piece);
      await spool.drain();
    }
    return await spool.close();
  } catch (error) {
    await spool.drop();
    throw error;
  }
}

/** Own properties, whatever the fields are called; a field that came several times is a list. */
function formOf(entries: readonly Entry[]): PostedForm {
  const values = new Map<string, Posted | Posted[]>();
  for (const [name, value] of entries) {
    const before = values.get(name);
    if (Array.isArray(before)) before.push(value);
    else values.set(name, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(values);
}

function parserOf(headers: IncomingHttpHeaders): BusboyInstance {
  try {
    return new Busboy({
      // The type was matched by the server already, in whatever case.
      headers: headers as BusboyHeaders,
      limits: {
        parts: MAX_PARTS,
        fieldSize: MAX_BODY_BYTES,
        headerPairs: MAX_HEADS,
        headerSize: MAX_HEAD_LENGTH,
      },
      isPartAFile: (_name, _type, fileName) => fileName !== undefined,
    });
  } catch (error) {
    throw unreadable(error);
  }
}

/** Browsers write these three otherwise, so that they end no head. Source: WHATWG HTML, "multipart/form-data". */
function unescaped(name: string): string {
  return name.replaceAll(/%0A/giu, '\n').replaceAll(/%0D/giu, '\r').replaceAll('%22', '"');
}

function unreadable(cause: unknown): BadRequestException {
  return new BadRequestException('multipart/form-data', { cause });
}
