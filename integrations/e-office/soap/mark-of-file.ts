import type { HeldBytes } from '../../../src/kernel/held-bytes.js';

/** What stands in the place of a file in a message that is kept as evidence: the file itself is kept elsewhere, under this hash. */
export async function markOf(file: HeldBytes): Promise<string> {
  return `sha256:${await file.sha256()}`;
}
