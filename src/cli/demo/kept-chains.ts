import { saidByEntry, type RegisterEntry } from '../../documents/domain/register-line.js';
import { saidBy, type JournalLine } from '../../journal/domain/chain.js';
import { saidBySeal } from '../../journal/domain/record-seal.js';
import { CHAIN_START, linkHash } from '../../kernel/hash-chain.js';

export type StoredValue = string | number | Buffer | null;
export type StoredRow = Readonly<Record<string, StoredValue>>;

/**
 * What the hash of a row covers in each table whose rows are linked into chains. A row is taken for what its feature wrote, which the compiler cannot know: a
 * chain over anything else does not follow, and is neither packed nor laid out.
 */
const SAID: Readonly<Record<string, (row: StoredRow) => object>> = {
  record_seal: (row) => saidBySeal(row as unknown as Parameters<typeof saidBySeal>[0]),
  journal_entry: (row) =>
    saidBy({ ...row, at: momentOf(row), detail: jsonOf(row['detail']) } as unknown as JournalLine),
  register_entry: (row) =>
    saidByEntry({ ...row, at: momentOf(row), facts: jsonOf(row['facts']) } as unknown as RegisterEntry),
};

/** Tells of one row after another of a table its previous hash and its own; null for a table without chains. */
export function linkerOf(table: string): ((row: StoredRow) => readonly [previousHash: string, hash: string]) | null {
  const said = SAID[table];
  if (said === undefined) return null;
  const heads = new Map<string, string>();
  return (row) => {
    // A register has a chain for each book and year.
    const chain = `${String(row['book'])} ${String(row['year'])}`;
    const previousHash = heads.get(chain) ?? CHAIN_START;
    const hash = linkHash(previousHash, said(row));
    heads.set(chain, hash);
    return [previousHash, hash];
  };
}

function momentOf({ at }: StoredRow): Date {
  return new Date(`${String(at).replace(' ', 'T')}Z`);
}

function jsonOf(text: StoredValue | undefined): unknown {
  return JSON.parse(String(text));
}
