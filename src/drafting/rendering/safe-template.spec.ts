import { deflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { templateFile } from '../../../templates/catalogue.js';
import { requireSafeTemplate } from './safe-template.js';
import { readZipDirectory } from '../../files/domain/zip/zip-directory.js';

const REPLY = readFileSync(templateFile('cong-van-tra-loi'));

/** The reply letter with parts put in or replaced. */
function withParts(parts: Record<string, string | Buffer>): Buffer {
  const zip = new PizZip(REPLY);
  for (const [name, content] of Object.entries(parts)) zip.file(name, content, { createFolders: false });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The reply letter with bytes of the directory entry of its first part changed. */
function withDirectory(change: (archive: Buffer, entry: number) => void): Buffer {
  const archive = Buffer.from(REPLY);
  change(archive, archive.readUInt32LE(archive.length - 22 + 16));
  return archive;
}

const relation = (type: string, target: string): Record<string, string> => ({
  'word/_rels/header1.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="x" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
});
const header = (content: string): Record<string, string> => ({ 'word/header1.xml': `<w:hdr>${content}</w:hdr>` });
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;

describe('what a template may not bring', () => {
  it.each(['cong-van-tra-loi', 'cong-van-trien-khai'])('nothing of it is in our own: %s', async (name) => {
    await expect(requireSafeTemplate(readFileSync(templateFile(name)))).resolves.toMatchObject({
      key: expect.any(String) as unknown,
    });
  });

  it.each<[string, string, Buffer]>([
    ['text in a DOCX name', 'zip-not-an-archive', Buffer.from('chỉ là chữ')],
    ['nothing', 'zip-not-an-archive', Buffer.alloc(0)],
    ['half a file', 'zip-not-an-archive', REPLY.subarray(0, REPLY.length / 2)],
    ['an archive behind something else', 'zip-not-an-archive', Buffer.concat([Buffer.from('MZ'), REPLY])],
    ['something behind the archive', 'zip-not-an-archive', Buffer.concat([REPLY, Buffer.from('x')])],
    ['no document', 'zip-not-an-archive', new PizZip().file('a.txt', 'a').generate({ type: 'nodebuffer' })],
    ['a name that climbs', 'zip-name-unsafe', withParts({ 'word/../../evil.xml': 'x' })],
    ['an absolute name', 'zip-name-unsafe', withParts({ '/etc/passwd': 'x' })],
    ['a backslash', 'zip-name-unsafe', withParts({ 'word\\evil.xml': 'x' })],
    ['a drive', 'zip-name-unsafe', withParts({ 'C:evil.xml': 'x' })],
    ['one name twice, by case', 'zip-name-twice', withParts({ 'WORD/document.xml': 'x' })],
    [
      'too many parts',
      'zip-too-many-entries',
      withParts(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`a${String(i)}`, '']))),
    ],
    ['a bomb', 'zip-ratio', withParts({ 'word/media/bomb.bin': Buffer.alloc(5_000_000) })],
    ['a larger bomb', 'zip-too-large', withDirectory((archive, at) => archive.writeUInt32LE(0xfffffff0, at + 24))],
    [
      'an announced size that is untrue',
      'zip-size-untrue',
      withDirectory((archive, at) => archive.writeUInt32LE(10, at + 24)),
    ],
    ['an encrypted part', 'zip-encrypted', withDirectory((archive, at) => archive.writeUInt16LE(1, at + 8))],
    ['an unknown method', 'zip-method-unknown', withDirectory((archive, at) => archive.writeUInt16LE(12, at + 10))],
    [
      'a symbolic link',
      'zip-link',
      withDirectory((archive, at) => {
        archive.writeUInt8(3, at + 5);
        archive.writeUInt32LE(0o120777 * 0x10000, at + 38);
      }),
    ],
    [
      'a part that reaches into the directory',
      'zip-overlap',
      withDirectory((archive, at) => archive.writeUInt32LE(9_000, at + 20)),
    ],
    ['macros', 'docx-active-content', withParts({ 'word/vbaProject.bin': 'x' })],
    ['an embedded object', 'docx-active-content', withParts({ 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'a picture fetched from elsewhere',
      'docx-external-part',
      withParts(relation('image', 'https://evil.example/p.png')),
    ],
    [
      'a template fetched from elsewhere',
      'docx-external-part',
      withParts(relation('attachedTemplate', 'https://evil.example/t.dotm')),
    ],
    ['a link that is no address', 'docx-external-part', withParts(relation('hyperlink', 'file:///etc/passwd'))],
    ['a document type', 'docx-doctype', withParts(header('<!DOCTYPE x [<!ENTITY a "b">]>'))],
    ['UTF-16', 'docx-encoding', withParts({ 'word/header1.xml': Buffer.from('<w:hdr/>', 'utf16le') })],
    ['a DDE field', 'docx-active-field', withParts(header(instruction(' DDEAUTO c:\\windows\\cmd.exe ')))],
    [
      'a field split over runs',
      'docx-active-field',
      withParts(header(instruction(' INCLUDE') + instruction('TEXT "x" '))),
    ],
    ['a simple field', 'docx-active-field', withParts(header('<w:fldSimple w:instr=" INCLUDEPICTURE x "/>'))],
  ])('%s: %s', async (_case, problem, docx) => {
    await expect(requireSafeTemplate(docx)).rejects.toMatchObject({
      code: 'template-broken',
      details: { problems: [{ problem }] },
    });
  });

  it('two parts that share their bytes', () => {
    const zip = new PizZip().file('a', 'same', { createFolders: false }).file('b', 'same', { createFolders: false });
    const archive = zip.generate({ type: 'nodebuffer' });
    const directory = archive.readUInt32LE(archive.length - 6);
    archive.writeUInt32LE(200, directory + 20);
    expect(() => readZipDirectory(archive)).toThrow(/zip-overlap/u);
  });

  it('a part that unpacks to more than it announced is never unpacked whole', async () => {
    const bomb = deflateRawSync(Buffer.alloc(900_000));
    const archive = withParts({ 'word/media/bomb.bin': Buffer.alloc(900_000) });
    const at = archive.lastIndexOf('word/media/bomb.bin') - 46;
    expect(archive.readUInt32LE(at + 20)).toBeLessThan(bomb.length * 2);
    archive.writeUInt32LE(1_000, at + 24);
    await expect(requireSafeTemplate(archive)).rejects.toMatchObject({
      details: { problems: [{ problem: 'zip-size-untrue', part: 'word/media/bomb.bin' }] },
    });
  });
});
