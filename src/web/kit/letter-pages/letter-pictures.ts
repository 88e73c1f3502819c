import { Injectable } from '@nestjs/common';
import { PageImages } from '../../../drafting/ports/page-images.port.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { PictureCache } from './picture-cache.js';

/** Pictures of letters that we made ourselves; files that come back from outside are drawn apart from us (`FilePages`). */
@Injectable()
export class LetterPictures {
  private readonly drawn = new PictureCache();
  /** How many pages each letter has; kept under page 1. */
  private readonly counted = new PictureCache<number>();

  constructor(
    private readonly files: FileStore,
    private readonly images: PageImages,
  ) {}

  /** How many pages can be shown; 0 when no picture can be made here. */
  async pages(pdfSha256: string | null): Promise<number> {
    if (pdfSha256 === null) return 0;
    return (await this.counted.picture(pdfSha256, 1, () => this.count(pdfSha256))) ?? 0;
  }

  /** @param page 1 = first @returns JPEG; null when there is no such page, or no picture can be made here */
  picture(pdfSha256: string, page: number): Promise<Buffer | null> {
    return this.drawn.picture(pdfSha256, page, async () => this.images.render(await this.files.get(pdfSha256), page));
  }

  private async count(pdfSha256: string): Promise<number | null> {
    if ((await this.picture(pdfSha256, 1)) === null) return null;
    // Read when the first letter is shown: it takes memory for good.
    const { PDFDocument } = await import('@cantoo/pdf-lib');
    const pdf = await PDFDocument.load(await this.files.get(pdfSha256), { updateMetadata: false });
    return pdf.getPageCount();
  }
}
