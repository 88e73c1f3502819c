import { bmpOf, jpegOf, pngOf } from '../../../../test/support/picture-writer.js';
import { orientationOf } from './exif-orientation.js';
import { shownFile } from './shown-file.js';
import { storedJpeg } from './stored-jpeg.js';

const iso = (brand: string): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}    mif1`)]);

/** The description of a camera with one entry. */
function exif(tag: number, value: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const short = (number: number): number[] => {
    const bytes = [number >> 8, number & 255];
    return order === 'II' ? bytes.reverse() : bytes;
  };
  const first = order === 'II' ? [8, 0, 0, 0] : [0, 0, 0, 8];
  const entry = [...short(tag), ...short(3), 0, 0, 0, 1, ...short(value), 0, 0];
  return Buffer.from([...Buffer.from(`Exif\0\0${order}`), ...short(42), ...first, ...short(1), ...entry]);
}

function withDescription(jpeg: Buffer, description: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(description.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, description, jpeg.subarray(2)]);
}

describe('what a file is shown as', () => {
  it.each([
    ['a PDF, by its pages', Buffer.from('%PDF-1.7\n'), false, 1600],
    ['a photograph, reduced', jpegOf(4000, 3000), true, 1600],
    ['a small picture, not enlarged', jpegOf(300, 200), true, 300],
    ['a picture of a screen', pngOf({ width: 1080, height: 2400 }), true, 1600],
  ])('%s', (_rule, content, isPicture, longestSide) => {
    expect(shownFile(content)).toMatchObject({ isPicture, longestSide });
  });

  it.each([
    ['a picture of 48 megapixels', jpegOf(8064, 6048), 'tooLarge'],
    ['HEIC', iso('heic'), 'heic'],
    ['a video', iso('isom'), 'video'],
    ['a recording', Buffer.from('fLaC\0\0'), 'recording'],
    ['an Office file', Buffer.from('PK\x03\x04 and more'), 'office'],
    ['another picture', bmpOf(), 'otherPicture'],
    ['a text', Buffer.from('Kính gửi'), 'other'],
    ['a picture that is cut off', jpegOf(300, 200).subarray(0, 6), 'undrawable'],
    ['an empty picture', jpegOf(0, 200), 'undrawable'],
  ])('nothing, for %s', (_rule, content, notShown) => {
    expect(shownFile(content)).toEqual({ notShown });
  });
});

describe('a picture that costs more to follow than to send', () => {
  const BYTES = 4_000_000;
  const begun = Buffer.from([0xff, 0xd8]);
  const after = jpegOf(300, 200).subarray(2);
  const palette = pngOf({ chunks: [['PLTE', Buffer.alloc(BYTES)]] });

  it.each([
    ['a JPEG of nothing but fill', Buffer.concat([begun, Buffer.alloc(BYTES, 0xff), after])],
    ['a JPEG of empty segments', Buffer.concat([begun, Buffer.alloc(BYTES, Buffer.from([0xff, 0xfe, 0, 2])), after])],
    [
      'a JPEG of broken descriptions',
      Buffer.concat([begun, Buffer.alloc(BYTES, Buffer.from('\xff\xe1\0\x08Exif\0\0', 'latin1')), after]),
    ],
    // The colour type stands in the tenth byte of the header.
    ['a PNG with more colours than there are', Buffer.from(palette.fill(3, 25, 26))],
  ])('is not shown: %s', (_what, content) => {
    const shown = shownFile(content);
    expect('notShown' in shown && shown.notShown).toBe('undrawable');
  });
});

describe('how a camera was held', () => {
  it.each([
    ['as it says, in the order of Motorola', exif(0x0112, 6), 6],
    ['as it says, in the order of Intel', exif(0x0112, 8, 'II'), 8],
    ['unknown, where it says something else', exif(0x0110, 6), null],
    ['unknown, where it says what there is not', exif(0x0112, 9), null],
    ['unknown, where it is cut off', exif(0x0112, 6).subarray(0, 18), null],
    ['unknown, where it is another description', Buffer.from('http://ns.adobe.com/xap/1.0/'), null],
  ])('is %s', (_rule, description, expected) => {
    expect(orientationOf(description)).toBe(expected);
  });

  it('is read from the photograph', () => {
    const { width, height, orientation } = storedJpeg(withDescription(jpegOf(40, 30), exif(0x0112, 6))) ?? {};
    expect({ width, height, orientation }).toEqual({ width: 40, height: 30, orientation: 6 });
  });
});
