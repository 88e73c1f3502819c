import { PDFDocument } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import PizZip from 'pizzip';
import type { AnnexNode, BundledFile, BundledPaper, BundleOrder } from '../../src/records/ports/file-bundles.port.js';
import { fileTree, type DocumentFacts } from '../../src/records/domain/file-export.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { pngOf } from '../../test/support/picture-writer.js';
import { writeXml } from '../e-office/xml/xml-writing.js';
import { SCHEMA_PATH } from './bundle-zip.js';
import { ThreadFileBundles } from './thread-file-bundles.js';

async function pdfOf(...widths: number[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  for (const width of widths) pdf.addPage([width, 400]);
  return new Uint8Array(await pdf.save());
}

const file = (path: string, type: string, content: Uint8Array | null): BundledFile => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  type,
  content: content && new Uint8Array(content),
});

const paper = (ordinal: number, change: Partial<BundledPaper>): BundledPaper => ({
  ordinal,
  kind: 'Văn bản đến',
  title: `Văn bản số ${ordinal}, về việc dạy thêm`,
  day: '18/03/2026',
  words: null,
  files: [],
  ...change,
});

const document = (change: Partial<DocumentFacts> = {}): DocumentFacts => ({
  kind: 'IncomingDocument',
  typeName: 'Công văn',
  codeNumber: '7816',
  codeNotation: 'TĐ1022',
  issuedOn: civilDate('2026-03-18'),
  organName: 'Tổng đài 1022 & bạn',
  subject: 'Thu tiền <học thêm>',
  pages: 3,
  description: 'ghi chú',
  signerName: 'Đỗ Quốc Khánh',
  recipients: ['Sở A', 'Sở B'],
  priority: 0,
  arrivedOn: civilDate('2026-03-18'),
  arrivalNumber: 1284,
  handler: 'Phòng Giáo dục Trung học',
  dueOn: civilDate('2026-03-25'),
  originals: [{ name: 'goc/001-01-a.pdf', sha256: 'a'.repeat(64) }],
  ...change,
});

const treeOf = (title: string, ...documents: DocumentFacts[]): AnnexNode =>
  fileTree(
    {
      organId: '000.00.03.H24',
      catalog: 2026,
      notation: 'PAKN.0001',
      title,
      maintenance: '10 năm',
      rights: 'Hạn chế',
      creator: 'Nguyễn Thị Hồng Ngọc',
      description: '',
      startedOn: civilDate('2026-03-18'),
      endedOn: civilDate('2026-04-01'),
    },
    documents,
  );

/** Our schema's word on a tree; empty where it has nothing against it. */
function objections(tree: AnnexNode): string {
  const schema = XmlDocument.fromBuffer(readFileSync(SCHEMA_PATH));
  const validator = XsdValidator.fromDoc(schema);
  const written = XmlDocument.fromBuffer(writeXml(tree));
  try {
    validator.validate(written);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : 'refused';
  } finally {
    written.dispose();
    validator.dispose();
    schema.dispose();
  }
}

describe('rule 49: the description of a file, by its schema', () => {
  it.each<[string, DocumentFacts[]]>([
    ['an empty file', []],
    ['an incoming document', [document()]],
    ['a letter', [document({ kind: 'OutgoingDocument', arrivedOn: null, arrivalNumber: null })]],
    [
      'a paper of no register',
      [document({ kind: 'Paper', codeNumber: '', codeNotation: '', organName: '', signerName: '', recipients: [] })],
    ],
  ])('is valid for %s', (_what, documents) => {
    expect(objections(treeOf('Hồ sơ', ...documents))).toBe('');
  });

  it.each<[string, AnnexNode]>([
    ['a title of 501', treeOf('a'.repeat(501))],
    ['a subject of 501', treeOf('a', document({ subject: 'a'.repeat(501) }))],
    ['1,000 pages', treeOf('a', document({ pages: 1000 }))],
  ])('is not for %s', (_what, tree) => {
    expect(objections(tree)).not.toBe('');
  });
});

describe('a file put together', () => {
  const broken = Buffer.from('%PDF-1.7 cut off');
  let order: BundleOrder;
  let zip: PizZip;
  const done: number[] = [];
  const originals = new Map<string, string>();

  beforeAll(async () => {
    order = {
      title: 'Hồ sơ giải quyết phiếu PAKN.20260318.0001',
      facts: [['Số và ký hiệu', 'PAKN.0001, danh mục năm 2026']],
      tree: treeOf('Hồ sơ', document()),
      madeAt: new Date('2026-04-01T02:00:00Z'),
      papers: [
        paper(1, {
          files: [
            file('goc/001-01-a.pdf', 'application/pdf', await pdfOf(301, 302)),
            file('goc/001-02-anh.png', 'image/png', pngOf()),
          ],
        }),
        paper(2, { words: 'Đề nghị nhà trường dừng thu tiền.\nĐã rõ.' }),
        paper(3, { files: [file('goc/003-01-a.docx', 'application/octet-stream', Buffer.from('PK'))] }),
        paper(4, { files: [file('goc/004-01-b.pdf', 'application/pdf', broken)] }),
        paper(5, { files: [file('goc/005-01-c.pdf', 'application/pdf', null)] }),
      ],
    };
    for (const { path, content } of order.papers.flatMap(({ files }) => files)) {
      if (content !== null) originals.set(path, createHash('sha256').update(content).digest('hex'));
    }
    zip = new PizZip(await new ThreadFileBundles().make(order, (count) => done.push(count)));
  }, 60_000);

  const bytes = (name: string): Buffer => Buffer.from(zip.file(name)?.asUint8Array() ?? []);

  it('has all pages in order behind its contents, and a sheet for what has none', async () => {
    const pdf = await PDFDocument.load(bytes('ho-so.pdf'));
    const widths = pdf.getPages().map((page) => Math.round(page.getWidth()));
    expect(widths).toEqual([595, 301, 302, 595, 595, 595, 595, 595]);
  });

  it('keeps every original as it was', () => {
    for (const [path, sha256] of originals) {
      expect([path, createHash('sha256').update(bytes(path)).digest('hex')]).toEqual([path, sha256]);
    }
  });

  it('leaves out what the inspection refused', () => {
    expect(Object.keys(zip.files).filter((name) => name.startsWith('goc/'))).toEqual([...originals.keys()]);
    expect(originals.has('goc/005-01-c.pdf')).toBe(false);
  });

  it('says the sum of everything in it', () => {
    const lines = bytes('sha256.txt').toString('utf8').trim().split('\n');
    const names = Object.keys(zip.files).filter((name) => name !== 'sha256.txt');
    expect(lines.map((line) => line.slice(66)).toSorted()).toEqual(names.toSorted());
    for (const line of lines) {
      expect(
        createHash('sha256')
          .update(bytes(line.slice(66)))
          .digest('hex'),
      ).toBe(line.slice(0, 64));
    }
  });

  it('tells how far it is', () => {
    expect(done).toEqual([1, 2, 3, 4, 5]);
  });

  it('is refused when it takes too long', async () => {
    const slow = { ...order, papers: [paper(1, { files: [file('goc/a.pdf', 'application/pdf', await pdfOf(300))] })] };
    await expect(new ThreadFileBundles(1).make(slow, () => undefined)).rejects.toMatchObject({
      code: 'BUNDLE-TIMEOUT',
    });
  });
});
