import { open, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** More than the last crumbs of a full disk, less than anybody notices. */
const PROBE = Buffer.alloc(65_536);

/** Writes a file into a folder, waits for the disk, and takes it away again. @throws Error of the system when it cannot be kept there */
export async function probeFolder(folder: string): Promise<void> {
  const path = join(folder, `.ghi-thu-${String(process.pid)}`);
  const file = await open(path, 'w', 0o600);
  try {
    await file.write(PROBE);
    await file.datasync();
  } finally {
    await file.close();
    await unlink(path).catch(() => undefined);
  }
}
