import { DomainError } from '../../kernel/domain-error.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { InspectedFile } from '../domain/inspection/inspect-file.js';
import { weightOf, type Reason } from '../domain/inspection/reasons.js';
import type { FileInspector } from './file-inspector.js';

const AWAY = 'Máy quét mã độc chưa trả lời; tin nhận được chờ ở đây và tự vào sổ khi máy quét trở lại.';

const BUSY = 'Máy chủ đang quá bận nên chưa kiểm tra xong tệp; tin nhận được chờ ở đây và tự vào sổ.';

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
  /** What stands against files that were looked at before their use case asks, as long as somebody holds their bytes. */
  private readonly known = new WeakMap<Buffer, { readonly name: string; readonly against: readonly Reason[] }>();

  constructor(
    private readonly inspector: Pick<FileInspector, 'inspect'>,
    private readonly files: FileStore,
  ) {}

  /** Inspects files whose use case will run inside a transaction, where no scanner may be waited for. It is told there what stands against them. */
  async inspectAhead(files: readonly InspectedFile[]): Promise<void> {
    for (const file of files) {
      const against = await this.reasonsAgainst(file);
      this.known.set(file.content, { name: ownName(file.name), against });
    }
  }

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

  /**
   * Keeps what came within a message, and says why nobody may open it.
   *
   * @param mayWait whether it may be looked at again where the inspection ran out of time, which a busy machine does to any file
   * @throws OutsideUnavailable while the virus scanner is unavailable, or then: the message waits, rather than be refused for what is not known of it
   */
  async keepArrived(file: InspectedFile, { mayWait }: { readonly mayWait: boolean }): Promise<ArrivedFile> {
    const reasons = await this.reasonsAgainst(file);
    if (mayWait && reasons.some(({ code }) => code === 'inspection-timeout'))
      throw new OutsideUnavailable('the inspection ran out of time', { elsewhere: true, reason: BUSY });
    const away = reasons.find(({ code }) => code === 'virus-scanner-away');
    if (away) throw new OutsideUnavailable('the virus scanner is away', { reason: AWAY });
    return { ...(await this.put(file.content)), refusal: sentenceOf(reasons) };
  }

  private async refusalOf(file: InspectedFile): Promise<string | null> {
    return sentenceOf(await this.reasonsAgainst(file));
  }

  private async reasonsAgainst({ name: given, content }: InspectedFile): Promise<readonly Reason[]> {
    const name = ownName(given);
    const known = this.known.get(content);
    if (known?.name === name) return known.against;
    const { accept, reasons } = await this.inspector.inspect({ name, content });
    return accept ? [] : reasons.filter((reason) => weightOf(reason) === 'reject');
  }

  private async put(content: Buffer): Promise<StoredFile> {
    return { size: content.length, sha256: await this.files.put(content) };
  }
}

function sentenceOf(reasons: readonly Reason[]): string | null {
  return reasons.length === 0 ? null : reasons.map(({ message }) => message).join(' ');
}

/** Some browsers send the folders of the sender's disk along. */
export function ownName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}
