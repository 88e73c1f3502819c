import { deflateSync } from 'node:zlib';
import { docxOf } from '../../../../test/support/office-writer.js';
import { bmpOf, gifOf, heicOf, jpegOf, pngOf, tiffOf, webpOf } from '../../../../test/support/picture-writer.js';
import { zipOf } from '../../../../test/support/zip-writer.js';
import { inspectFile, MAX_FILE_BYTES } from './inspect-file.js';
import { REASON_CODES, reasonOf } from './reasons.js';

const inspect = (name: string, content: Buffer | string) => inspectFile({ name, content: Buffer.from(content) });
const codes = async (name: string, content: Buffer | string): Promise<readonly string[]> =>
  (await inspect(name, content)).reasons.map(({ code }) => code);

const archive = zipOf([{ name: 'a.txt', content: 'x' }]);
const xml = '<?xml version="1.0"?>\n<!-- a -->\n<edXML/>';

describe('what a file is, by its content', () => {
  it.each<[string, string, Buffer | string]>([
    ['image/png', 'a.png', pngOf()],
    ['image/jpeg', 'a.jpeg', jpegOf()],
    ['image/gif', 'a.gif', gifOf()],
    ['image/webp', 'a.webp', webpOf()],
    ['image/bmp', 'a.bmp', bmpOf()],
    ['image/tiff', 'a.tif', tiffOf()],
    ['image/heic', 'a.heic', heicOf()],
    ['image/svg+xml', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><use href="#a"/></svg>'],
    ['application/xml', 'a.edxml', xml],
    ['application/xml', 'a.xml', Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['application/json', 'a.json', '{"a":[1,"[[["]}'],
    ['text/csv', 'a.csv', 'mã,nội dung\n1,-5|b\n'],
    ['text/plain', 'ghi-chu.txt', 'Kính gửi\nMZ BM ID3'],
    ['text/plain', 'a.txt', 'BM 01/2026'],
    ['text/calendar', 'le.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR'],
    ['audio/mpeg', 'a.mp3', '\u0049D3\u0003\0\0'],
    ['audio/wav', 'a.wav', 'RIFF\0\0\0\0WAVEfmt '],
    ['video/mp4', 'a.mp4', '\0\0\0\u0018ftypisom\0\0\0\0'],
  ])('%s: %s is taken', async (type, name, content) => {
    expect(await inspect(name, content)).toEqual({ accept: true, verdict: 'accept', type, reasons: [] });
  });

  it.each<[string, string, Buffer | string]>([
    ['file-empty', 'a.txt', ''],
    ['type-unknown', 'a.dat', Buffer.from([1, 2, 3, 4, 5])],
    ['type-runs', 'a.pdf', 'MZ\u0090\0\u0003\0\0'],
    ['type-runs', 'a.txt', '#!/bin/sh\nrm -rf /'],
    ['type-runs', 'a.txt', '@echo off\r\ndel *'],
    ['type-runs', 'a.pdf', Buffer.from('\x4c\0\0\0\x01\x14\x02\0', 'latin1')],
    ['type-runs', 'a.txt', '[InternetShortcut]\r\nURL=file://x'],
    ['type-runs', 'a.txt', '<?php system($_GET[0]);'],
    ['type-active-page', 'a.pdf', '<!DOCTYPE html><script>alert(1)</script>'],
    ['type-active-page', 'a.csv', '\ufeff  <!-- a --><!-- b -->\n<ScRiPt>alert(1)</script>'],
    ['type-active-page', 'a.txt', '<img src=x onerror=alert(1)>'],
    ['type-active-page', 'a.xml', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'],
    ['type-active-page', 'a.docx', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
    ['hidden-script', 'a.xml', '<a><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script></a>'],
    ['type-old-office', 'a.doc', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument', 'latin1')],
    [
      'office-macro',
      'a.doc',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0', 'latin1'),
    ],
    [
      'type-locked-office',
      'a.docx',
      Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'latin1'),
    ],
    ['type-rich-text', 'a.rtf', '{\\rtf1 {\\object}}'],
    ['type-archive', 'a.rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')],
    ['type-archive', 'a.gz', Buffer.from('\x1f\x8b\x08\0\0\0', 'latin1')],
    ['type-differs-from-name', 'a.pdf', pngOf()],
    ['type-differs-from-name', 'a.jpg', pngOf()],
    ['type-differs-from-name', 'a.docx', archive],
    ['type-differs-from-name', 'a.xlsx', docxOf()],
    ['type-differs-from-name', 'a.png', 'chỉ là chữ'],
    ['two-types', 'a.png', Buffer.concat([pngOf(), archive])],
    ['two-types', 'a.gif', Buffer.concat([gifOf(), archive])],
    ['type-unknown', 'a.txt', Buffer.concat([Buffer.from('chữ'), archive])],
    ['hidden-script', 'a.jpg', jpegOf(8, 8, { comment: '<?php system(1); ?>' })],
    ['hidden-script', 'a.gif', Buffer.concat([gifOf(), Buffer.from('<script>alert(1)</script>')])],
    ['hidden-script', 'a.png', Buffer.concat([pngOf(), Buffer.from('%PDF-1.7')])],
    ['text-zero-byte', 'a.txt', 'a\0b'],
    ['text-too-deep', 'a.json', '['.repeat(1000)],
    ['text-formula', 'a.csv', `a,"=cmd|'/c calc'!A0"`],
    ['xml-doctype', 'a.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['xml-doctype', 'a.svg', '<svg><!DOCTYPE a></svg>'],
    ['xml-encoding', 'a.xml', '<?xml version="1.0" encoding="windows-1258"?><a/>'],
    ['xml-encoding', 'a.xml', Buffer.from('<a>\xff</a>', 'latin1')],
    ['xml-not-well-formed', 'a.xml', '<a><b></a>'],
    ['xml-not-well-formed', 'a.xml', '<a x="1" x="2"/>'],
    ['xml-not-well-formed', 'a.xml', '<a/>text'],
    ['xml-not-well-formed', 'a.xml', '<?xml version="1.0"?>'],
    ['xml-entity', 'a.xml', '<a>&lol;</a>'],
    ['xml-entity', 'a.xml', '<a>&#0;</a>'],
    ['xml-entity', 'a.xml', '<a x="a & b"/>'],
    ['xml-too-deep', 'a.xml', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`],
    ['xml-too-many-attributes', 'a.xml', `<a ${Array.from({ length: 300 }, (_, i) => `b${i}=""`).join(' ')}/>`],
    ['xml-stylesheet', 'a.xml', '<?xml-stylesheet href="http://a/x.xsl"?><a/>'],
    ['picture-script', 'a.svg', '<svg><script>alert(1)</script></svg>'],
    ['picture-script', 'a.svg', '<svg onload="alert(1)"/>'],
    ['picture-script', 'a.svg', '<svg><a href="&#106;avascript:alert(1)"/></svg>'],
    ['picture-script', 'a.svg', '<svg><image href="https://evil.example/x.png"/></svg>'],
    ['picture-script', 'a.svg', '<svg><style>@import url(http://a)</style></svg>'],
  ])('%s: %s is not', async (code, name, content) => {
    const inspection = await inspect(name, content);
    expect(inspection.reasons.map((reason) => reason.code)).toContain(code);
    expect(inspection).toMatchObject({ accept: false, verdict: 'reject' });
  });

  it('is not asked of a file that is too large', async () => {
    expect(await codes('a.txt', Buffer.alloc(MAX_FILE_BYTES + 1, 32))).toEqual(['file-too-large']);
    expect(await codes('a.txt', Buffer.alloc(MAX_FILE_BYTES, 32))).toEqual([]);
  });

  it('is letters of an old code page, which is only warned of', async () => {
    expect(await inspect('a.txt', Buffer.from('C\xe9ng hoµ', 'latin1'))).toMatchObject({
      verdict: 'warn',
      reasons: [{ code: 'text-encoding' }],
    });
  });
});

describe('what a name says', () => {
  it.each([
    ['Báo cáo số 05 (bản cuối).txt', []],
    ['01.2026.txt', []],
    ['KH.PL.txt', []],
    ['ghi-chu.TXT', []],
    ['bao-cao\u202etxt.exe', ['name-unsafe', 'name-runs', 'type-differs']],
    ['bao\u200bcao.txt', ['name-unsafe']],
    ['a\0.txt', ['name-unsafe']],
    ['a/b.txt', ['name-unsafe']],
    ['..\\a.txt', ['name-unsafe']],
    ['a.txt.', ['name-unsafe', 'name-without-extension']],
    ['cong-van.docx.exe', ['name-runs', 'name-double-extension']],
    ['cong-van.exe.txt', ['name-runs']],
    ['a.js', ['name-runs']],
    ['a.lnk', ['name-runs']],
    ['cong-van.docx.txt', ['name-double-extension']],
    ['ghi chú', ['name-without-extension']],
    ['a.qwerty', ['name-extension-unknown']],
  ])('%j: %j', async (name, expected) => {
    const found = await codes(name, 'chỉ là chữ');
    for (const code of expected.filter((one) => one !== 'type-differs')) expect(found).toContain(code);
    if (expected.length === 0) expect(found).toEqual([]);
  });
});

describe('a picture', () => {
  it.each([
    ['PNG', 'a.png', pngOf],
    ['JPEG', 'a.jpg', ({ width, height }: { width: number; height: number }) => jpegOf(width, height)],
    ['GIF', 'a.gif', ({ width, height }: { width: number; height: number }) => gifOf(width, height)],
    ['WebP', 'a.webp', ({ width, height }: { width: number; height: number }) => webpOf(width, height)],
    ['BMP', 'a.bmp', ({ width, height }: { width: number; height: number }) => bmpOf(width, height)],
    ['TIFF', 'a.tif', ({ width, height }: { width: number; height: number }) => tiffOf(width, height)],
    ['HEIC', 'a.heic', ({ width, height }: { width: number; height: number }) => heicOf(width, height)],
  ] as const)('in %s of 100 megapixels is refused by its header', async (_kind, name, draw) => {
    expect(await codes(name, draw({ width: 10_000, height: 10_000 }))).toEqual(['image-too-large']);
    expect(await codes(name, draw({ width: 8_000, height: 5_000 }))).toEqual([]);
  });

  it.each<[string, string, Buffer]>([
    ['a PNG that is cut off', 'a.png', pngOf().subarray(0, 40)],
    [
      'a PNG without a picture',
      'a.png',
      Buffer.concat([pngOf().subarray(0, 33), Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')]),
    ],
    [
      'a PNG with a text that unfolds without end',
      'a.png',
      pngOf({ chunks: [['zTXt', Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(8_000_000))])]] }),
    ],
    ['a JPEG that is cut off', 'a.jpg', jpegOf(8, 8, { end: false })],
    ['a TIFF whose pages form a ring', 'a.tif', tiffOf(8, 8, 8)],
    ['a GIF of nothing', 'a.gif', gifOf(8, 8, 0)],
  ])('%s is broken', async (_what, name, content) => {
    expect(await codes(name, content)).toEqual(['image-broken']);
  });

  it('of too many frames is refused', async () => {
    expect(await codes('a.gif', gifOf(8, 8, 1001))).toEqual(['image-too-many-frames']);
    expect(await codes('a.gif', gifOf(8_000, 4_000, 100))).toEqual(['image-too-many-frames']);
  });

  it('with something behind it is warned of, as telephones put it there', async () => {
    const inspection = await inspect('a.jpg', Buffer.concat([jpegOf(), Buffer.from('\0\0\0\u0018ftypmp42')]));
    expect(inspection).toMatchObject({ verdict: 'warn', reasons: [{ code: 'image-trailing-data' }] });
    expect(await codes('a.jpg', Buffer.concat([jpegOf(), Buffer.alloc(9)]))).toEqual([]);
  });
});

describe('what is said', () => {
  it.each(REASON_CODES)('of %s is a sentence in composed letters', (code) => {
    const { message } = reasonOf(code, 'phần');
    expect(message).toBe(message.normalize('NFC'));
    expect(message).toMatch(/^[\p{Lu}].*[.)]$|: phần$/u);
  });

  it('keeps what a name hides visible', () => {
    expect(reasonOf('name-runs', `a\u202eb${'c'.repeat(300)}`).message).toContain('a\ufffdb');
    expect(reasonOf('name-runs', 'c'.repeat(300)).message.length).toBeLessThan(300);
  });
});
