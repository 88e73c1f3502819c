import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { penRefusal } from '../desks/pen-refusal.js';
import type { Pens } from '../desks/pens.js';
import type { SealFileRequest } from '../../soap/signature-contract.js';
import type { FileContent } from '../../soap/contract-parts.js';
import { SoapRefusal } from '../../soap/door/soap-refusal.js';
import type { Office } from '../office.js';
import type { SealedFile } from '../store/sealed-file-book.js';
import { contentHashOf, requireWholeFile } from './request-content.js';
import { requireSameContent } from './refusals.js';

/** Where the clerk's order to sign a file as the agency is carried out at once. */
export class SealFileOperation {
  constructor(
    private readonly office: Office,
    private readonly pens: Pens,
  ) {}

  async seal(request: SealFileRequest): Promise<{ readonly file: FileContent; readonly duplicate: boolean }> {
    const { clientRequestId, text, file } = request;
    await requireWholeFile(file);
    const contentHash = contentHashOf({ clientRequestId, text }, [file]);
    const known = this.repeated(clientRequestId, contentHash);
    if (known) return { file: this.contentOf(known, file), duplicate: true };
    const at = this.office.clock.now();
    const content = await this.sealed(await file.content.read(), text, at);
    const { store } = this.office;
    return store.atomically(() => {
      const before = this.repeated(clientRequestId, contentHash);
      if (before) return { file: this.contentOf(before, file), duplicate: true };
      store.sealedFiles.keep({ clientRequestId, contentHash, text, fileName: file.fileName, content }, at);
      const kept = store.sealedFiles.find(clientRequestId);
      if (!kept) throw new RangeError(clientRequestId);
      return { file: this.contentOf(kept, file), duplicate: false };
    });
  }

  private repeated(clientRequestId: string, contentHash: string): SealedFile | undefined {
    const { sealedFiles } = this.office.store;
    const known = sealedFiles.find(clientRequestId);
    if (!known) return undefined;
    requireSameContent(known.contentHash, contentHash, 'clientRequestId');
    sealedFiles.countRepetition(clientRequestId);
    return known;
  }

  private contentOf(known: SealedFile, given: FileContent): FileContent {
    const content = this.office.store.sealedFiles.bytes(known);
    return { ...given, role: 'signed', size: content.length, sha256: known.sha256, content: new MemoryBytes(content) };
  }

  private async sealed(pdf: Buffer, text: string, at: Date): Promise<Buffer> {
    try {
      return await this.pens.sealFile(pdf, text, at);
    } catch (cause) {
      throw new SoapRefusal('EO-STATE', penRefusal(cause).message, { fields: ['file/content'] });
    }
  }
}
