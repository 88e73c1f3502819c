import { readFileSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import type {
  _Object,
  GetObjectCommandOutput,
  ListObjectsV2CommandOutput,
  PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BucketPlace } from '../../../config/bucket-place.js';
import type { S3Line } from '../../../config/file-settings.js';
import { type HeldBytes, MemoryBytes } from '../../../kernel/held-bytes.js';
import { FileStoreAway } from '../file-errors.js';
import { again, awayOf, hasEnd, isNamed } from './s3-calls.js';

export interface ListedObject {
  /** Below the prefix. */
  readonly key: string;
  readonly size: number;
  readonly at: Date;
}

/** Slower than this a long file is not waited for. */
const BYTES_A_MS = 64;
const CONNECTIONS = 50;

/** Objects of one bucket below a prefix. Each call has an end, and is repeated where that is safe; what then still fails is `FileStoreAway`. */
export class S3Bucket {
  private opened: Promise<S3Client> | null = null;

  constructor(
    readonly line: S3Line,
    readonly place: BucketPlace,
  ) {}

  /** The same bucket, further below. */
  below(folder: string): S3Bucket {
    return new S3Bucket(this.line, { ...this.place, prefix: `${this.place.prefix}${folder}/` });
  }

  /** Writes where nothing is. A repeated call may find what it wrote itself: that is `there`. */
  putNew(key: string, bytes: HeldBytes, sha256: string): Promise<'stored' | 'there'> {
    return this.again(async () => {
      try {
        await this.write(key, bytes, { sha256, IfNoneMatch: '*' });
        return 'stored';
      } catch (error) {
        if (isNamed(error, ['PreconditionFailed'], 412)) return 'there';
        throw error;
      }
    }, `PUT ${key}`);
  }

  /** Writes over whatever is there. */
  overwrite(key: string, bytes: HeldBytes, sha256: string): Promise<void> {
    return this.again(() => this.write(key, bytes, { sha256 }), `PUT ${key}`);
  }

  /**
   * Hands an object on piece by piece, once: a call that breaks off in the middle is not repeated here, for some was handed on.
   *
   * @returns false where the store says that there is none @throws FileStoreAway also when it ended before its length
   */
  async read(key: string, heed: (piece: Buffer) => unknown): Promise<boolean> {
    const { GetObjectCommand } = await sdk();
    const command = new GetObjectCommand({ Bucket: this.place.bucket, Key: this.place.prefix + key });
    const ask = new AbortController();
    try {
      const client = await this.client();
      const { timeoutMs } = this.line;
      const answer = await hasEnd(timeoutMs, ask, () => client.send(command, { abortSignal: ask.signal }));
      const limitMs = timeoutMs + (answer.ContentLength ?? 0) / BYTES_A_MS;
      await hasEnd(limitMs, ask, () => handOn(answer, heed));
      return true;
    } catch (error) {
      if (error instanceof NotTaken) throw error.cause;
      if (isNamed(error, ['NoSuchKey'])) return false;
      throw awayOf(error, `GET ${key}`);
    }
  }

  /** @returns null where nothing is, or the bucket is not: a HEAD has no words */
  look(key: string): Promise<{ readonly size: number } | null> {
    return this.again(async () => {
      const { HeadObjectCommand } = await sdk();
      try {
        const command = new HeadObjectCommand({ Bucket: this.place.bucket, Key: this.place.prefix + key });
        return {
          size: (await this.send((client, abortSignal) => client.send(command, { abortSignal }))).ContentLength ?? -1,
        };
      } catch (error) {
        if (isNamed(error, ['NotFound', 'NoSuchKey'], 404)) return null;
        throw error;
      }
    }, `HEAD ${key}`);
  }

  /** Every object, in the order of the keys. @throws FileStoreAway when the list does not come to its end */
  async *list(below = ''): AsyncIterable<ListedObject> {
    const { prefix } = this.place;
    for (let from: string | undefined; ;) {
      const { Contents, IsTruncated, NextContinuationToken: next } = await this.page(below, from);
      yield* listedIn(Contents ?? [], prefix);
      if (IsTruncated !== true) return;
      if (next === undefined || next === from) throw new FileStoreAway(`LIST ${prefix}${below}: danh sách bị cắt`);
      from = next;
    }
  }

  /** Safe to repeat. */
  async remove(key: string): Promise<void> {
    const { DeleteObjectCommand } = await sdk();
    const command = new DeleteObjectCommand({ Bucket: this.place.bucket, Key: this.place.prefix + key });
    await this.again(() => this.send((client, abortSignal) => client.send(command, { abortSignal })), `DELETE ${key}`);
  }

  /** Repeats a call that is safe to repeat. @param what names it where it fails */
  again<Answer>(call: () => Promise<Answer>, what: string): Promise<Answer> {
    return again(call, what, this.line.timeoutMs);
  }

  close(): void {
    void this.opened?.then((client) => {
      client.destroy();
    });
    this.opened = null;
  }

  private page(below: string, from: string | undefined): Promise<ListObjectsV2CommandOutput> {
    const { bucket, prefix } = this.place;
    return this.again(async () => {
      const { ListObjectsV2Command } = await sdk();
      const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix + below, ContinuationToken: from });
      return this.send((client, abortSignal) => client.send(command, { abortSignal }));
    }, `LIST ${prefix}${below}`);
  }

  private async write(
    key: string,
    bytes: HeldBytes,
    { sha256, ...condition }: { readonly sha256: string; readonly IfNoneMatch?: string },
  ): Promise<void> {
    const { PutObjectCommand } = await sdk();
    const input: PutObjectCommandInput = {
      Bucket: this.place.bucket,
      Key: this.place.prefix + key,
      Body: await bodyOf(bytes),
      ContentLength: bytes.size,
      ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      ...condition,
    };
    const command = new PutObjectCommand(input);
    // Part of the signature: every server compares it with what came, also those that know no checksums.
    command.middlewareStack.add(
      (next) => (args) => {
        setHeader(args.request, 'x-amz-content-sha256', sha256);
        return next(args);
      },
      { step: 'build' },
    );
    const limitMs = this.line.timeoutMs + bytes.size / BYTES_A_MS;
    await this.send((client, abortSignal) => client.send(command, { abortSignal }), limitMs);
  }

  private async send<Answer>(
    call: (client: S3Client, signal: AbortSignal) => Promise<Answer>,
    limitMs = this.line.timeoutMs,
  ): Promise<Answer> {
    const client = await this.client();
    const ask = new AbortController();
    return hasEnd(limitMs, ask, () => call(client, ask.signal));
  }

  private client(): Promise<S3Client> {
    this.opened ??= open(this.line);
    return this.opened;
  }
}

