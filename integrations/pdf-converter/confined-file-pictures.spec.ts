import { PDFDocument } from '@cantoo/pdf-lib';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { pdfOfPicture } from '../../src/files/domain/pictures/pdf-of-picture.js';
import { shownFile } from '../../src/files/domain/pictures/shown-file.js';
import { storedPng } from '../../src/files/domain/pictures/stored-png.js';
import { ConfinedFilePictures } from './confined-file-pictures.js';
import { runConfined } from './confined-program.js';
import { letterWithPlaces } from './letter-with-places.fixture.js';

const SIDEWAYS = 5;
/** Linux 6.7 is the first that keeps a program from the network so. */
const [MAJOR = 0, MINOR = 0] = release().split('.').map(Number);
const KNOWS_NETWORK = MAJOR > 6 || (MAJOR === 6 && MINOR >= 7);
const pictures = new ConfinedFilePictures({ pdftoppm: 'pdftoppm', pdfinfo: 'pdfinfo' });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'confined-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('pictures of files from outside', () => {
  it('are drawn of a page that is there, as large as was asked, and of no other', async () => {
    const pdf = await letterWithPlaces();
    expect(await pictures.pages(pdf)).toBe(1);
    expect(sizeOf(await pictures.draw(pdf, 1, 400))).toEqual({ width: 283, height: 400 });
    expect(await pictures.draw(pdf, 2, 400)).toBeNull();
  });

  it('are as many as the file has, whatever its title says of itself', async () => {
    const told = await PDFDocument.load(await letterWithPlaces());
    told.setTitle('Đơn kiến nghị\nPages:           7');
    expect(await pictures.pages(Buffer.from(await told.save()))).toBe(1);
  });

  it('are not drawn of what is no PDF', async () => {
    const broken = Buffer.from('%PDF-1.7\nnothing');
    expect([await pictures.pages(broken), await pictures.draw(broken, 1, 400)]).toEqual([null, null]);
  });

  it('are drawn again after their folder could not be made', async () => {
    const parent = join(folder, 'later');
    const there = new ConfinedFilePictures({ pdftoppm: 'pdftoppm', pdfinfo: 'pdfinfo' }, parent);
    const pdf = await letterWithPlaces();
    const without = await Promise.all([1, 2, 3].map(() => there.draw(pdf, 1, 100)));
    expect(without).toEqual([null, null, null]);
    mkdirSync(parent);
    expect(await there.draw(pdf, 1, 100)).not.toBeNull();
  });

  it('are drawn however many ask at once', async () => {
    const pdf = await letterWithPlaces();
    const drawn = await Promise.all(Array.from({ length: 6 }, () => pictures.draw(pdf, 1, 100)));
    expect(drawn.filter((one) => one === null)).toEqual([]);
  });

  it.each([
    ['grey with a transparent half', 4, [0, 255, 0, 0], [0, 0, 0, 255, 255, 255]],
    ['red with a transparent half', 6, [255, 0, 0, 255, 255, 0, 0, 0], [255, 0, 0, 255, 255, 255]],
    ['of plain colours', 2, [0, 0, 255, 0, 255, 0], [0, 0, 255, 0, 255, 0]],
  ])('show a PNG that is %s, on white', async (_what, colourType, points, expected) => {
    expect(await pointsOf(png(2, 1, colourType, points))).toEqual(expected);
  });

  it.each([
    [1, 'red white'],
    [3, 'white red'],
    [6, 'red over white'],
    [8, 'white over red'],
  ])('stand upright however the camera was held (%s)', async (orientation, expected) => {
    const points = await pointsOf(png(2, 1, 2, [255, 0, 0, 255, 255, 255]), orientation);
    const [first, second] = [points[1], points[4]].map((green) => (green === 0 ? 'red' : 'white'));
    expect(`${first ?? ''}${orientation >= SIDEWAYS ? ' over ' : ' '}${second ?? ''}`).toBe(expected);
  });
});

