import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';

/** What one line of the journal says; the chain covers all of it. */
export interface JournalLine {
  readonly seq: number;
  readonly at: Date;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly detail: object;
}

export interface ChainedLine extends JournalLine {
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first line. */
export const CHAIN_START = '0'.repeat(64);

/** sha256 over the previous hash and the line in canonical form. */
export function chainHash(previousHash: string, line: JournalLine): string {
  const { seq, at, actorId, actorName, action, objectKind, objectId, detail } = line;
  const text = canonicalJson({ seq, at: at.toISOString(), actorId, actorName, action, objectKind, objectId, detail });
  return createHash('sha256').update(previousHash).update('\n').update(text).digest('hex');
}

/** The first line that does not follow from the one before it, or null when the chain is whole from its start. */
export function firstBrokenLine(lines: Iterable<ChainedLine>): number | null {
  let previous = CHAIN_START;
  let expected = 1;
  for (const line of lines) {
    const follows = line.seq === expected && line.previousHash === previous && line.hash === chainHash(previous, line);
    if (!follows) return line.seq;
    previous = line.hash;
    expected += 1;
  }
  return null;
}
