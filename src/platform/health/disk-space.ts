import { statfs } from 'node:fs/promises';

/** What is left of a disk for those who are not root, in bytes. */
export interface DiskSpace {
  readonly free: number;
  readonly total: number;
}

/** `ample` · `low`: weeks at most · `scarce`: a few large messages fill it. */
export type SpaceLevel = 'ample' | 'low' | 'scarce';

const GIBIBYTE = 2 ** 30;
/** A day of large messages, with their copies as evidence. */
const LOW = 2 * GIBIBYTE;
/** Ten messages of the largest size, while each is received, unpacked and stored. */
const SCARCE = GIBIBYTE / 2;

export function spaceLevel({ free }: DiskSpace): SpaceLevel {
  if (free < SCARCE) return 'scarce';
  return free < LOW ? 'low' : 'ample';
}

/** @throws Error of the system when there is no such place */
export async function diskSpace(path: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(path);
  return { free: bavail * bsize, total: blocks * bsize };
}
