import type { CivilDate } from '../../kernel/civil-date.js';

/** A file by what it is, not by what it is called. */
export interface ComparableFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** One of two versions of a document: as it stands in the register, or as its sender wants it to be. */
export interface DocumentVersion {
  readonly code: string;
  /** Null where the sender gives no day that exists. */
  readonly issuedDate: CivilDate | null;
  readonly typeName: string;
  readonly subject: string;
  readonly priority: number;
  readonly files: readonly ComparableFile[];
}

export type FileChange = 'same' | 'renamed' | 'changed' | 'added' | 'removed';

/** A file of either version with its counterpart in the other; null where that has none. */
export interface ComparedFile {
  readonly change: FileChange;
  readonly before: ComparableFile | null;
  readonly after: ComparableFile | null;
}

/** The files of both versions, those of the old one first: the same bytes are the same file whatever its name, then the same name is what was changed. */
export function comparedFiles(
  before: readonly ComparableFile[],
  after: readonly ComparableFile[],
): readonly ComparedFile[] {
  const left = [...after];
  const takeOut = (isIt: (file: ComparableFile) => boolean): ComparableFile | null => {
    const at = left.findIndex(isIt);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  // By their bytes first, for all of them: a reused name must not take a file from the one that it is.
  const sameBytes = new Map(before.map((file) => [file, takeOut(({ sha256 }) => sha256 === file.sha256)] as const));
  const old = before.map((file): ComparedFile => {
    const same = sameBytes.get(file) ?? null;
    if (same !== null) return { change: same.name === file.name ? 'same' : 'renamed', before: file, after: same };
    const named = takeOut(({ name }) => name === file.name);
    return { change: named === null ? 'removed' : 'changed', before: file, after: named };
  });
  return [...old, ...left.map((file): ComparedFile => ({ change: 'added', before: null, after: file }))];
}
