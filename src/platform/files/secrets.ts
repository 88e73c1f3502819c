import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './file-errors.js';

/** A secret made at first start and kept beside the data, readable by its owner only; production gives its own instead. */
export async function secretOf(dataDirectory: string, name: string): Promise<string> {
  const folder = join(dataDirectory, 'bi-mat');
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(path, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
  return readFile(path, 'utf8');
}
