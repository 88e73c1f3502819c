import { PdfFile } from '../../files/domain/pdf/file-state.js';
import { pagesOf } from '../../files/domain/pdf/pages.js';

export interface CountedFile {
  readonly content: Uint8Array;
  readonly type: string;
}

/** How many pages a file has: those of a PDF, one for a picture, none for what has no pages or cannot be read. */
export function pageCount({ content, type }: CountedFile): number {
  if (type.startsWith('image/')) return 1;
  if (type !== 'application/pdf') return 0;
  try {
    const file = new PdfFile(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    return pagesOf(file.stateAfter(file.revisions.length - 1)).length;
  } catch {
    // Whatever is wrong with it, it has no page that could be read.
    return 0;
  }
}
