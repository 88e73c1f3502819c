import { readFileSync } from 'node:fs';
import {
  contentTypesXml,
  docxOf,
  docxRelatedTo,
  docxWith,
  documentXml,
  override,
  relation,
  relationsXml,
  WORD_MAIN,
  xlsxWith,
} from '../../../../test/support/office-writer.js';
import { templateFile, KINDS } from '../../../../templates/catalogue.js';
import { DOCX, XLSX } from './extensions.js';
import { inspectFile } from './inspect-file.js';

const codes = async (name: string, content: Buffer): Promise<readonly string[]> =>
  (await inspectFile({ name, content })).reasons.map(({ code }) => code);

const run = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;
const said = (text: string): string => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
const mark = (kind: string): string => run(`<w:fldChar w:fldCharType="${kind}"/>`);
const field = (...texts: string[]): string => mark('begin') + texts.map(said).join('') + mark('separate') + mark('end');
const bytes = (length: number): string => 'x'.repeat(length);

describe('a Word file', () => {
  it.each(KINDS.map(({ name }) => name))('that we wrote is taken: %s', async (name) => {
    const content = readFileSync(templateFile(name));
    expect(await inspectFile({ name: `${name}.docx`, content })).toEqual({
      accept: true,
      verdict: 'accept',
      type: DOCX,
      reasons: [],
    });
  });

  it.each<[string, Buffer]>([
    ['a link to the web', docxRelatedTo('hyperlink', 'https://haiphong.gov.vn/a?b=1&amp;c=2')],
    ['a link to a mail address', docxRelatedTo('hyperlink', 'mailto:so@haiphong.gov.vn')],
    ['a page number', docxWith(field(' PAGE '))],
    ['a field that links to the web', docxWith(field(' HYPERLINK &quot;https://a.vn/link/dde&quot; '))],
    ['a link to a place in the file', docxWith(field(' HYPERLINK \\l &quot;_Toc1&quot; '))],
    ['text about fields', docxWith(run('<w:t>DDEAUTO cmd</w:t>'))],
    ['words in several hands', docxOf({ 'word/document.xml': `\ufeff${documentXml(run('<w:t>Đ</w:t>'))}` })],
    [
      'words in UTF-16',
      docxOf({ 'word/document.xml': Buffer.from(`\ufeff${documentXml('').replace('UTF-8', 'UTF-16')}`, 'utf16le') }),
    ],
  ])('with %s is taken', async (_what, content) => {
    expect(await codes('a.docx', content)).toEqual([]);
  });

  it.each<[string, string, Buffer]>([
    ['a picture from elsewhere', 'office-external', docxRelatedTo('image', 'https://evil.example/p.png')],
    ['a template from elsewhere', 'office-external', docxRelatedTo('attachedTemplate', 'https://evil.example/t.dotm')],
    ['a frame from elsewhere', 'office-external', docxRelatedTo('frame', 'http://evil.example/')],
    ['a document below it from elsewhere', 'office-external', docxRelatedTo('subDocument', 'file:///c:/a.docx')],
    ['an object from elsewhere', 'office-external', docxRelatedTo('oleObject', 'mhtml:http://evil.example!x')],
    ['an outside target that does not say so', 'office-external', docxRelatedTo('image', '\\\\server\\a.png', '')],
    [
      'the mode hidden in references',
      'office-external',
      docxRelatedTo('image', 'http://a.vn/', ' TargetMode="&#69;xternal"'),
    ],
    ['a link to a file', 'office-link-unsafe', docxRelatedTo('hyperlink', 'file:///etc/passwd')],
    ['a link to a script', 'office-link-unsafe', docxRelatedTo('hyperlink', 'javascript:alert(1)')],
    ['a link to a search', 'office-link-unsafe', docxRelatedTo('hyperlink', 'search-ms:query=x')],
    ['another document put in', 'office-imported-part', docxRelatedTo('aFChunk', 'chunk.html', '')],
    ['an altChunk', 'office-imported-part', docxWith('<w:altChunk r:id="rId9"/>')],
    ['a DDE field', 'office-field', docxWith(field(' DDEAUTO c:\\\\windows\\\\cmd.exe '))],
    ['a DDE field in small letters', 'office-field', docxWith(field(' dde a b '))],
    ['a field split over runs', 'office-field', docxWith(field(' INCLUDE', 'TEXT &quot;x&quot; '))],
    [
      'a field split in the middle of the file',
      'office-field',
      docxWith(mark('begin') + said(' LI') + run('<w:t>x</w:t>') + said('NK Excel ') + mark('end')),
    ],
    ['a field that is never closed', 'office-field', docxWith(mark('begin') + said(' DATABASE \\d '))],
    ['an instruction outside of a field', 'office-field', docxWith(said(' INCLUDEPICTURE "x" '))],
    ['a simple field', 'office-field', docxWith('<w:p><w:fldSimple w:instr=" IMPORT x "/></w:p>')],
    [
      'a keyword spelled by numbers',
      'office-field',
      docxWith(mark('begin') + field(' QUOTE 68 68 69 65 85 84 79 ') + said(' cmd ') + mark('end')),
    ],
    [
      'a deleted DDE field',
      'office-field',
      docxWith(mark('begin') + run('<w:delInstrText>DDE x</w:delInstrText>') + mark('end')),
    ],
    [
      'a field under another prefix',
      'office-field',
      docxOf({
        'word/document.xml': documentXml(said(' DDE x ')).replaceAll('w:', 'ns0:').replace('xmlns:ns0', 'xmlns:ns0'),
      }),
    ],
    ['a field that links to a file', 'office-link-unsafe', docxWith(field(' HYPERLINK &quot;file://a/b&quot; '))],
    ['macros', 'office-macro', docxOf({ 'word/vbaProject.bin': 'x' })],
    [
      'macros under another name',
      'office-macro',
      docxOf({
        '[Content_Types].xml': contentTypesXml(
          WORD_MAIN,
          override('word/media/a.png', 'application/vnd.ms-office.vbaProject'),
        ),
        'word/media/a.png': 'x',
      }),
    ],
    [
      'the type of a file with macros',
      'office-macro',
      docxOf({
        '[Content_Types].xml': contentTypesXml(
          override('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
        ),
      }),
    ],
    ['a control', 'office-active-control', docxOf({ 'word/activeX/activeX1.xml': '<a/>' })],
    ['a control in the text', 'office-active-control', docxWith(run('<w:object><w:control r:id="rId4"/></w:object>'))],
    ['an object', 'office-embedded', docxOf({ 'word/embeddings/oleObject1.bin': 'x' })],
    [
      'an object in the text',
      'office-embedded',
      docxWith(run('<w:object><o:OLEObject xmlns:o="urn:o" r:id="rId4"/></w:object>')),
    ],
    ['a program among its pictures', 'office-content-type', docxOf({ 'word/media/a.png': 'MZ\0\0\0' })],
    ['an archive among its pictures', 'office-content-type', docxOf({ 'word/media/a.png': docxOf() })],
    ['a part without a type', 'office-content-type', docxOf({ 'word/media/a.xyz': 'x' })],
    [
      'relations under another type',
      'office-content-type',
      docxOf({
        '[Content_Types].xml': contentTypesXml(WORD_MAIN, override('word/_rels/document.xml.rels', 'image/png')),
        'word/_rels/document.xml.rels': relationsXml(),
      }),
    ],
    ['a picture of 100 megapixels', 'image-too-large', docxOf({ 'word/media/a.png': hugePng() })],
    ['a document type', 'xml-doctype', docxOf({ 'word/header1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' })],
    [
      'a document type in UTF-16',
      'xml-doctype',
      docxOf({ 'word/header1.xml': Buffer.from('\ufeff<!DOCTYPE x><x/>', 'utf16le') }),
    ],
    [
      'a foreign encoding',
      'xml-encoding',
      docxOf({ 'word/header1.xml': '<?xml version="1.0" encoding="UTF-7"?><x/>' }),
    ],
    ['an entity nobody declared', 'xml-entity', docxWith(said('&evil;'))],
    ['elements nested too deep', 'xml-too-deep', docxWith('<w:p>'.repeat(70) + '</w:p>'.repeat(70))],
    ['XML that is cut off', 'xml-not-well-formed', docxOf({ 'word/document.xml': '<w:document><w:body>' })],
    ['two roots', 'xml-not-well-formed', docxOf({ 'word/document.xml': '<a/><b/>' })],
    ['a table of 10,000 rows', 'office-too-many-rows', docxWith(`<w:tbl>${'<w:tr/>'.repeat(10_000)}</w:tbl>`)],
    ['a bomb', 'zip-ratio', docxOf({ 'word/media/a.png': Buffer.alloc(3_000_000) })],
    ['a name that climbs', 'zip-name-unsafe', docxOf({ 'word/../../evil.xml': '<a/>' })],
    ['no document', 'office-incomplete', docxOf({ '_rels/.rels': relationsXml() })],
    [
      'two documents',
      'office-incomplete',
      docxOf({
        '_rels/.rels': relationsXml(
          relation('a', 'officeDocument', 'word/document.xml'),
          relation('b', 'officeDocument', 'word/x.xml'),
        ),
      }),
    ],
    [
      'a document that is missing',
      'office-incomplete',
      docxOf({ '_rels/.rels': relationsXml(relation('a', 'officeDocument', 'word/x.xml')) }),
    ],
    ['bytes hidden before it', 'zip-data-between', docxOf({}, { before: Buffer.from('PK\x03\x04') })],
  ])('with %s is not: %s', async (_what, code, content) => {
    const inspection = await inspectFile({ name: 'a.docx', content });
    expect(inspection.reasons.map((reason) => reason.code)).toContain(code);
    expect(inspection.verdict).toBe('reject');
  });

  it('in letters of old fonts is taken with a warning that names the font', async () => {
    const content = docxWith(run('<w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Céng hoµ</w:t>'));
    expect(await inspectFile({ name: 'a.docx', content })).toMatchObject({
      verdict: 'warn',
      accept: true,
      reasons: [{ code: 'office-old-font', message: expect.stringContaining('.VnTime') as string }],
    });
  });

  it('of many letters is taken, however tightly they pack', async () => {
    const paragraphs = Array.from({ length: 40_000 }, (_, i) => run(`<w:t>Đoạn ${i} ${bytes(i % 40)}</w:t>`));
    expect(await codes('a.docx', docxWith(paragraphs.join('')))).toEqual([]);
  });
});

describe('a workbook', () => {
  it('with numbers, words and sums is taken', async () => {
    const sheet = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1:A1)*2</f><v>2</v></c></row>';
    expect(await inspectFile({ name: 'a.xlsx', content: xlsxWith(sheet) })).toMatchObject({
      verdict: 'accept',
      type: XLSX,
    });
  });

  it.each<[string, string, Buffer]>([
    ['a formula that calls a program', 'office-formula', xlsxWith(`<row><c><f>cmd|'/c calc'!A0</f></c></row>`)],
    [
      'a formula that asks the web',
      'office-formula',
      xlsxWith('<row><c><f>_xlfn.WEBSERVICE("http://a")</f></c></row>'),
    ],
    [
      'another workbook behind it',
      'office-external',
      xlsxWith('', {
        'xl/externalLinks/_rels/externalLink1.xml.rels': relationsXml(
          relation('a', 'externalLinkPath', 'file:///c:/a.xlsx', ' TargetMode="External"'),
        ),
      }),
    ],
    [
      'a DDE link',
      'office-external',
      xlsxWith('', {
        'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>',
      }),
    ],
    ['macros of old', 'office-macro', xlsxWith('', { 'xl/macrosheets/sheet1.xml': '<a/>' })],
  ])('with %s is not: %s', async (_what, code, content) => {
    expect(await codes('a.xlsx', content)).toContain(code);
  });
});

/** Ten thousand points by ten thousand, of which only the header is there. */
function hugePng(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(10_000, 0);
  header.writeUInt32BE(10_000, 4);
  const chunk = (kind: string, content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(10)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
