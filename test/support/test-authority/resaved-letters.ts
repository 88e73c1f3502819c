import { deflateSync } from 'node:zlib';

import { entryField, FIELD, leaderField, sealField } from './letter.js';
import { flateText, type Objects, streamText } from './pdf-writer.js';
import {
  image,
  photo,
  pixels,
  RICH_CATALOG,
  RICH_CONTENT,
  RICH_FONT,
  RICH_FORM,
  RICH_RESOURCES,
  richPage,
} from './rich-letter.js';

/** As a page writes its keys when it inherits nothing. */
const OWN = `/MediaBox [0 0 595 842] /Resources ${RICH_RESOURCES}`;
const PLAIN_TREE = '<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 >>';

/** How else writers write the same letter: what they do, the objects. */
export const SAME: readonly (readonly [string, Objects])[] = [
  [
    'what a page inherits stands in the page',
    { 2: PLAIN_TREE, 3: richPage({ more: OWN }), 13: `<< /Type /Page /Parent 2 0 R /Contents 14 0 R ${OWN} >>` },
  ],
  [
    'a node stands between',
    {
      2: PLAIN_TREE.replace('3 0 R', '98 0 R'),
      98: `<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 ${OWN} >>`,
      3: richPage().replace('2 0 R', '98 0 R'),
      13: `<< /Type /Page /Parent 2 0 R /Contents 14 0 R ${OWN} >>`,
    },
  ],
  [
    'the pieces of a page are joined',
    { 3: richPage({ contents: '5 0 R' }), 5: streamText(`${RICH_CONTENT}\n0 0 1 rg 85 390 100 2 re f\n`) },
  ],
  [
    'a photograph is compressed once more',
    {
      26: streamText(
        deflateSync(Buffer.from('a photograph')).toString('latin1'),
        photo('').split('/Filter')[0]!.slice(3) + '/Filter [/FlateDecode /DCTDecode]',
      ),
    },
  ],
  [
    'an image is not compressed',
    { 25: streamText(pixels(1).toString('latin1'), image(pixels(1)).split('/Filter')[0]!.slice(3)) },
  ],
  ['a font is kept twice', { 4: RICH_FORM.replace('20 0 R', '99 0 R'), 99: RICH_FONT }],
  ['a key is null', { 24: '<< /Type /Encoding /BaseEncoding null /Differences [32 /space /a /b] >>' }],
  ['the XMP is another one', { 40: streamText('<other/>', '/Type /Metadata /Subtype /XML') }],
  ['the version is said in the catalog', { 1: RICH_CATALOG.replace('/Catalog', '/Catalog /Version /1.7') }],
];

const text = (content: string): string => flateText(Buffer.from(content));
const withOn = (entries: string): string => RICH_CATALOG.replace('/Catalog', `/Catalog ${entries}`);
const APPENDED = '1 1 1 rg 80 590 300 30 re f';
const STAMP = '<< /Type /Annot /Subtype /Stamp /Rect [80 590 400 620] /F 4 /P 3 0 R >>';
const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>';

