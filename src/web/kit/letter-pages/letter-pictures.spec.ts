import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { jest } from '@jest/globals';
import { PageImages } from '../../../drafting/ports/page-images.port.js';
import { FolderFileStore } from '../../../platform/files/folder-file-store.js';
import { LetterPictures } from './letter-pictures.js';

class Images extends PageImages {
  picture: Buffer | null = Buffer.from('picture');

  override render(): Promise<Buffer | null> {
    return Promise.resolve(this.picture);
  }
}

describe('how many pages of a letter are shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hoi-am-letters-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const letterOf = async (pages: number) => {
    const pdf = await PDFDocument.create();
    for (let page = 1; page <= pages; page += 1) pdf.addPage();
    const files = new FolderFileStore(folder);
    const sha256 = await files.put(Buffer.from(await pdf.save()));
    const images = new Images();
    return { pictures: new LetterPictures(files, images), images, sha256, read: jest.spyOn(files, 'get') };
  };

  it('is found once, however often its page is opened', async () => {
    const { pictures, sha256, read } = await letterOf(3);
    expect(await pictures.pages(sha256)).toBe(3);
    const before = read.mock.calls.length;
    expect([await pictures.pages(sha256), read.mock.calls.length]).toEqual([3, before]);
  });

  it('is asked again where no picture could be made', async () => {
    const { pictures, images, sha256 } = await letterOf(1);
    images.picture = null;
    expect([await pictures.pages(sha256), await pictures.pages(null)]).toEqual([0, 0]);
    images.picture = Buffer.from('picture');
    expect(await pictures.pages(sha256)).toBe(1);
  });
});
