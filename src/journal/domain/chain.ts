import { ChainWalk, linkHash, saidInstant, type Link } from '../../kernel/hash-chain.js';

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

export interface ChainedLine extends JournalLine, Link {}

/** What the hash of a line covers. */
export function saidBy({ seq, at, actorId, actorName, action, objectKind, objectId, detail }: JournalLine): object {
  return { seq, at: saidInstant(at), actorId, actorName, action, objectKind, objectId, detail };
}

export function chainHash(previousHash: string, line: JournalLine): string {
  return linkHash(previousHash, saidBy(line));
}

/** The first line that does not follow from the one before it, or null when the chain is whole from its start. */
export function firstBrokenLine(lines: Iterable<ChainedLine>): number | null {
  const walk = new ChainWalk();
  for (const line of lines) walk.step(line, saidBy(line));
  return walk.brokenAt;
}
