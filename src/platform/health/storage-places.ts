import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Settings } from '../../config/settings.js';

/** `data`: stored files and messages under way · `database`: an embedded one · `temp`: pictures of pages, parts of what is unpacked. */
export interface StoragePlace {
  readonly name: 'data' | 'database' | 'temp';
  readonly path: string;
}

/** What lies in each, for administrators. */
export const PLACE_WORDS: Readonly<Record<StoragePlace['name'], string>> = {
  data: 'dữ liệu (HOI_AM_DATA)',
  database: 'cơ sở dữ liệu',
  temp: 'tệp tạm (TMPDIR)',
};

/** Where this process writes; a database server keeps its own. */
export function storagePlaces({
  dataDirectory,
  databaseUrl,
}: Pick<Settings, 'dataDirectory' | 'databaseUrl'>): readonly StoragePlace[] {
  const file = embeddedFile(databaseUrl);
  return [
    { name: 'data', path: dataDirectory },
    ...(file === null ? [] : [{ name: 'database', path: dirname(file) } as const]),
    { name: 'temp', path: tmpdir() },
  ];
}

/** The file of an embedded database; null for a server. */
export function embeddedFile(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}