function listedIn(objects: readonly _Object[], prefix: string): readonly ListedObject[] {
  return objects.flatMap(({ Key = '', Size = -1, LastModified = new Date(0) }) =>
    Key.startsWith(prefix) ? [{ key: Key.slice(prefix.length), size: Size, at: LastModified }] : [],
  );
}

/** Who was handed the bytes could not take them: no fault of the store. */
class NotTaken extends Error {}

async function handOn(
  { Body, ContentLength }: GetObjectCommandOutput,
  heed: (piece: Buffer) => unknown,
): Promise<void> {
  let length = 0;
  for await (const piece of Body as Readable as AsyncIterable<Buffer>) {
    length += piece.length;
    try {
      await heed(piece);
    } catch (error) {
      throw new NotTaken('', { cause: error });
    }
  }
  if (length !== ContentLength)
    throw new FileStoreAway(`chỉ nhận được ${String(length)} trên ${String(ContentLength)} byte`);
}

function setHeader(request: unknown, name: string, value: string): void {
  if (typeof request !== 'object' || request === null || !('headers' in request)) return;
  Object.assign(request.headers as object, { [name]: value });
}

/** Large, and of no use where files lie in a folder. */
function sdk(): Promise<typeof Sdk> {
  return import('@aws-sdk/client-s3');
}

async function open({ endpoint, region, accessKey, secretKey, caFile, timeoutMs }: S3Line): Promise<S3Client> {
  const { S3Client: Client } = await sdk();
  const ca = caFile === undefined ? undefined : readFileSync(caFile);
  const agent = { keepAlive: true, maxSockets: CONNECTIONS };
  return new Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Repeated by `again`, which knows what is safe to repeat.
    maxAttempts: 1,
    // Older servers know no checksums but those of a file that we name.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    expectContinueHeader: false,
    requestHandler: {
      connectionTimeout: timeoutMs,
      httpAgent: new HttpAgent(agent),
      httpsAgent: new HttpsAgent({ ...agent, minVersion: 'TLSv1.2', ...(ca && { ca }) }),
    },
  });
}

async function bodyOf(bytes: HeldBytes): Promise<Buffer | Readable> {
  return bytes instanceof MemoryBytes ? bytes.read() : Readable.from(ownPieces(bytes));
}

/** A stream reads ahead; a piece of bytes that are held stands only until the next one. */
async function* ownPieces(bytes: HeldBytes): AsyncIterable<Buffer> {
  for await (const piece of bytes.pieces()) yield Buffer.from(piece);
}