it('leave behind where a photograph was taken', async () => {
  const place = Buffer.from('Exif\0\0GPS 20.8449 106.6881');
  const photograph = await pictures.draw(await letterWithPlaces(), 1, 400);
  if (photograph === null) throw new Error('nothing was drawn');
  const head = Buffer.from([0xff, 0xe1, 0, place.length + 2]);
  const told = Buffer.concat([photograph.subarray(0, 2), head, place, photograph.subarray(2)]);
  const shown = shownFile(told);
  if (!('pdf' in shown)) throw new Error(shown.notShown);
  const drawn = await pictures.draw(shown.pdf, 1, shown.longestSide);
  expect([sizeOf(drawn)?.height, drawn?.includes('Exif'), drawn?.includes('GPS')]).toEqual([400, false, false]);
});

describe('a program that reads what strangers sent', () => {
  it.each([
    ['a file of ours', 'cat', () => join(process.cwd(), 'package.json')],
    ['an account’s own files', 'ls', () => homedir()],
    ['the settings of the machine', 'cat', () => '/etc/passwd'],
    ['another process', 'cat', () => `/proc/${String(process.pid)}/environ`],
  ])('does not see %s', async (_what, program, path) => {
    await expect(runConfined(program, [path()], folder)).rejects.toThrow(/denied/u);
  });

  it('sees and writes its own folder', async () => {
    writeFileSync(join(folder, 'a'), 'one');
    await runConfined('cp', ['a', 'b'], folder);
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('one');
  });

  it('writes nowhere else', async () => {
    await expect(runConfined('touch', [join(tmpdir(), 'elsewhere')], folder)).rejects.toThrow(/denied/u);
  });

  it('connects to nothing, this machine included, where the kernel knows how to say so', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address: AddressInfo | string | null = server.address();
    const port = address === null || typeof address === 'string' ? 0 : address.port;
    const ask = `import socket; socket.create_connection(('127.0.0.1', ${String(port)}))`;
    const reached = await runConfined('python3', ['-I', '-c', ask], folder).then(
      () => 'reached',
      (error: unknown) => String(error),
    );
    server.close();
    expect(reached.includes('PermissionError') ? 'refused' : reached).toBe(KNOWS_NETWORK ? 'refused' : 'reached');
  });

  it('is not run where this machine cannot confine it', async () => {
    await expect(runConfined('true', [], join(folder, 'not-there'))).rejects.toThrow();
  });

  it('learns nothing of our environment', async () => {
    const names = (await runConfined('env', [], folder)).trim().split('\n');
    expect(names.filter((line) => !/^(HOME|TMPDIR|PATH|LANG)=/u.test(line))).toEqual([]);
  });

  it('gets no more memory than its limit', async () => {
    await expect(runConfined('python3', ['-I', '-c', 'bytearray(2000000000)'], folder)).rejects.toThrow(/MemoryError/u);
  });
});

/** Red, green and blue of the first and the last point of a picture, as it is drawn. */
async function pointsOf(picture: Buffer, orientation = 1): Promise<readonly number[]> {
  const stored = storedPng(picture);
  if (stored === null) throw new Error('no picture');
  const isSideways = orientation >= SIDEWAYS;
  writeFileSync(join(folder, 'p.pdf'), pdfOfPicture({ ...stored, orientation }));
  await runConfined('pdftoppm', ['-singlefile', '-r', '1440', 'p.pdf', 'p'], folder);
  const ppm = readFileSync(join(folder, 'p.ppm'));
  expect(ppm.toString('latin1', 0, 11)).toBe(isSideways ? 'P6\n20 40\n25' : 'P6\n40 20\n25');
  return [...ppm.subarray(13, 16), ...ppm.subarray(-3)];
}

/** Width and height by the frame of a JPEG. */
function sizeOf(jpeg: Buffer | null): { width: number; height: number } | null {
  const at = jpeg?.indexOf(Buffer.from([0xff, 0xc0])) ?? -1;
  if (jpeg === null || at === -1) return null;
  return { height: jpeg.readUInt16BE(at + 5), width: jpeg.readUInt16BE(at + 7) };
}

function png(width: number, height: number, colourType: number, points: readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colourType, 9);
  const rows = deflateSync(Buffer.from([0, ...points]));
  const chunk = (kind: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)]);
  };
  const mark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([mark, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
