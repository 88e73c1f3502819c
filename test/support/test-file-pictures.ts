import { FilePictures } from '../../src/files/ports/file-pictures.port.js';
import { jpegOf } from './picture-writer.js';

const PAGES = 2;

/** Every PDF has two pages, all alike; one that says that it is locked cannot be drawn. */
export class TestFilePictures extends FilePictures {
  override pages(pdf: Buffer): Promise<number | null> {
    return Promise.resolve(isLocked(pdf) ? null : PAGES);
  }

  override draw(pdf: Buffer, page: number): Promise<Buffer | null> {
    return Promise.resolve(page <= PAGES && !isLocked(pdf) ? jpegOf(1131, 1600) : null);
  }
}

function isLocked(pdf: Buffer): boolean {
  return pdf.includes('/Encrypt');
}
