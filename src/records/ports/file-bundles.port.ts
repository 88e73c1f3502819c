import type { AnnexNode } from '../domain/file-export.js';

export type { AnnexNode } from '../domain/file-export.js';

/** One stored file of a paper. */
export interface BundledFile {
  /** Under which it lies in the bundle: `goc/002-01-cong-van.pdf`. */
  readonly path: string;
  /** As people know it. */
  readonly name: string;
  readonly type: string;
  /** Null for what the inspection refused: it goes out to nobody, and a sheet says so. */
  readonly content: Uint8Array<ArrayBuffer> | null;
}

export interface BundledPaper {
  readonly ordinal: number;
  readonly kind: string;
  readonly title: string;
  /** `18/03/2026` */
  readonly day: string;
  /** Words that are themselves the paper. */
  readonly words: string | null;
  readonly files: readonly BundledFile[];
}

export interface BundleOrder {
  readonly title: string;
  /** Label and words of the first page. */
  readonly facts: readonly (readonly [label: string, words: string])[];
  readonly papers: readonly BundledPaper[];
  /** The description by Annex VI. */
  readonly tree: AnnexNode;
  readonly madeAt: Date;
}

/**
 * Puts a file together: `ho-so.pdf` with all pages in order for reading, `ho-so.xml` with its schema, the papers themselves untouched under `goc/`, so that
 * their signatures can still be verified, and `sha256.txt`.
 */
export abstract class FileBundles {
  /**
   * @param progress told how many papers are done
   * @returns a ZIP archive
   * @throws OutsideRefused when it takes too long or too much
   */
  abstract make(order: BundleOrder, progress: (done: number) => void): Promise<Uint8Array>;
}
