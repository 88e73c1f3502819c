import { PAGE_CONTENT } from '../test-authority/letter.js';
import type { Objects } from '../test-authority/pdf-writer.js';
import { annotation, draws, FONT, LAYER, NEW, OLD, page, withAnnotation, withFont } from './shared-letter.js';
import { CATALOG, FIELDS, FORM_REST } from './signing-authority.js';

/** What the dictionary of its looks may also be: anything that a reference can lead to. */
export const VALUES: readonly (readonly [what: string, objects: Objects, before: string, now: string])[] = [
  [
    'the resources of the page',
    { 3: page('').replace(/<< \/Font .*? >> *>>/u, '21 0 R') },
    '<< /Font << /F1 6 0 R >> >>',
    '<< /Font << /F1 91 0 R >> >>',
  ],
  [
    'the fonts of the page',
    { 3: page('').replace('<< /F1 6 0 R >>', '21 0 R') },
    '<< /F1 6 0 R >>',
    '<< /F1 91 0 R >>',
  ],
  [
    'a font of the page',
    { 3: page('').replace('6 0 R', '21 0 R') },
    `${FONT} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>',
  ],
  [
    'the code of a font',
    withFont('/Encoding 21 0 R'),
    '<< /Type /Encoding >>',
    '<< /Type /Encoding /Differences [51 /four] >>',
  ],
  [
    'the description of a font',
    withFont('/FontDescriptor 21 0 R'),
    '<< /Type /FontDescriptor /Flags 4 >>',
    '<< /Type /FontDescriptor /Flags 6 >>',
  ],
  ['the widths of a font', withFont('/FirstChar 48 /LastChar 50 /Widths 21 0 R'), '[500 500 500]', '[500 0 500]'],
  ['a state of drawing', { 3: page('/ExtGState << /G 21 0 R >>'), 5: draws('/G gs') }, '<< /ca 1 >>', '<< /ca 0 >>'],
  [
    'the layer of a stamp',
    withAnnotation('Stamp', '/OC 21 0 R /AP << /N 22 0 R >>'),
    LAYER,
    '<< /Type /OCMD /OCGs [] /P /AllOff >>',
  ],
  [
    'a layer of the page',
    { 3: page('/Properties << /L 21 0 R >>'), 5: draws('/OC /L BDC EMC') },
    LAYER,
    '<< /Type /OCMD /VE [/Not 92 0 R] >>',
  ],
  [
    'the setting of the layers',
    { 1: `${CATALOG} /OCProperties << /OCGs [31 0 R] /D 21 0 R >> >>`, 31: LAYER },
    '<< /ON [31 0 R] >>',
    '<< /OFF [31 0 R] >>',
  ],
  ['the content of the page', { 3: page('', { contents: '21 0 R' }) }, '[5 0 R]', '[5 0 R 91 0 R]'],
  [
    'the length of the content',
    { 5: `<< /Length 21 0 R >>\nstream\n${PAGE_CONTENT}\nendstream` },
    String(PAGE_CONTENT.length),
    '0',
  ],
  ['the size of the page', { 3: page('').replace('[0 0 595 842]', '21 0 R') }, '[0 0 595 842]', '[0 0 595 500]'],
  ['how far the page is turned', { 3: page('', { more: '/Rotate 21 0 R' }) }, '0', '180'],
  [
    'the group of the page',
    { 3: page('', { more: '/Group 21 0 R' }) },
    '<< /S /Transparency >>',
    '<< /S /Transparency /K true >>',
  ],
  ['the list of pages', { 2: '<< /Type /Pages /Kids 21 0 R /Count 1 >>' }, '[3 0 R]', '[91 0 R]'],
  [
    'what a page inherits',
    { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /CropBox 21 0 R >>' },
    '[0 0 595 842]',
    '[0 0 595 500]',
  ],
  [
    'the place of a stamp',
    {
      3: page('', { annotations: '30 0 R' }),
      30: '<< /Type /Annot /Subtype /Stamp /Rect 21 0 R /AP << /N 22 0 R >> >>',
    },
    '[0 0 0 0]',
    '[80 590 300 620]',
  ],
  [
    'whether a stamp is seen',
    {
      3: page('', { annotations: '30 0 R' }),
      30: annotation('Stamp', '/AP << /N 22 0 R >>').replace('/F 4', '/F 21 0 R'),
    },
    '2',
    '4',
  ],
  ['the words of a note', withAnnotation('Text', '/Contents 21 0 R'), `(${OLD})`, `(${NEW})`],
  [
    'the value of a field that was filled',
    {
      ...withAnnotation('Widget', '/FT /Tx /T (Da dien) /V 21 0 R /DA (/F1 13 Tf 0 g)'),
      4: `<< ${FIELDS} 20 0 R 30 0 R] ${FORM_REST} /NeedAppearances true >>`,
    },
    `(${OLD})`,
    `(${NEW})`,
  ],
  [
    'how fields are drawn',
    { 4: `<< ${FIELDS} 20 0 R] ${FORM_REST} /DA 21 0 R >>` },
    '(/F1 13 Tf 0 g)',
    '(/F1 13 Tf 1 g)',
  ],
  [
    'what is done on opening',
    { 1: `${CATALOG} /OpenAction 21 0 R >>` },
    '<< /S /GoTo /D [3 0 R /Fit] >>',
    '<< /S /URI /URI (http://example.com) >>',
  ],
  [
    'the target of a link',
    withAnnotation('Link', '/A 21 0 R'),
    '<< /S /URI /URI (http://haiphong.gov.vn) >>',
    '<< /S /URI /URI (http://example.com) >>',
  ],
  [
    'the numbers of pages',
    { 1: `${CATALOG} /PageLabels 21 0 R >>` },
    '<< /Nums [0 << /S /D >>] >>',
    '<< /Nums [0 << /S /R >>] >>',
  ],
  [
    'the names of the file',
    { 1: `${CATALOG} /Names 21 0 R >>` },
    '<< >>',
    '<< /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>',
  ],
  [
    'the attachments',
    { 1: `${CATALOG} /Names << /EmbeddedFiles 21 0 R >> >>` },
    '<< /Names [] >>',
    '<< /Names [(a) << /F (a) >>] >>',
  ],
  ['the threads of reading', { 1: `${CATALOG} /Threads 21 0 R >>` }, '[]', '[<< /I << /Title (a) >> >>]'],
  [
    'the names of the parts of the structure',
    { 1: `${CATALOG} /StructTreeRoot << /Type /StructTreeRoot /RoleMap 21 0 R >> >>` },
    '<< >>',
    '<< /P /Artifact >>',
  ],
  [
    'a part of the structure',
    { 1: `${CATALOG} /StructTreeRoot << /Type /StructTreeRoot /K 21 0 R >> >>` },
    '<< /S /P /K 0 >>',
    `<< /S /P /K 0 /ActualText (${NEW}) >>`,
  ],
  ['the border of a note', withAnnotation('Square', '/BS 21 0 R'), '<< /W 0 >>', '<< /W 40 >>'],
  ['the colour of a note', withAnnotation('Square', '/C [1 1 1] /IC 21 0 R'), '[]', '[1 1 1]'],
];
