import { ChainWalk, linkHash, saidInstant, type Link } from '../../kernel/hash-chain.js';

/** The form in which lines are written now: 2 says in which roles, from where and for whom somebody acted. Lines of form 1 say none of it. */
export const LINE_FORM = 2;

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
  /** Null: form 1, written before there were others. */
  readonly form: number | null;
  /** The roles held at the act, parted by commas; empty for the system itself. */
  readonly actorRoles: string | null;
  /** Whom the actor stood in for. */
  readonly principalId: string | null;
  readonly principalName: string | null;
  /** An IP address, `cli`, or null where nobody asked from anywhere. */
  readonly address: string | null;
}

export interface ChainedLine extends JournalLine, Link {}

/** What the hash of a line covers, in the form of that line. What a line of form 1 has no place for, it must not say: that contradicts its hash too. */
export function saidBy(line: JournalLine): object {
  const { seq, at, actorId, actorName, action, objectKind, objectId, detail } = line;
  const said = { seq, at: saidInstant(at), actorId, actorName, action, objectKind, objectId, detail };
  const { form, actorRoles, principalId, principalName, address } = line;
  const more = { form, actorRoles, principalId, principalName, address };
  return Object.values(more).every((value) => value === null) ? said : { ...said, ...more };
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
