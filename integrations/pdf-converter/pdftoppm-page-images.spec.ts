import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterWithPlaces } from './letter-with-places.fixture.js';
import { storedJpeg } from '../../src/files/domain/pictures/stored-jpeg.js';
import { shellScript } from './pdf-maker.fixture.js';
import { PdftoppmPageImages } from './pdftoppm-page-images.js';

describe('pictures of pages', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'page-images-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are drawn of a page that is there, and of no other', async () => {
    const images = new PdftoppmPageImages('pdftoppm');
    const pdf = await letterWithPlaces();
    const drawn = await images.render(pdf, 1);
    expect(storedJpeg(drawn ?? Buffer.alloc(0))?.width).toBeGreaterThan(900);
    expect(await images.render(pdf, 2)).toBeNull();
  });

  it('are drawn by a program that learns nothing of our environment', async () => {
    const log = join(folder, 'environment');
    await new PdftoppmPageImages(shellScript(folder, `env > ${log}`)).render(Buffer.from('%PDF-1.7'), 1);
    const own = /^(HOME|TMPDIR|PATH|LANG|PWD|OLDPWD|SHLVL|_)=/u;
    const told = readFileSync(log, 'utf8').trim().split('\n');
    expect(told.filter((line) => !own.test(line))).toEqual([]);
  });
});
