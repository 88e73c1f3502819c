import { Injectable } from '@nestjs/common';
import { shownFile, type NotShown, type ShownFile } from '../../files/domain/pictures/shown-file.js';
import { storedJpeg } from '../../files/domain/pictures/stored-jpeg.js';
import { FilePictures } from '../../files/ports/file-pictures.port.js';
import type { StoredFile } from '../ticket-files/kept-files.js';

/** Pictures in the cache: who reads a letter goes back and forth in it. */
const KEPT = 60;

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
  private readonly drawn = new Map<string, Promise<Buffer | null>>();

  constructor(private readonly pictures: FilePictures) {}

  async of({ content, sha256 }: Stored): Promise<FilePagesReading> {
    const shown = shownFile(content);
    if ('notShown' in shown) return shown;
    const pages = shown.isPicture ? 1 : await this.pictures.pages(shown.pdf);
    const first = pages === null ? null : await this.kept(`${sha256}/1`, shown, 1);
    const size = first && storedJpeg(first);
    if (!size || pages === null) return { notShown: 'undrawable' };
    return { pages, isPicture: shown.isPicture, width: size.width, height: size.height };
  }

  /** @param page 1 = first @returns JPEG; null where there is no such page, or it cannot be drawn */
  async picture({ content, sha256 }: Stored, page: number): Promise<Buffer | null> {
    const key = `${sha256}/${String(page)}`;
    const known = this.drawn.get(key);
    if (known) return known;
    const shown = shownFile(content);
    return 'notShown' in shown ? null : this.kept(key, shown, page);
  }

  private kept(
    key: string,
    { pdf, longestSide }: Exclude<ShownFile, { notShown: NotShown }>,
    page: number,
  ): Promise<Buffer | null> {
    const known = this.drawn.get(key);
    if (known) return known;
    const picture = this.pictures.draw(pdf, page, longestSide).then((done) => {
      // What could not be drawn now may be drawn later.
      if (done === null) this.drawn.delete(key);
      return done;
    });
    this.drawn.set(key, picture);
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > KEPT && oldest !== undefined) this.drawn.delete(oldest);
    return picture;
  }
}
