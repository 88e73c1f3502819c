/** A part of an S3-compatible store. */
export interface BucketPlace {
  readonly bucket: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
}

const BUCKET = /^s3:\/\/([a-z\d][a-z\d.-]{1,61}[a-z\d])(?:\/([\w-]+(?:\/[\w-]+)*)?)?\/?$/u;

/** `s3://kho/hoi-am` → bucket `kho`, prefix `hoi-am/`; null for what is none */
export function bucketIn(text: string): BucketPlace | null {
  const [, bucket, prefix = ''] = BUCKET.exec(text) ?? [];
  return bucket === undefined ? null : { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
}
