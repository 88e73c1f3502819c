import { Injectable } from '@nestjs/common';
import { shownFile, type NotShown, type ShownFile } from '../../files/domain/pictures/shown-file.js';
import { storedJpeg } from '../../files/domain/pictures/stored-jpeg.js';
import { FilePictures } from '../../files/ports/file-pictures.port.js';
import { PictureCache } from '../kit/letter-pages/picture-cache.js';
import type { StoredFile } from '../ticket-files/kept-files.js';

/** Pages of a file as they are shown, or why there are none. */
export type FilePagesReading =
  | {
      readonly pages: number;
      readonly isPicture: boolean;
      /** Of the first page, in points. */
      readonly width: number;
      readonly height: number;
    }
  | { readonly notShown: NotShown };

type Stored = Pick<StoredFile, 'content' | 'sha256'>;

/** Pictures of files that came from outside, drawn apart from us ({@link FilePictures}). */
@Injectable()
export class FilePages {
  private readonly drawn = new PictureCache();

  constructor(private readonly pictures: FilePictures) {}

  async of({ content, sha256 }: Stored): Promise<FilePagesReading> {
    const shown = shownFile(content);
    if ('notShown' in shown) return shown;
    const pages = shown.isPicture ? 1 : await this.pictures.pages(shown.pdf);
    const first = pages === null ? null : await this.drawn.picture(sha256, 1, () => this.draw(shown, 1));
    const size = first && storedJpeg(first);
    if (!size || pages === null) return { notShown: 'undrawable' };
    return { pages, isPicture: shown.isPicture, width: size.width, height: size.height };
  }

  /** @param page 1 = first @returns JPEG; null where there is no such page, or it cannot be drawn */
  picture({ content, sha256 }: Stored, page: number): Promise<Buffer | null> {
    return this.drawn.picture(sha256, page, () => this.draw(shownFile(content), page));
  }

  private async draw(shown: ShownFile, page: number): Promise<Buffer | null> {
    return 'notShown' in shown ? null : this.pictures.draw(shown.pdf, page, shown.longestSide);
  }
}
