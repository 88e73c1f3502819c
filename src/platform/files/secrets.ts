import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from './file-errors.js';

/**
 * A secret made at first start and kept beside the data, readable by its owner only; production gives its own instead. It gets its name whole: a
 * process that is killed meanwhile leaves no empty one behind, and of several that start at once all have the same.
 *
 * @throws Error when the file is there and empty
 */
export async function secretOf(dataDirectory: string, name: string): Promise<string> {
  const folder = join(dataDirectory, 'bi-mat');
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const secret = (await readIfThere(path)) ?? (await make(folder, path));
  if (secret === '') throw new Error(`Tệp bí mật ${path} rỗng: xóa tệp rồi khởi động lại.`);
  return secret;
}

/** Reads an existing secret. @returns null where there is none */
export function secretIfThere(dataDirectory: string, name: string): Promise<string | null> {
  return readIfThere(join(dataDirectory, 'bi-mat', name));
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

async function make(folder: string, path: string): Promise<string> {
  const temporary = join(folder, `.${randomUUID()}`);
  try {
    await writeFile(temporary, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true });
    await link(temporary, path);
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  return readFile(path, 'utf8');
}
