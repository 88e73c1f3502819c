import { join, resolve } from 'node:path';
import { bucketIn, type BucketPlace } from './bucket-place.js';
import type { Environment } from './environment.js';

/** Where stored files lie: in a folder, which several machines may share, or in a bucket of an S3-compatible store. */
export type FilesPlace =
  | {
      readonly kind: 'folder';
      readonly directory: string;
      /** In the data directory, where it is made by itself. */ readonly isOwn: boolean;
    }
  | ({ readonly kind: 'bucket' } & BucketPlace);

/** How an S3-compatible store is reached. */
export interface S3Line {
  /** `https://kho.haiphong.example:9000`; buckets stand in the path. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** PEM file of the authorities that may vouch for it; undefined: those of the system. */
  readonly caFile: string | undefined;
  /** For connecting and for the head of an answer. */
  readonly timeoutMs: number;
}

export interface FileSettings {
  readonly place: FilesPlace;
  readonly s3: Omit<S3Line, 'endpoint'> & { readonly endpoint: string | undefined };
  /** What of a bucket this machine keeps for reading. */
  readonly cache: { readonly directory: string; readonly maxBytes: number };
}

const MEGABYTE = 1024 * 1024;

/** @param text a path, or `s3://bucket/prefix` @returns null for a bucket that is none, and for no text, which would be the current folder */
export function filesPlace(text: string): FilesPlace | null {
  const bucket = bucketIn(text);
  if (bucket !== null) return { kind: 'bucket', ...bucket };
  return text === '' || text.startsWith('s3:') ? null : { kind: 'folder', directory: resolve(text), isOwn: false };
}

export function filesOf(values: Environment): FileSettings {
  const { HOI_AM_DATA: data, HOI_AM_FILES: place, FILES_ENDPOINT: endpoint } = values;
  return {
    place: (place === undefined ? null : filesPlace(place)) ?? {
      kind: 'folder',
      directory: resolve(data, 'tep'),
      isOwn: true,
    },
    s3: {
      endpoint,
      region: values.FILES_REGION,
      accessKey: values.FILES_ACCESS_KEY ?? '',
      secretKey: values.FILES_SECRET_KEY ?? '',
      caFile: values.FILES_CA,
      timeoutMs: values.FILES_TIMEOUT_SECONDS * 1000,
    },
    cache: { directory: join(resolve(data), 'tep-dem'), maxBytes: values.FILES_CACHE_MEGABYTES * MEGABYTE },
  };
}
