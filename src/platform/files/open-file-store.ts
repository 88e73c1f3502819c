import { join } from 'node:path';
import type { FileSettings, FilesPlace } from '../../config/file-settings.js';
import { SettingsError } from '../../config/settings.js';
import type { BucketPlace } from '../../config/bucket-place.js';
import { EvidenceStore } from './evidence-store.js';
import type { FileStore, KeptFor } from './file-store.js';
import { FolderFileStore } from './folder-file-store.js';
import { ReadCache } from './s3/read-cache.js';
import { S3Bucket } from './s3/s3-bucket.js';
import { S3FileStore } from './s3/s3-file-store.js';

/** Below the stored files: evidence that is kept for a time. */
export const EVIDENCE = 'chung-cu';

/** The store that the settings name, or another one that is reached by the same line. */
export function openFileStore(settings: FileSettings, place: FilesPlace = settings.place): FileStore {
  if (place.kind === 'folder') return new FolderFileStore(place.directory);
  return inBucket(settings, openBucket(settings, place), 'forGood');
}

/** What lies below the stored files and goes after a time. */
export function openEvidenceFiles(settings: FileSettings, place: FilesPlace = settings.place): FileStore {
  if (place.kind === 'folder') return new FolderFileStore(join(place.directory, EVIDENCE), 'forATime');
  return inBucket(settings, openBucket(settings, place).below(EVIDENCE), 'forATime');
}

/** Stored files, and the evidence that lies below them. */
export interface Stores {
  readonly files: FileStore;
  readonly evidence: FileStore;
}

export function openStores(settings: FileSettings, place: FilesPlace = settings.place): Stores {
  return { files: openFileStore(settings, place), evidence: openEvidenceFiles(settings, place) };
}

export function openEvidenceStore(settings: FileSettings): EvidenceStore {
  return new EvidenceStore(openEvidenceFiles(settings));
}

/** @throws SettingsError where no line to a store is set */
export function openBucket({ s3 }: FileSettings, place: BucketPlace): S3Bucket {
  const { endpoint } = s3;
  if (endpoint === undefined) throw new SettingsError('Biến FILES_ENDPOINT chưa đặt.');
  return new S3Bucket({ ...s3, endpoint }, place);
}

function inBucket({ cache }: FileSettings, bucket: S3Bucket, kept: KeptFor): FileStore {
  return new S3FileStore(bucket, new ReadCache(cache.directory, cache.maxBytes), kept);
}
