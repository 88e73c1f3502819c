import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import type { YearList } from '../../../src/cli/demo/lived-year.js';
import { takeApart } from './take-apart.js';

/** What a demonstration needs of a lived folder besides its databases: the stored files, the keys and marks, and the authority's root. */
const KEPT = /^(?:du-lieu\/(?:tep|bi-mat|moc)\/.+|e-office\/authority\/(?:root\.pem|revocations\.json))$/u;
const DATABASES = ['du-lieu/hoi-am.db', 'e-office/simulator.db'];
/** A stored file, named by its own hash. */
const NAMED_BY_HASH = /^(.+\/)[0-9a-f]{2}\/([0-9a-f]{64})$/u;
/** Signed letters repeat what was submitted, further back than the usual window of the format reaches. */
const WINDOW_LOG = 27;

/** The lived folder as one file: how long the list is, the list, then what it names, all compressed. */
export async function packYear(directory: string, lastDay: string): Promise<Buffer> {
  const apart = DATABASES.map((path) => takeApart(join(directory, path), path));
  const files = await filesOf(directory);
  const list: YearList = {
    lastDay,
    databases: apart.map(({ kept }) => kept),
    files: files.map(({ path, content }) => ({ path, size: content.length })),
  };
  const head = Buffer.from(JSON.stringify(list));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  const contents = [...apart.flatMap(({ contents }) => contents), ...files.map(({ content }) => content)];
  return zstdCompressSync(Buffer.concat([length, head, ...contents]), {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: WINDOW_LOG,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
}

interface KeptFile {
  readonly path: string;
  readonly content: Buffer;
}

/** Like beside like. */
async function filesOf(directory: string): Promise<readonly KeptFile[]> {
  const inside = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = inside
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => KEPT.test(path));
  const files = await Promise.all(paths.map((path) => fileAt(directory, path)));
  return files.sort((one, other) => Buffer.compare(one.content, other.content));
}

async function fileAt(directory: string, path: string): Promise<KeptFile> {
  const content = await readFile(join(directory, path));
  const [, folder, name] = NAMED_BY_HASH.exec(path) ?? [];
  const isNamedSo = folder !== undefined && name === createHash('sha256').update(content).digest('hex');
  return { path: isNamedSo ? folder : path, content };
}