/** Letters that are not the same: what was changed, the words for the place, the objects. */
export const CHANGED: readonly (readonly [string, string, Objects])[] = [
  ['the text', 'trang 1: chữ và nét vẽ', { 5: text(RICH_CONTENT.replace('lai', 'lui')) }],
  ['the text of the second page', 'trang 2: chữ và nét vẽ', { 14: text('BT /F1 13 Tf 85 600 Td (trang ba!) Tj ET') }],
  ['the place of one operator', 'trang 1: chữ và nét vẽ', { 5: text(RICH_CONTENT.replace('85 600 Td', '85 601 Td')) }],
  [
    'the order of two operators',
    'trang 1: chữ và nét vẽ',
    { 5: text(RICH_CONTENT.replace('/F1 13 Tf 85 600 Td', '85 600 Td /F1 13 Tf')) },
  ],
  ['the size of the letters', 'trang 1: chữ và nét vẽ', { 5: text(RICH_CONTENT.replace('13 Tf', '1 Tf')) }],
  ['a white rectangle appended', 'trang 1: chữ và nét vẽ', { 6: streamText(`0 0 1 rg 85 390 100 2 re f ${APPENDED}`) }],
  [
    'a white rectangle in a piece of its own',
    'trang 1: chữ và nét vẽ',
    { 3: richPage({ contents: '[5 0 R 6 0 R 90 0 R]' }), 90: streamText(APPENDED) },
  ],
  ['the order of the pieces', 'trang 1: chữ và nét vẽ', { 3: richPage({ contents: '[6 0 R 5 0 R]' }) }],
  [
    'pieces that tear a word',
    'trang 1: chữ và nét vẽ',
    {
      3: richPage({ contents: '[90 0 R 91 0 R 6 0 R]' }),
      90: streamText(RICH_CONTENT.slice(0, 40)),
      91: streamText(RICH_CONTENT.slice(40)),
    },
  ],
  [
    'content under a row filter named by reference',
    'trang 1: chữ và nét vẽ',
    { 5: flateText(Buffer.from(RICH_CONTENT), '/DecodeParms << /Predictor 90 0 R /Columns 4 >>'), 90: '12' },
  ],
  ['content kept outside of the file', 'trang 1', { 5: flateText(Buffer.from(RICH_CONTENT), '/F (khac.bin)') }],
  ['an image', 'trang 1: hình', { 25: image(pixels(2)) }],
  [
    'the measures of an image',
    'trang 1: hình',
    { 25: image(pixels(1)).replace('/Width 2 /Height 2', '/Width 1 /Height 4') },
  ],
  ['a mask on an image', 'trang 1: hình', { 25: image(pixels(1)).replace('/Width', '/SMask 28 0 R /Width') }],
  ['a photograph', 'trang 1: hình', { 26: photo('b photograph') }],
  [
    'two pictures exchanged',
    'trang 1: hình',
    {
      2: `<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources ${RICH_RESOURCES.replace('/Im0 25 0 R /Im1 26 0 R', '/Im0 26 0 R /Im1 25 0 R')} >>`,
    },
  ],
  [
    'a form that draws',
    'trang 1: hình',
    {
      27: streamText(
        '/Im1 Do /Im1 Do',
        '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Im1 26 0 R >> >>',
      ),
    },
  ],
  [
    'a form behind a name that says metadata',
    'trang 1: hình',
    { 28: streamText('1 g 0 0 1 1 re f', '/Type /XObject /Subtype /Form /BBox [0 0 40 16]') },
  ],
  [
    'the program of a font',
    'trang 1: phông chữ',
    { 22: flateText(Buffer.from('the program of a f0nt'), '/Length1 21') },
  ],
  ['what its codes mean', 'trang 1: phông chữ', { 23: text('1 beginbfchar <20> <0041> endbfchar') }],
  ['its widths', 'trang 1: phông chữ', { 20: RICH_FONT.replace('333', '334') }],
  ['its encoding', 'trang 1: phông chữ', { 24: '<< /Type /Encoding /Differences [32 /space /b /a] >>' }],
  ['its name', 'trang 1: phông chữ', { 20: RICH_FONT.replace('ABCDEF+Times', 'Symbol') }],
  ['how it is laid on', 'trang 1: màu và cách tô', { 29: '<< /Type /ExtGState /ca 0 /CA 1 >>' }],
  [
    'the layer of a part',
    'trang 1: lớp ẩn hiện',
    {
      2: `<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 /MediaBox [0 0 595 842] /Resources ${RICH_RESOURCES.replace('/L0 30 0 R', '/L0 31 0 R')} >>`,
    },
  ],
  [
    'a layer that is switched off',
    'lớp ẩn hiện',
    { 1: RICH_CATALOG.replace('/ON [30 0 R] /OFF [31 0 R]', '/ON [31 0 R] /OFF [30 0 R]') },
  ],
  [
    'a layer that only looks like the one in the list',
    'lớp ẩn hiện',
    { 1: RICH_CATALOG.replaceAll('30 0 R', '90 0 R'), 90: '<< /Type /OCG /Name (hien) >>' },
  ],
  [
    'an annotation more',
    'trang 1: chú thích',
    { 3: richPage({ annots: '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 33 0 R 90 0 R]' }), 90: STAMP },
  ],
  [
    'an annotation on a page that had none',
    'trang 2: chú thích',
    { 13: '<< /Type /Page /Parent 2 0 R /Contents 14 0 R /Annots [90 0 R] >>', 90: STAMP.replace('3 0 R', '13 0 R') },
  ],
  [
    'where a link leads',
    'trang 1: chú thích',
    { 33: '<< /Type /Annot /Subtype /Link /Rect [80 100 120 120] /Border [0 0 0] /Dest [3 0 R /Fit] /P 3 0 R >>' },
  ],
  [
    'a page more',
    'toàn tệp: số trang',
    {
      2: `<< /Type /Pages /Kids [3 0 R 13 0 R 90 0 R] /Count 3 ${OWN} >>`,
      90: '<< /Type /Page /Parent 2 0 R /Contents 14 0 R >>',
    },
  ],
  ['a page less', 'toàn tệp: số trang', { 2: `<< /Type /Pages /Kids [3 0 R] /Count 1 ${OWN} >>` }],
  [
    'the order of the pages',
    'trang 1: chữ và nét vẽ',
    { 2: `<< /Type /Pages /Kids [13 0 R 3 0 R] /Count 2 ${OWN} >>` },
  ],
  ['pages counted as fewer', 'Không đọc được', { 2: `<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 1 ${OWN} >>` }],
  [
    'a page that names another parent',
    'Không đọc được',
    {
      13: '<< /Type /Page /Parent 90 0 R /Contents 14 0 R >>',
      90: `<< /Type /Pages /Kids [13 0 R] /Count 1 ${OWN} >>`,
    },
  ],
  [
    'the size of the pages',
    'trang 1: khổ trang',
    { 2: `<< /Type /Pages /Kids [3 0 R 13 0 R] /Count 2 ${OWN.replace('842', '400')} >>` },
  ],
  ['a page cut', 'trang 1: khổ trang', { 3: richPage({ more: '/CropBox [0 0 595 300]' }) }],
  ['a page turned', 'trang 1: khổ trang', { 3: richPage({ more: '/Rotate 180' }) }],
  ['a script on opening', 'lệnh tự chạy', { 1: withOn(`/OpenAction ${SCRIPT}`) }],
  [
    'a script in the list of names',
    'lệnh tự chạy',
    { 1: withOn(`/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>`) },
  ],
  ['a script on leaving', 'lệnh tự chạy', { 1: withOn(`/AA << /WC ${SCRIPT} >>`) }],
  [
    'a script on a field',
    'chú thích hoặc ô điền',
    { [FIELD.so]: entryField('so', `/AP << /N 36 0 R >> /AA << /F ${SCRIPT} >>`) },
  ],
  ['a field more', 'ô điền', { 4: RICH_FORM.replace('11 0 R]', '11 0 R 90 0 R]'), 90: '<< /FT /Tx /T (them) >>' }],
  ['a field filled in', 'chú thích hoặc ô điền', { [FIELD.so]: entryField('so', '/AP << /N 36 0 R >> /V (513)') }],
  [
    'a field with another look',
    'chú thích hoặc ô điền',
    { 36: streamText('(999) Tj', '/Type /XObject /Subtype /Form /BBox [0 0 40 16]') },
  ],
  ['a field in another place', 'chú thích hoặc ô điền', { [FIELD.seal]: sealField().replace('300 190', '100 190') }],
  [
    'the leader’s field in another place',
    'chú thích hoặc ô điền',
    { [FIELD.leader]: leaderField().replace('320 200', '20 200') },
  ],
  [
    'a field that is not the one on the page',
    'ô điền',
    { 4: RICH_FORM.replace('7 0 R', '90 0 R'), 90: entryField('so', '/AP << /N 36 0 R >>') },
  ],
  ['the form in another language', 'ô điền', { 4: RICH_FORM.replace('/SigFlags', '/XFA (x) /SigFlags') }],
  [
    'what is read aloud',
    'cấu trúc đọc',
    { 37: '<< /Type /StructElem /S /P /P 34 0 R /Pg 3 0 R /K 0 /ActualText (khac) >>' },
  ],
  ['a key that nobody knows', 'cấu trúc chung', { 1: withOn('/Khac (gi do)') }],
];
