import { access, constants, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bucketIn } from '../../config/bucket-place.js';
import type { Settings } from '../../config/settings.js';
import { MemoryBytes } from '../../kernel/held-bytes.js';
import { sha256Of } from '../../kernel/sha256.js';
import { isSystemError } from '../../platform/files/file-errors.js';
import { isWithin } from '../../platform/files/is-within.js';
import { openBucket } from '../../platform/files/open-file-store.js';
import type { ListedObject, S3Bucket } from '../../platform/files/s3/s3-bucket.js';
import { ANCHOR_FILE, type SignedAnchor } from '../domain/anchor.js';
import { isSigned } from '../domain/signed.js';

/** Where anchors are kept: nothing there is changed or taken away by this software. */
export abstract class AnchorPlace {
  abstract names(): Promise<readonly string[]>;
  abstract read(name: string): Promise<string>;

  /** Safe to repeat with the same text. @returns where it lies @throws Error when something else, or half of it, stands there: a person must look */
  abstract add(name: string, text: string): Promise<string>;

  /** When the newest file came, by the clock of the place; null where there is none, or the place does not answer. */
  abstract newestAt(): Promise<Date | null>;

  /** Whether it is there, and whether files may be added as far as can be known without adding one. */
  abstract mayAdd(): Promise<{ readonly isThere: boolean; readonly isWritable: boolean }>;

  close(): void {
    return;
  }
}

type PlaceSettings = Pick<Settings, 'dataDirectory' | 'anchors' | 'files'>;

export function anchorPlace({ dataDirectory, anchors, files }: PlaceSettings): AnchorPlace {
  const bucket = bucketIn(anchors);
  if (bucket !== null) return new AnchorBucket(openBucket(files, bucket));
  // A folder elsewhere must be there: made here, it would lie under the mount point of a disk that is not mounted.
  return new AnchorFolder(anchors, isWithin(dataDirectory, anchors));
}

/** The place, while something is done there. */
export async function atAnchors<Done>(
  settings: PlaceSettings,
  act: (place: AnchorPlace) => Promise<Done>,
): Promise<Done> {
  const place = anchorPlace(settings);
  try {
    return await act(place);
  } finally {
    place.close();
  }
}

/** The newest that can be read and was signed: one that was cut off while it was written says nothing. */
export async function lastAnchorAt(place: AnchorPlace): Promise<SignedAnchor | null> {
  const names = (await place.names()).filter((name) => ANCHOR_FILE.test(name)).toSorted();
  for (const name of names.toReversed()) {
    const anchor = parsed(await place.read(name));
    if (anchor !== null && isSigned(anchor)) return anchor;
  }
  return null;
}

/** Under its own name at once: where files may only be added, nothing may be renamed. */
class AnchorFolder extends AnchorPlace {
  constructor(
    private readonly folder: string,
    private readonly isOurs: boolean,
  ) {
    super();
  }

  override async names(): Promise<readonly string[]> {
    return readdir(this.folder).catch((error: unknown) => {
      if (this.isOurs && isSystemError(error, 'ENOENT')) return [];
      throw error;
    });
  }

  override read(name: string): Promise<string> {
    return readFile(join(this.folder, name), 'utf8');
  }

  override async add(name: string, text: string): Promise<string> {
    if (this.isOurs) await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, name);
    try {
      await writeNew(path, text);
    } catch (error) {
      if (!isSystemError(error, 'EEXIST') || (await readFile(path, 'utf8')) !== text) throw error;
    }
    return path;
  }

  override async newestAt(): Promise<Date | null> {
    const names = (await readdir(this.folder).catch(() => [])).filter(isAnchoring);
    const found = await Promise.all(names.map((name) => stat(join(this.folder, name)).catch(() => null)));
    return newestOf(found.flatMap((stats) => stats?.mtime ?? []));
  }

  override async mayAdd(): ReturnType<AnchorPlace['mayAdd']> {
    const [isThere, isWritable] = await Promise.all([
      may(this.folder, constants.F_OK),
      may(this.folder, constants.W_OK),
    ]);
    return { isThere: isThere || this.isOurs, isWritable: isWritable || this.isOurs };
  }
}

/** A bucket; one that lets nothing be written over or removed is set up by its keeper. */
class AnchorBucket extends AnchorPlace {
  constructor(private readonly bucket: S3Bucket) {
    super();
  }

  override async names(): Promise<readonly string[]> {
    return (await this.files()).map(({ key }) => key);
  }

  override read(name: string): Promise<string> {
    return this.bucket.again(async () => {
      const pieces: Buffer[] = [];
      await this.bucket.read(name, (piece) => pieces.push(piece));
      return Buffer.concat(pieces).toString('utf8');
    }, `GET ${name}`);
  }

  override async add(name: string, text: string): Promise<string> {
    const bytes = Buffer.from(text, 'utf8');
    const outcome = await this.bucket.putNew(name, new MemoryBytes(bytes), sha256Of(bytes));
    if (outcome === 'there' && (await this.read(name)) !== text) throw new Error(`EEXIST: ${name}`);
    const { bucket, prefix } = this.bucket.place;
    return `s3://${bucket}/${prefix}${name}`;
  }

  override async newestAt(): Promise<Date | null> {
    const files = await this.files().catch(() => []);
    return newestOf(files.filter(({ key }) => isAnchoring(key)).map(({ at }) => at));
  }

  override async mayAdd(): ReturnType<AnchorPlace['mayAdd']> {
    const isThere = await this.names().then(
      () => true,
      () => false,
    );
    return { isThere, isWritable: isThere };
  }

  override close(): void {
    this.bucket.close();
  }

  /** Not what lies further below, such as stored files in the same bucket. */
  private async files(): Promise<readonly ListedObject[]> {
    const found: ListedObject[] = [];
    for await (const object of this.bucket.list()) if (!object.key.includes('/')) found.push(object);
    return found;
  }
}

/** Not the mark that says whose the place is. */
function isAnchoring(name: string): boolean {
  return !name.startsWith('.');
}

function newestOf(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((newest, at) => (newest === null || at > newest ? at : newest), null);
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function parsed(text: string): SignedAnchor | null {
  try {
    return JSON.parse(text) as SignedAnchor;
  } catch {
    return null;
  }
}
