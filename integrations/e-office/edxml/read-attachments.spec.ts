import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';
import type { Attachment, DocumentMessage } from '../../../src/exchange/ports/message.js';
import { EdxmlCodec } from './edxml-codec.js';
import { REPLY } from './golden/messages.js';

const codec = new EdxmlCodec();
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const docx = Buffer.from('PK\x03\x04 [Content_Types].xml word/document.xml', 'latin1');

const codes = (findings: readonly FormFinding[]): string[] => findings.map(({ code }) => code);
const send = (file: Attachment) => {
  const { message, warnings } = codec.read(codec.write({ ...REPLY, attachments: [file] }));
  return { file: (message as DocumentMessage).attachments[0]!, warnings: codes(warnings) };
};

describe('what a file is', () => {
  it.each([
    {
      what: 'a PDF called a Word file',
      name: 'a.doc',
      said: 'application/msword',
      content: Buffer.from('%PDF-1.7'),
      is: 'application/pdf',
      warned: true,
    },
    {
      what: 'a program called a PDF',
      name: 'a.pdf',
      said: 'application/pdf',
      content: Buffer.from('MZ'),
      is: 'application/vnd.microsoft.portable-executable',
      warned: true,
    },
    {
      what: 'a DOCX called application/msword',
      name: 'a.docx',
      said: 'application/msword',
      content: docx,
      is: DOCX,
      warned: true,
    },
    { what: 'a DOCX with its type', name: 'a.docx', said: DOCX, content: docx, is: DOCX, warned: false },
    {
      what: 'an old Word file',
      name: 'a.doc',
      said: 'application/msword',
      content: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      is: 'application/msword',
      warned: false,
    },
    {
      what: 'an untyped PDF',
      name: 'a.pdf',
      said: '',
      content: Buffer.from('%PDF-1.7'),
      is: 'application/pdf',
      warned: false,
    },
    {
      what: 'a ZIP called a PDF',
      name: 'a.pdf',
      said: 'application/pdf',
      content: Buffer.from('PK\x03\x04 PK\x05\x06', 'latin1'),
      is: 'application/zip',
      warned: true,
    },
    {
      what: 'a ZIP behind other bytes, called a PDF',
      name: 'a.pdf',
      said: 'application/pdf',
      content: Buffer.from('GIF? PK\x03\x04 PK\x05\x06', 'latin1'),
      is: 'application/zip',
      warned: true,
    },
    {
      what: 'text called a PDF',
      name: 'a.pdf',
      said: 'application/pdf',
      content: Buffer.from('<html></html>'),
      is: 'application/octet-stream',
      warned: true,
    },
    {
      what: 'text without a type, by its name a DOCX',
      name: 'a.docx',
      said: '',
      content: Buffer.from('Xin chào'),
      is: 'application/octet-stream',
      warned: true,
    },
    {
      what: 'a PDF behind other bytes',
      name: 'a.pdf',
      said: 'application/pdf',
      content: Buffer.from('\n\n%PDF-1.7'),
      is: 'application/pdf',
      warned: false,
    },
    { what: 'plain text', name: 'a.txt', said: '', content: Buffer.from('Xin chào'), is: 'text/plain', warned: false },
  ])('$what', ({ name, said, content, is, warned }) => {
    const { file, warnings } = send({ name, contentType: said, content });

    expect(file).toEqual({ name, contentType: is, content });
    expect(warnings).toEqual(warned ? ['attachment-type'] : []);
  });

  it('may be nothing', () => {
    expect(send({ name: 'a.bin', contentType: '', content: Buffer.alloc(0) }).warnings).toEqual(['attachment-empty']);
  });
});

describe('what a file is called', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\công văn.pdf', 'công văn.pdf'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['..', 'tep-dinh-kem-1'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ])('%s becomes %s', (given, kept) => {
    const { file, warnings } = send({ name: given, contentType: '', content: Buffer.from('x') });

    expect(file.name).toBe(kept);
    expect(warnings).toContain('attachment-name');
  });
});

it('files are compared with what the body refers to', () => {
  const source = codec.write(REPLY).toString('utf8').replace('<edXML:ContentId>cid:1<', '<edXML:ContentId>cid:9<');

  expect(codes(codec.read(Buffer.from(source, 'utf8')).warnings)).toEqual([
    'reference-without-attachment',
    'attachment-without-reference',
  ]);
});

it('36 MB in one message take about a second of the processor, because the parser never meets them', () => {
  const content = Buffer.alloc(36_000_000, 'Hồi Âm');
  const bytes = codec.write({ ...REPLY, attachments: [{ name: 'a.bin', contentType: '', content }] });
  const before = process.cpuUsage();
  const { message } = codec.read(bytes);
  const { user, system } = process.cpuUsage(before);

  expect((message as DocumentMessage).attachments[0]!.content.equals(content)).toBe(true);
  expect((user + system) / 1e6).toBeLessThan(6);
});

it('a message read in turns or in pieces, contents passed over, is judged as one that is read whole', async () => {
  const zip = Buffer.concat([
    Buffer.from('PK\u0003\u0004'),
    Buffer.alloc(300_000),
    Buffer.from('[Content_Types].xml word/'),
  ]);
  const files = [
    { name: 'a.docx', contentType: '', content: zip },
    { name: 'b.pdf', contentType: 'application/pdf', content: Buffer.alloc(200_000, 'không phải PDF') },
    { name: 'c.exe', contentType: 'application/pdf', content: Buffer.from('MZ') },
    { name: 'd.txt', contentType: 'text/plain', content: Buffer.alloc(0) },
  ];
  const written = codec.write({ ...REPLY, attachments: files });
  for (const bytes of [
    written,
    Buffer.from(written.toString('utf8').replace('AAAA', 'AA*A')),
    Buffer.from('<edXML/>'),
  ]) {
    const { message, ...findings } = codec.read(bytes);
    expect(await codec.readInTurns(bytes)).toEqual({ message, ...findings });
    const outline = await codec.outline(new MemoryBytes(bytes));
    const attachments = (message as DocumentMessage | null)?.attachments.map((file) => {
      const { name, contentType, description } = file;
      return { name, contentType, ...(description !== undefined && { description }) };
    });
    expect(outline).toEqual({ message: message && { ...message, attachments }, ...findings });
  }
});
