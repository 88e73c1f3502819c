import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Settings } from '../../config/settings.js';

/** `data`: stored files and messages under way · `files`: stored files, in a folder of their own · `database`: an embedded one · `temp`: pictures of pages, parts of what is unpacked. */
export interface StoragePlace {
  readonly name: 'data' | 'files' | 'database' | 'temp';
  readonly path: string;
}

/** What lies in each, for administrators. */
export const PLACE_WORDS: Readonly<Record<StoragePlace['name'], string>> = {
  data: 'dữ liệu (HOI_AM_DATA)',
  files: 'tệp văn bản (HOI_AM_FILES)',
  database: 'cơ sở dữ liệu',
  temp: 'tệp tạm (TMPDIR)',
};

/** Where this process writes; a database server and a store of files keep their own. */
export function storagePlaces({
  dataDirectory,
  files: { place },
  databaseUrl,
}: Pick<Settings, 'dataDirectory' | 'files' | 'databaseUrl'>): readonly StoragePlace[] {
  const file = embeddedFile(databaseUrl);
  return [
    { name: 'data', path: dataDirectory },
    ...(place.kind === 'folder' && !place.isOwn ? [{ name: 'files', path: place.directory } as const] : []),
    ...(file === null ? [] : [{ name: 'database', path: dirname(file) } as const]),
    { name: 'temp', path: tmpdir() },
  ];
}

/** The file of an embedded database; null for a server. */
export function embeddedFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}
