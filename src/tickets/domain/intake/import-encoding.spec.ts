import { decodeText } from './import-encoding.js';

const TEXT = 'Kênh;Nội dung\nĐơn thư;Thu tiền học thêm\n';
const LE = Buffer.from(TEXT, 'utf16le');
const BE = Buffer.from(LE).swap16();
const MARK = '\ufeff';

/** `Đơn thư` as Windows-1258 writes it: ư is a letter of its own, marks follow their letter. */
const WINDOWS = Buffer.from([0xd0, 0xf5, 0x6e, 0x20, 0x74, 0x68, 0xfd]);
/** `Nội`, with the dot as a mark of its own. */
const NOI = Buffer.from([0x4e, 0xf4, 0xf2, 0x69]);

describe('the encoding of a file of text', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(TEXT), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(MARK + TEXT), 'UTF-8'],
    ['UTF-16 of Windows', Buffer.concat([Buffer.from([0xff, 0xfe]), LE]), 'UTF-16'],
    ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), BE]), 'UTF-16'],
    ['UTF-16 without its mark', Buffer.from('Kenh;Noi dung', 'utf16le'), 'UTF-16'],
  ])('%s is recognised', (_name, bytes, encoding) => {
    const read = decodeText(bytes);
    expect(read).toMatchObject({ ok: true, encoding });
    if (read.ok && !_name.includes('without')) expect(read.text).toBe(TEXT);
  });

  it('Windows-1258 is recognised and read with its marks', () => {
    const read = decodeText(Buffer.concat([WINDOWS, Buffer.from('\n'), NOI]));
    expect(read).toMatchObject({ ok: true, encoding: 'Windows-1258' });
    expect(read.ok && read.text.normalize('NFC')).toBe('Đơn thư\nNội');
  });

  it.each<[string, Buffer, RegExp]>([
    [
      'a line of Windows-1258 among UTF-8 is named',
      Buffer.concat([Buffer.from('Kênh\nplain\n'), WINDOWS, Buffer.from('\nNội')]),
      /^Dòng 3 viết bằng bảng mã khác/u,
    ],
    [
      'a line of UTF-8 does not hide those of Windows-1258',
      Buffer.concat([WINDOWS, Buffer.from('\nKênh')]),
      /^Dòng 1 viết bằng bảng mã khác/u,
    ],
    ['letters lost before are named', Buffer.from('Kênh\nN\ufffd\ufffdi dung'), /^Dòng 2 có chữ đã hỏng/u],
    ['what is no text is refused', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 0, 0]), /không phải văn bản/u],
  ])('%s', (_rule, bytes, flaw) => {
    expect(decodeText(bytes)).toEqual({ ok: false, flaw: expect.stringMatching(flaw) as string });
  });
});
