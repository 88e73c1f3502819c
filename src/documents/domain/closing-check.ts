import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Link } from '../../kernel/hash-chain.js';
import type { ClosingDigest } from './register-closing.js';
import type { RegisterEntry } from './register-line.js';
import { isSigned, type Signed } from './signed.js';

/** What contradicts the closing of a book: `seq` is an entry of its chain. */
export type ClosingFlaw =
  | { readonly code: 'after-closing'; readonly seq: number }
  | { readonly code: 'closing-missing'; readonly seq: number }
  | { readonly code: 'closing-not-entered' }
  | { readonly code: 'closing-differs'; readonly seq: number }
  | { readonly code: 'closing-signature-wrong' }
  | { readonly code: 'closing-print-missing'; readonly sha256: string }
  | { readonly code: 'closing-print-damaged'; readonly sha256: string };

/** What is kept of a book's closing. */
export interface KeptClosing {
  /** Whether the book is locked. */
  readonly locked: boolean;
  readonly signed: Signed<ClosingDigest>;
  readonly print: 'whole' | 'missing' | 'damaged';
}

type Counts = Pick<ClosingDigest, 'from' | 'to' | 'present' | 'voided' | 'givenThere'>;

/**
 * Checks a closing against the book.
 *
 * @param entry what the chain says of it; null where no closing was entered
 * @param kept null where the book is not closed, or the closing is still being made
 */
export function closingFlaws(
  entry: (RegisterEntry & Link) | null,
  kept: KeptClosing | null,
  counts: Counts,
): readonly ClosingFlaw[] {
  if (entry === null) return kept === null ? [] : [{ code: 'closing-not-entered' }];
  const { seq } = entry;
  if (!kept?.locked) return [{ code: 'closing-missing', seq }];
  const { key, signature, ...digest } = kept.signed;
  const sha256 = digest.printSha256;
  return [
    ...(holds(digest, entry, counts) ? [] : [{ code: 'closing-differs' as const, seq }]),
    ...(isSigned({ key, signature, ...digest }) ? [] : [{ code: 'closing-signature-wrong' as const }]),
    ...(kept.print === 'whole' ? [] : [{ code: `closing-print-${kept.print}` as const, sha256 }]),
  ];
}

/** The digest says what the chain says, and both say what the book holds. */
function holds(digest: ClosingDigest, { seq, previousHash, facts }: RegisterEntry & Link, counts: Counts): boolean {
  const { from, to, present, voided, givenThere, chain } = digest;
  const said = { from, to, present, voided, ...(givenThere === undefined ? {} : { givenThere }) };
  return (
    canonicalJson(digest) === canonicalJson(facts) &&
    canonicalJson(said) === canonicalJson(counts) &&
    chain.seq === seq - 1 &&
    chain.hash === previousHash
  );
}
