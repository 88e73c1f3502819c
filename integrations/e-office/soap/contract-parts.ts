import type { HeldBytes } from '../../../src/kernel/held-bytes.js';

export interface Page {
  readonly cursor?: string;
  /** 1 to 200; in the agency directory up to 1000. */
  readonly maxItems?: number;
}

export interface More {
  readonly nextCursor?: string;
  /** Whether asking again with `nextCursor` gives something. */
  readonly more: boolean;
}

export interface FileRef {
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  /** Of the decoded bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly role: 'main' | 'appendix' | 'reference' | 'signed';
}

export interface FileContent extends FileRef {
  readonly content: HeldBytes;
}
