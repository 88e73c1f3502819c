import { docxOf } from '../../../../test/support/office-writer.js';
import { zipOf } from '../../../../test/support/zip-writer.js';
import { inspectFile } from './inspect-file.js';

const codes = async (name: string, content: Buffer): Promise<readonly string[]> =>
  (await inspectFile({ name, content })).reasons.map(({ code }) => code);

const a = { name: 'a.txt', content: 'một' };
const b = { name: 'b.txt', content: 'hai' };

describe('what is wrong with an archive, before anything is unpacked', () => {
  it('is nothing, for files side by side, in folders, stored or packed', async () => {
    const archive = zipOf([
      a,
      { name: 'hồ sơ/', content: '', stored: true },
      { name: 'hồ sơ/b.txt', content: 'hai', stored: true },
    ]);
    expect(await inspectFile({ name: 'ho-so.zip', content: archive })).toEqual({
      accept: true,
      verdict: 'accept',
      type: 'application/zip',
      reasons: [],
    });
  });

  it('is nothing, for a Word file among them', async () => {
    expect(await codes('ho-so.zip', zipOf([a, { name: 'cong-van.docx', content: docxOf() }]))).toEqual([]);
  });

  it('is nothing, where sizes stand behind the packed bytes', async () => {
    const descriptor = Buffer.alloc(16);
    const plain = zipOf([{ ...a, stored: true }]);
    descriptor.writeUInt32LE(0x08074b50, 0);
    plain.copy(descriptor, 4, 14, 26);
    const archive = zipOf([{ ...a, stored: true, flags: 8 }], { beforeDirectory: descriptor });
    expect(await codes('a.zip', archive)).toEqual([]);
    descriptor.writeUInt32LE(7, 8);
    expect(await codes('a.zip', zipOf([{ ...a, stored: true, flags: 8 }], { beforeDirectory: descriptor }))).toEqual([
      'zip-headers-differ',
    ]);
  });

  it.each<[string, string, Buffer]>([
    ['half of it', 'zip-not-an-archive', zipOf([a, b]).subarray(0, 60)],
    ['no file in it', 'zip-not-an-archive', zipOf([])],
    ['a name that climbs', 'zip-name-unsafe', zipOf([{ name: '../../etc/passwd.txt', content: 'x' }])],
    ['an absolute name', 'zip-name-unsafe', zipOf([{ name: '/etc/passwd.txt', content: 'x' }])],
    ['a drive', 'zip-name-unsafe', zipOf([{ name: 'C:evil.txt', content: 'x' }])],
    ['a backslash', 'zip-name-unsafe', zipOf([{ name: 'a\\..\\b.txt', content: 'x' }])],
    ['a zero byte in a name', 'zip-name-unsafe', zipOf([{ name: 'a.txt\0.exe', content: 'x' }])],
    ['an empty name', 'zip-name-unsafe', zipOf([{ name: '', content: 'x' }])],
    ['a name that turns its direction', 'zip-name-unsafe', zipOf([{ name: 'a\u202etxt.exe', content: 'x' }])],
    ['a name of a device', 'zip-name-unsafe', zipOf([{ name: 'nul.txt', content: 'x' }])],
    ['a name that ends with a dot', 'zip-name-unsafe', zipOf([{ name: 'a.txt.', content: 'x' }])],
    ['an overlong name', 'zip-name-unsafe', zipOf([{ name: `${'a'.repeat(300)}.txt`, content: 'x' }])],
    ['one name twice', 'zip-name-twice', zipOf([a, a])],
    ['one name twice, by case', 'zip-name-twice', zipOf([a, { name: 'A.TXT', content: 'x' }])],
    [
      'one name twice, by how its marks are written',
      'zip-name-twice',
      zipOf([
        { name: 'số.txt', content: 'x' },
        { name: 'số.txt'.normalize('NFD'), content: 'y' },
      ]),
    ],
    ['a file that is also a folder', 'zip-name-twice', zipOf([a, { name: 'a.txt/b.txt', content: 'x' }])],
    [
      'too many files',
      'zip-too-many-entries',
      zipOf(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.txt`, content: '' }))),
    ],
    ['a locked file', 'zip-encrypted', zipOf([{ ...a, flags: 1 }])],
    ['a way of packing nobody knows', 'zip-method-unknown', zipOf([{ ...a, method: 12 }])],
    ['a symbolic link', 'zip-link', zipOf([{ ...a, unixMode: 0o120777 }])],
    ['a device', 'zip-link', zipOf([{ ...a, unixMode: 0o020666 }])],
    ['a file inside of another', 'zip-overlap', overlapping()],
    ['bytes before it', 'zip-data-between', zipOf([a], { before: Buffer.from('PK\x03\x04 giấu') })],
    ['bytes between its files', 'zip-data-between', zipOf([a], { beforeDirectory: Buffer.from('giấu') })],
    ['a comment', 'zip-comment', zipOf([a], { comment: 'PK\x05\x06' })],
    ['bytes behind it', 'zip-not-an-archive', zipOf([a], { behind: Buffer.from('giấu') })],
    ['another name before the file', 'zip-headers-differ', zipOf([{ ...a, local: { name: 'b.exe' } }])],
    ['another size before the file', 'zip-headers-differ', zipOf([{ ...a, local: { size: 9 } }])],
    ['another packing before the file', 'zip-headers-differ', zipOf([{ ...a, local: { method: 0 } }])],
    ['a size too small', 'zip-size-untrue', zipOf([{ name: 'a.txt', content: 'a'.repeat(500), size: 10 }])],
    ['a size too large', 'zip-size-untrue', zipOf([{ ...a, size: 10 }])],
    ['bytes behind the packed ones', 'zip-size-untrue', zipOf([{ ...a, behind: Buffer.from('giấu') }])],
    ['a checksum that is another', 'zip-damaged', zipOf([{ ...a, crc: 1 }])],
    ['sizes for the largest files', 'zip-64', zipOf([{ ...a, size: 0xffffffff }])],
    ['a bomb', 'zip-ratio', zipOf([{ name: 'a.txt', content: Buffer.alloc(5_000_000, 32) }])],
    ['more than a hundred megabytes', 'zip-too-large', zipOf([{ ...a, size: 0xfffffff0 }])],
    ['an archive in it', 'zip-nested', zipOf([{ name: 'b.zip', content: zipOf([a]) }])],
    ['an archive in it under another name', 'zip-nested', zipOf([{ name: 'b.pdf', content: zipOf([a]) }])],
    [
      'a packed archive of another kind',
      'zip-nested',
      zipOf([{ name: 'b.gz', content: Buffer.from('\x1f\x8b\x08\0\0\0', 'latin1') }]),
    ],
    ['a program', 'zip-entry-refused', zipOf([{ name: 'b.exe', content: 'MZ\0\0' }])],
    ['an OpenDocument', 'type-open-document', zipOf([{ name: 'mimetype', content: 'application/vnd.oasis' }])],
  ])('%s: %s', async (_what, code, content) => {
    expect(await codes('ho-so.zip', content)).toContain(code);
    expect((await inspectFile({ name: 'ho-so.zip', content })).verdict).toBe('reject');
  });
});

/** The second file lies in the middle of the first. */
function overlapping(): Buffer {
  const inner = zipOf([{ ...b, stored: true }]);
  const outer = { name: 'a.txt', content: inner.subarray(0, inner.indexOf('PK\x01\x02')), stored: true };
  return zipOf([outer, { ...b, stored: true, at: 30 + 'a.txt'.length }]);
}
