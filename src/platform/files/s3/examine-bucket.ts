import { randomUUID } from 'node:crypto';
import { MemoryBytes } from '../../../kernel/held-bytes.js';
import { sha256Of } from '../../../kernel/sha256.js';
import { FileStoreAway } from '../file-errors.js';
import type { S3Bucket } from './s3-bucket.js';

/** `overwrites`: what is there is written over though it was told not to; `forgets`: what was written is not given back, or not listed, at once. */
export type BucketFlaw = 'overwrites' | 'forgets' | { readonly away: string };

/** Whether a store does what files need of it; an object of its own is written and taken away. @returns null when it does */
export async function examineBucket(bucket: S3Bucket): Promise<BucketFlaw | null> {
  const key = `thu/${randomUUID()}`;
  const bytes = Buffer.from(key);
  try {
    const put = (): Promise<'stored' | 'there'> => bucket.putNew(key, new MemoryBytes(bytes), sha256Of(bytes));
    await put();
    if ((await put()) === 'stored') return 'overwrites';
    const pieces: Buffer[] = [];
    const isThere = await bucket.read(key, (piece) => pieces.push(piece));
    const isWhole = isThere && Buffer.concat(pieces).equals(bytes);
    return isWhole && (await isListed(bucket, key)) ? null : 'forgets';
  } catch (error) {
    if (error instanceof FileStoreAway) return { away: error.message };
    throw error;
  } finally {
    await bucket.remove(key).catch(() => undefined);
  }
}

async function isListed(bucket: S3Bucket, key: string): Promise<boolean> {
  for await (const found of bucket.list(key)) if (found.key === key) return true;
  return false;
}
