import { randomUUID } from 'node:crypto';

/** A new identity for a row of ours: UUID v4, lower case. */
export function newId(): string {
  return randomUUID();
}
