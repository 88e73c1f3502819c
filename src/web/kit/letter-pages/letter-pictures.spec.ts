import { PDFDocument } from '@cantoo/pdf-lib';
import { PageImages } from '../../../drafting/ports/page-images.port.js';
import type { FileStore } from '../../../platform/files/file-store.js';
import { LetterPictures } from './letter-pictures.js';

class Images extends PageImages {
  picture: Buffer | null = Buffer.from('picture');

  override render(): Promise<Buffer | null> {
    return Promise.resolve(this.picture);
  }
}

describe('how many pages of a letter are shown', () => {
  const letterOf = async (pages: number) => {
    const pdf = await PDFDocument.create();
    for (let page = 1; page <= pages; page += 1) pdf.addPage();
    const bytes = Buffer.from(await pdf.save());
    const read: string[] = [];
    const files = { get: (sha256: string) => (read.push(sha256), Promise.resolve(bytes)) };
    const images = new Images();
    return { pictures: new LetterPictures(files as unknown as FileStore, images), images, read };
  };

  it('is found once, however often its page is opened', async () => {
    const { pictures, read } = await letterOf(3);
    expect(await pictures.pages('a')).toBe(3);
    const { length } = read;
    expect([await pictures.pages('a'), read.length]).toEqual([3, length]);
  });

  it('is asked again where no picture could be made', async () => {
    const { pictures, images } = await letterOf(1);
    images.picture = null;
    expect([await pictures.pages('a'), await pictures.pages(null)]).toEqual([0, 0]);
    images.picture = Buffer.from('picture');
    expect(await pictures.pages('a')).toBe(1);
  });
});
