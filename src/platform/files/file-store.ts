import type { HeldBytes } from '../../kernel/held-bytes.js';

/** The name of a stored file. */
export const SHA256 = /^[0-9a-f]{64}$/;

/** Bytes that lie in quarantine, or the mark of bytes that are gone. */
export interface DamagedFile {
  /** Of the bytes as they were. */
  readonly sha256: string;
  readonly foundAt: Date;
}

/** A file that a store lists. */
export interface ListedFile {
  readonly sha256: string;
  readonly size: number;
}

/** For good, or for a time: then that files are gone says nothing. */
export type KeptFor = 'forGood' | 'forATime';

export type FileState = 'whole' | 'missing' | 'damaged';

/**
 * Files by their content: the name is the sha256. The same content twice is one file; nothing is overwritten but bytes that no longer hash to their name, by
 * those that do. Damaged bytes are never given out: the first reader marks them, until whole ones come. A mark stands for bytes that are gone, too.
 *
 * Where the store itself does not answer, each method throws the system's error or `FileStoreAway`, which say nothing about the bytes.
 */
export abstract class FileStore {
  /** @returns sha256, lower-case hex; the bytes are kept when it resolves */
  abstract put(content: Buffer): Promise<string>;

  /** The same for bytes that may be many; a spooled file may be taken over. The caller still releases them. */
  abstract putHeld(held: HeldBytes): Promise<string>;

  /** @throws FileDamaged when the bytes no longer hash to their name, or are gone */
  abstract get(sha256: string): Promise<Buffer>;

  /**
   * The file, in memory only when it is short: for callers that can work on pieces.
   *
   * @throws FileDamaged when the bytes no longer hash to their name, or are gone
   */
  abstract held(sha256: string): Promise<HeldBytes>;

  /** Where the file lies on this machine, for a thread that reads and hashes it itself. @throws FileDamaged where a store elsewhere has not got it whole */
  abstract localPath(sha256: string): Promise<string>;

  /** Whether the bytes are there and still hash to their name; read as a stream. What is marked as damaged, or cannot be read, is damaged. */
  abstract stateOf(sha256: string): Promise<FileState>;

  /** Every file that the store lists, unread. */
  abstract list(): AsyncIterable<ListedFile>;

  /** Every stored file, by its sha256; read one after another, and marked where it is damaged. */
  abstract check(): AsyncIterable<{ readonly sha256: string; readonly isWhole: boolean }>;

  /** Of a file that somebody names: where nothing of it is there, it is marked. */
  abstract markIfGone(sha256: string): Promise<void>;

  /** What was found damaged or gone, until `mended` says that whole bytes are here again. */
  abstract damaged(): Promise<readonly DamagedFile[]>;

  /** Whole bytes are here again: the mark goes, and damaged ones with it. */
  abstract mended(sha256: string): Promise<void>;

  /** Takes a file that is kept for a time away, damaged or whole. Safe to repeat. */
  abstract remove(sha256: string): Promise<void>;

  /** Files that were written before a moment by the clock of the store, damaged ones too. What cannot be looked at is left out. */
  abstract writtenBefore(moment: Date): Promise<readonly string[]>;

  /** Removes what processes that were killed had not written to its end; safe beside others that write. @param now in milliseconds since 1970 */
  abstract sweep(now: number): Promise<void>;

  /** Whether the store can keep what it is given now. @throws what it says where it cannot */
  abstract probe(): Promise<void>;

  /** Idle connections would keep the process alive. */
  abstract close(): void;
}
