import { copyFile, mkdir, open, rename, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileBytes } from './file-bytes.js';

/** Takes a spooled file over under its last name; its bytes and its name are on the disk when this resolves. Nobody needs to release it then. */
export async function takeOver(file: FileBytes, path: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await synced(file.path);
  await renamed(file.path, path);
  await synced(folder);
}

async function renamed(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await copied(from, to);
  }
}

/** From another disk: under a name of its own until it is whole there. */
async function copied(from: string, to: string): Promise<void> {
  const half = join(dirname(to), `.${randomUUID()}`);
  try {
    await copyFile(from, half);
    await synced(half);
    await rename(half, to);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  }
  await unlink(from);
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
