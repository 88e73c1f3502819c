import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** What every line of a chain carries besides what it says; `seq` counts from 1. */
export interface Link {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The hash before the first line. */
export const CHAIN_START = '0'.repeat(64);

/** An instant as chains say it, ISO 8601; what is no moment contradicts every hash. */
export function saidInstant(at: Date): string {
  return Number.isNaN(at.getTime()) ? 'unreadable' : at.toISOString();
}

/** sha256 over the previous hash and what the line says, in canonical form; lower-case hex. */
export function linkHash(previousHash: string, said: object): string {
  return createHash('sha256').update(previousHash).update('\n').update(canonicalJson(said)).digest('hex');
}

/** Walks a chain from its start, line by line, and keeps the first line that does not follow from the one before it. */
export class ChainWalk {
  private walked = 0;
  private last = CHAIN_START;
  private broken: number | null = null;

  step(link: Link, said: object): void {
    const follows =
      link.seq === this.walked + 1 && link.previousHash === this.last && link.hash === linkHash(this.last, said);
    if (!follows) this.broken ??= link.seq;
    this.walked += 1;
    this.last = link.hash;
  }

  /** How many lines were walked. */
  get rows(): number {
    return this.walked;
  }

  /** The hash of the last line walked. */
  get head(): string {
    return this.last;
  }

  get brokenAt(): number | null {
    return this.broken;
  }
}
