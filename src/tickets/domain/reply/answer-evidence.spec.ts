import { MAX_EVIDENCE_BYTES, requireEvidenceFile, requireEvidenceFiles } from './answer-evidence.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const box = (brand: string): Buffer => bytes(`\u0000\u0000\u0000\u0020ftyp${brand}\u0000\u0000`);
const PDF = bytes('%PDF-1.7\n');
const DOCX = bytes('PK\u0003\u0004 [Content_Types].xml word/document.xml');
function refusal(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const typeOf = (content: Buffer, name = 'tep'): string => requireEvidenceFile({ name, content }).mediaType;

describe('rule 11: the type of an evidence file is told by its bytes', () => {
  it.each([
    ['a PDF', PDF, 'application/pdf'],
    ['a JPEG', bytes('\u00ff\u00d8\u00ff\u00e0'), 'image/jpeg'],
    ['a PNG', bytes('\u0089PNG\r\n\u001a\n'), 'image/png'],
    ['a photograph of a telephone', box('heic'), 'image/heic'],
    ['a DOCX', DOCX, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      'an XLSX',
      bytes('PK\u0003\u0004 xl/workbook.xml'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a video', box('isom'), 'video/mp4'],
    ['a video of a telephone', box('qt  '), 'video/quicktime'],
    ['a recording', box('M4A '), 'audio/mp4'],
  ])('%s', (_what, content, type) => {
    expect(typeOf(content)).toBe(type);
  });

  it.each([
    ['a program called a PDF', bytes('MZ\u0090\u0000'), 'bien-ban.pdf'],
    ['a page called a photograph', bytes('<html><script>'), 'anh.jpg'],
    ['a drawing that can run scripts', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), 'anh.svg'],
    ['an archive', bytes('PK\u0003\u0004 setup.exe'), 'ho-so.docx'],
    ['a document with macros', Buffer.concat([DOCX, bytes(' word/vbaProject.bin')]), 'ho-so.docx'],
    ['a container of an unknown kind', box('xxxx'), 'phim.mp4'],
    ['a PDF mark that is not at the start', bytes(' %PDF-1.7'), 'a.pdf'],
    ['a mark cut short', bytes('%PD'), 'a.pdf'],
    ['nothing at all', Buffer.alloc(0), 'a.pdf'],
  ])('refuses %s, in words that name the file', (_what, content, name) => {
    expect(refusal(() => requireEvidenceFile({ name, content }))).toMatchObject({
      code: 'input-invalid',
      details: { field: 'files', message: expect.stringContaining(name) as unknown },
    });
  });

  it('refuses one byte more than 20 MB', () => {
    const content = Buffer.concat([PDF, Buffer.alloc(MAX_EVIDENCE_BYTES - PDF.length)]);
    expect(typeOf(content)).toBe('application/pdf');
    expect(() => typeOf(Buffer.concat([content, Buffer.alloc(1)]))).toThrow(/20 MB/u);
  });

  it('refuses none and more than ten', () => {
    const file = { name: 'a.pdf', content: PDF };
    expect(() => requireEvidenceFiles([])).toThrow(/input-invalid/u);
    expect(requireEvidenceFiles(Array.from({ length: 10 }, () => file))).toHaveLength(10);
    expect(() => requireEvidenceFiles(Array.from({ length: 11 }, () => file))).toThrow(/input-invalid/u);
  });
});

describe('the name of an evidence file', () => {
  it.each([
    ['stays', 'Biên bản.pdf', 'Biên bản.pdf'],
    ['gets the ending of its bytes', 'virus.exe', 'virus.exe.pdf'],
    ['gets an ending where it has none', 'bien-ban', 'bien-ban.pdf'],
    ['keeps an ending in capitals as a small one', 'BIEN-BAN.PDF', 'BIEN-BAN.pdf'],
    ['loses the path of the computer it came from', 'C:\\Ho so\\bien ban.pdf', 'bien ban.pdf'],
    ['loses a way up', '../../etc/passwd', 'passwd.pdf'],
    ['loses what turns the direction of writing', 'anh\u202Efdp.pdf', 'anhfdp.pdf'],
    ['loses what a header stumbles over', 'a"b\r\nc.pdf', 'abc.pdf'],
    ['is composed', 'Biên bản.pdf'.normalize('NFD'), 'Biên bản.pdf'],
    ['is given where there is none', '', 'tai-lieu.pdf'],
    ['is given where there is only an ending', '.pdf', 'tai-lieu.pdf'],
  ])('%s', (_rule, name, expected) => {
    expect(requireEvidenceFile({ name, content: PDF }).name).toBe(expected);
  });

  it('is at most 200 characters with its ending, and never half a letter', () => {
    const { name } = requireEvidenceFile({ name: `${'x'.repeat(195)}😀😀.pdf`, content: PDF });
    expect(name).toBe(`${'x'.repeat(195)}.pdf`);
    expect(requireEvidenceFile({ name: 'y'.repeat(900), content: PDF }).name).toHaveLength(200);
  });
});
