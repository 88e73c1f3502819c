import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { freePort, kill, spawnMortal } from '../directory/directory-process.js';

const STARTED_WITHIN_MS = 120_000;
export const BUCKET = 'kho-thu';
export const ACCESS = { FILES_ACCESS_KEY: 'hoi-am', FILES_SECRET_KEY: 'khoa-cua-kho-thu' };

/** A real S3-compatible server that keeps its objects in memory; Debian: `python3-moto`. */
export class Moto {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    private readonly client: S3Client,
  ) {}

  /** With one bucket. @throws Error when moto is missing or does not start */
  static async start(): Promise<Moto> {
    const port = await freePort();
    const child = spawnMortal('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { env: process.env });
    const endpoint = `http://127.0.0.1:${String(port)}`;
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true });
    for (const until = Date.now() + STARTED_WITHIN_MS; ;) {
      if (child.exitCode !== null || Date.now() > until) throw new Error('moto_server does not start.');
      if ((await fetch(endpoint).catch(() => null)) !== null) break;
      await pause(50);
    }
    await client.send(new CreateBucketCommand({ Bucket: BUCKET }));
    return new Moto(child, port, client);
  }

  /** Puts other bytes there, or takes them away, behind the back of the store. */
  async spoil(key: string, bytes: Buffer | null): Promise<void> {
    const place = { Bucket: BUCKET, Key: key };
    await (bytes === null
      ? this.client.send(new DeleteObjectCommand(place))
      : this.client.send(new PutObjectCommand({ ...place, Body: bytes })));
  }

  async close(): Promise<void> {
    this.client.destroy();
    await kill(this.child);
  }
}
