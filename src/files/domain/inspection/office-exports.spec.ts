import {
  fromGoogleDocs,
  fromLibreOffice,
  fromTemplate,
  withChart,
  withCustomData,
  withThumbnail,
} from '../../../../test/support/office-exports.js';
import {
  docxOf,
  docxRelatedTo,
  override,
  relation,
  relationsXml,
  xlsxWith,
} from '../../../../test/support/office-writer.js';
import { inspectFile } from './inspect-file.js';

const TINY_JPEG = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffda0008010100003f00d2cf20ffd9',
  'hex',
);

describe('a Word file as Office programs save it', () => {
  it.each<[string, Buffer]>([
    [
      'the usual template of its writer',
      fromTemplate('file:///C:\\Users\\Lan\\AppData\\Roaming\\Microsoft\\Templates\\Normal.dotm'),
    ],
    ['the same with slashes', fromTemplate('file:///D:/Mau%20so/cong-van.dotx')],
    ['a template on a drive', fromTemplate('Z:\\Mau\\cong-van.dotx')],
    ['a template by its name alone', fromTemplate('Normal.dotm')],
    ['a chart and its rows', withChart()],
    ['a thumbnail as JPEG', withThumbnail('docProps/thumbnail.jpeg', TINY_JPEG)],
    ['a thumbnail as EMF', withThumbnail('docProps/thumbnail.emf', Buffer.from('010000006c00000000000000', 'hex'))],
    ['a thumbnail as WMF', withThumbnail('docProps/thumbnail.wmf', Buffer.from('d7cdc69a0000', 'hex'))],
    ['a thumbnail that is cut off', withThumbnail('docProps/thumbnail.jpeg', TINY_JPEG.subarray(0, 30))],
    [
      'a thumbnail declared as bytes',
      withThumbnail(
        'docProps/thumbnail.bin',
        TINY_JPEG,
        override('docProps/thumbnail.bin', 'application/octet-stream'),
      ),
    ],
    ['a thumbnail that is not declared', withThumbnail('thumbnail.jpg', TINY_JPEG)],
    ['what Google Docs writes', fromGoogleDocs()],
    ['what LibreOffice writes', fromLibreOffice()],
    ['data of an e-office beside it', withCustomData()],
  ])('with %s is taken', async (_what, content) => {
    expect((await inspectFile({ name: 'a.docx', content })).reasons).toEqual([]);
  });

  it.each<[string, string, Buffer]>([
    [
      'a program for a thumbnail',
      'office-content-type',
      withThumbnail('docProps/thumbnail.jpeg', Buffer.from('MZ\0\0')),
    ],
    ['an archive for a thumbnail', 'office-content-type', withThumbnail('docProps/thumbnail.jpeg', docxOf())],
    ['a thumbnail of 100 megapixels', 'image-too-large', withThumbnail('docProps/thumbnail.png', hugePng())],
    ['a project of macros for a thumbnail', 'office-macro', withThumbnail('word/vbaProject.bin', Buffer.from('x'))],
    ['an embedded file for a thumbnail', 'office-embedded', withThumbnail('xl/embeddings/a.bin', Buffer.from('x'))],
    ['a control for a thumbnail', 'office-active-control', withThumbnail('activeX/activeX1.bin', Buffer.from('x'))],
    ['a part of the text for a thumbnail', 'office-content-type', withThumbnail('Word/a.bin', Buffer.from('x'))],
    ['a template on a share', 'office-external', fromTemplate('file:///\\\\server\\a.dotm')],
    ['a template on a share by its host', 'office-external', fromTemplate('file://server/share/a.dotm')],
    ['a template on a share by its path', 'office-external', fromTemplate('\\\\10.0.0.1\\a.dotm')],
    ['a template beside the file', 'office-external', fromTemplate('cong-van.dotm')],
    ['a share behind a drive', 'office-external', fromTemplate('file:///C:\\\\server\\a.dotm')],
    ['a template of another protocol', 'office-external', fromTemplate('x:y')],
    ['a picture on a drive', 'office-external', docxRelatedTo('image', 'file:///C:/a.png')],
    ['a chart whose rows have macros', 'office-macro', withChart(xlsxWith('', { 'xl/vbaProject.bin': 'x' }))],
    ['a chart whose rows hold an object', 'office-embedded', withChart(xlsxWith('', { 'xl/embeddings/a.bin': 'x' }))],
    [
      'a chart whose rows fetch',
      'office-formula',
      withChart(xlsxWith('<row><c><f>WEBSERVICE("http://a")</f></c></row>')),
    ],
    ['a chart over a letter', 'office-embedded', withChart(docxOf())],
    ['a chart over a program', 'office-embedded', withChart(Buffer.from('MZ\0\0\0'))],
    ['a chart over an old workbook', 'office-embedded', withChart(Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
    [
      'the rows of a chart embedded in the text as well',
      'office-embedded',
      withChart(undefined, {
        'word/_rels/document.xml.rels': relationsXml(
          relation('rId8', 'chart', 'charts/chart1.xml'),
          relation('rId9', 'package', 'embeddings/Microsoft_Excel_Worksheet.xlsx'),
        ),
      }),
    ],
    [
      'a workbook that no chart names',
      'office-embedded',
      withChart(undefined, { 'word/embeddings/b.xlsx': xlsxWith('') }),
    ],
    [
      'charts in charts',
      'office-embedded',
      withChart(
        xlsxWith('', {
          'xl/charts/_rels/chart1.xml.rels': relationsXml(relation('rId1', 'package', '../embeddings/a.xlsx')),
          'xl/embeddings/a.xlsx': xlsxWith(''),
        }),
      ),
    ],
  ])('with %s is not: %s', async (_what, code, content) => {
    const { reasons, verdict } = await inspectFile({ name: 'a.docx', content });
    expect(reasons.map((reason) => reason.code)).toContain(code);
    expect(verdict).toBe('reject');
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
