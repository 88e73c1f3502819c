import { DomainError } from '../../kernel/domain-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { InspectedFile } from '../domain/inspection/inspect-file.js';
import { weightOf } from '../domain/inspection/reasons.js';
import type { FileInspector } from './file-inspector.js';

export interface StoredFile {
  readonly size: number;
  readonly sha256: string;
}

/** A file that came within a message: kept whatever it is, for the message is evidence. */
export interface ArrivedFile extends StoredFile {
  /** Why nobody may open it; null where nothing stands against it. */
  readonly refusal: string | null;
}

/** Where every file from outside comes in: inspected first, then kept. What we make ourselves goes to the store directly. */
export class IncomingFiles {
  constructor(
    private readonly inspector: Pick<FileInspector, 'inspect'>,
    private readonly files: FileStore,
  ) {}

  /**
   * For files that somebody brings and that are read at once.
   *
   * @param field of the form that brought them
   * @throws DomainError `input-invalid` naming the file, what stands against it and what to do
   */
  async require(files: readonly InspectedFile[], field: string): Promise<void> {
    for (const file of files) {
      const refusal = await this.refusalOf(file);
      if (refusal === null) continue;
      throw new DomainError('input-invalid', { field, message: `Chưa nhận tệp “${ownName(file.name)}”. ${refusal}` });
    }
  }

  /** Keeps what somebody brings: all files or none. @returns each with its place, in their order @throws DomainError as `require` does */
  async keep<Brought extends InspectedFile>(
    files: readonly Brought[],
    field: string,
  ): Promise<readonly (Brought & StoredFile)[]> {
    await this.require(files, field);
    const kept: (Brought & StoredFile)[] = [];
    for (const file of files) kept.push({ ...file, ...(await this.put(file.content)) });
    return kept;
  }

  /** The same for one file. @throws DomainError as `require` does */
  async keepOne(file: InspectedFile, field: string): Promise<StoredFile> {
    await this.require([file], field);
    return this.put(file.content);
  }

  /** Keeps what came within a message, and says why nobody may open it. */
  async keepArrived(file: InspectedFile): Promise<ArrivedFile> {
    return { ...(await this.put(file.content)), refusal: await this.refusalOf(file) };
  }

  private async refusalOf({ name, content }: InspectedFile): Promise<string | null> {
    const { accept, reasons } = await this.inspector.inspect({ name: ownName(name), content });
    if (accept) return null;
    return reasons
      .filter((reason) => weightOf(reason) === 'reject')
      .map(({ message }) => message)
      .join(' ');
  }

  private async put(content: Buffer): Promise<StoredFile> {
    return { size: content.length, sha256: await this.files.put(content) };
  }
}

/** Some browsers send the folders of the sender's disk along. */
export function ownName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
