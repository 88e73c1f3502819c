import { type Objects, streamText } from '../test-authority/pdf-writer.js';
import { draws, drawn, FORM, IMAGE, OLD, page, withAnnotation, withFont } from './shared-letter.js';
import { CATALOG, FIELDS, FORM_REST } from './signing-authority.js';

/** What a look of the empty field may also be: a stream, reached from anywhere else. */
export const STREAMS: readonly (readonly [what: string, objects: Objects, stream?: (day: string) => string])[] = [
  ['the look of a stamp, in a dictionary of its own', withAnnotation('Stamp', '/AP << /N 22 0 R >>')],
  ['the look of a stamp, its dictionary shared', withAnnotation('Stamp', '/AP 21 0 R')],
  ['the look of a note', withAnnotation('FreeText', `/AP 21 0 R /Contents (${OLD}) /DA (/F1 13 Tf 0 g)`)],
  ['the look of a stamp under the pointer', withAnnotation('Stamp', '/AP << /N 31 0 R /R 22 0 R >>')],
  ['the look of a stamp that is pressed', withAnnotation('Stamp', '/AP << /N 31 0 R /D 22 0 R >>')],
  ['one state of a stamp', withAnnotation('Stamp', '/AS /On /AP << /N << /On 22 0 R /Off 31 0 R >> >>')],
  [
    'the states of a stamp, in a dictionary of their own',
    { ...withAnnotation('Stamp', '/AS /On /AP << /N 31 0 R >>'), 31: '<< /On 22 0 R >>' },
  ],
  [
    'the look of a field that was filled',
    {
      ...withAnnotation('Widget', '/FT /Tx /T (Da dien) /V (25/3/2026) /DA (/F1 13 Tf 0 g) /AP 21 0 R'),
      4: `<< ${FIELDS} 20 0 R 30 0 R] ${FORM_REST} >>`,
    },
  ],
  [
    'the look of another empty field, over the text',
    {
      ...withAnnotation('Widget', '/FT /Sig /T (Khac) /AP 21 0 R'),
      4: `<< ${FIELDS} 20 0 R 30 0 R] ${FORM_REST} >>`,
    },
  ],
  [
    'the icon of a button',
    {
      ...withAnnotation('Widget', '/FT /Btn /Ff 65536 /T (Nut) /MK << /I 22 0 R /TP 1 >>'),
      4: `<< ${FIELDS} 20 0 R 30 0 R] ${FORM_REST} >>`,
    },
  ],
  ['a form of the page', { 3: page('/XObject << /X 22 0 R >>'), 5: draws('/X Do') }],
  [
    'a form within a form of the page',
    {
      3: page('/XObject << /X 31 0 R >>'),
      5: draws('/X Do'),
      31: streamText('/Y Do', '/Subtype /Form /BBox [0 0 220 30] /Resources << /XObject << /Y 22 0 R >> >>'),
    },
  ],
  [
    'a form three forms below the page, its resources objects',
    {
      3: page('/XObject 34 0 R'),
      5: draws('/X Do'),
      31: streamText('/Y Do', '/Subtype /Form /BBox [0 0 220 30] /Resources 32 0 R'),
      32: '<< /XObject 33 0 R >>',
      33: '<< /Y 22 0 R >>',
      34: '<< /X 31 0 R >>',
    },
  ],
  [
    'a form that the page inherits',
    {
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 6 0 R >> /XObject << /X 22 0 R >> >> >>',
      3: page('').replace('/Resources << /Font << /F1 6 0 R >>  >>', ''),
      5: draws('/X Do'),
    },
  ],
  [
    'a form in a resource of the page that has an annotation’s name',
    { 3: page('/XObject << /A 22 0 R >>'), 5: draws('/A Do') },
  ],
  [
    'a pattern of the page',
    { 3: page('/Pattern << /P 22 0 R >>'), 5: draws('/Pattern cs /P scn 80 590 220 30 re f') },
    (day: string): string => drawn(day, `${FORM} /PatternType 1 /PaintType 1 /TilingType 1 /XStep 220 /YStep 30`),
  ],
  [
    'a letter of a font that draws',
    {
      ...withFont(''),
      3: page('').replace('/F1 6 0 R', '/F1 6 0 R /F3 31 0 R'),
      5: draws('BT /F3 1 Tf 80 590 Td (a) Tj ET'),
      31: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 220 30] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [220] /Encoding << /Differences [97 /a] >> /CharProcs << /a 22 0 R >> /Resources << /Font << /F1 6 0 R >> >> >>',
    },
  ],
  [
    'the mask of a state',
    { 3: page('/ExtGState << /G << /SMask << /S /Luminosity /G 22 0 R >> >> >>'), 5: draws('/G gs') },
  ],
  [
    'the mask of a picture',
    { 3: page('/XObject << /X 31 0 R >>'), 5: draws('/X Do'), 31: streamText('abcd', `${IMAGE} /SMask 22 0 R`) },
    (day: string): string => streamText(day.slice(3, 7), IMAGE),
  ],
  [
    'a picture of the page',
    { 3: page('/XObject << /X 22 0 R >>'), 5: draws('/X Do') },
    (day: string): string => streamText(day.slice(3, 7), IMAGE),
  ],
  ['the content of the page', { 3: page('', { contents: '22 0 R' }) }],
  ['a part of the content of the page', { 3: page('', { contents: '[5 0 R 22 0 R]' }) }],
  [
    'a part of the content of the page, its list an object',
    { 3: page('', { contents: '31 0 R' }), 31: '[5 0 R 22 0 R]' },
  ],
  ['a colour profile', { 3: page('/ColorSpace << /C [/ICCBased 22 0 R] >>'), 5: draws('/C cs') }],
  [
    'the function of a shading',
    {
      3: page('/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 22 0 R >> >>'),
      5: draws('/S sh'),
    },
    (day: string): string => streamText(`{ ${day.slice(3, 4)} mul }`, '/FunctionType 4 /Domain [0 1] /Range [0 1]'),
  ],
  ['the names of the letters of a font', withFont('/ToUnicode 22 0 R')],
  [
    'the code of a font',
    withFont('/Encoding 22 0 R'),
    (day: string): string => drawn(day, '/Type /CMap /CMapName /Own'),
  ],
  [
    'the program of a font',
    withFont('/FontDescriptor << /Type /FontDescriptor /FontName /T /Flags 4 /FontFile 22 0 R >>'),
  ],
  ['the picture of the page in small', { 3: page('', { more: '/Thumb 22 0 R' }) }],
  [
    'an attachment',
    {
      1: `${CATALOG} /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 22 0 R >> >>] >> >> >>`,
    },
  ],
  [
    'a script of the file',
    { 1: `${CATALOG} /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS 22 0 R >>] >> >> >>` },
  ],
  ['a look that the file names', { 1: `${CATALOG} /Names << /AP << /Names [(a) 22 0 R] >> >> >>` }],
  ['a form in XFA', { 4: `<< ${FIELDS} 20 0 R] ${FORM_REST} /XFA [(template) 22 0 R] >>` }],
  [
    'the description of a form',
    { 3: page('/XObject << /X 31 0 R >>'), 31: streamText('', '/Subtype /Form /BBox [0 0 1 1] /Metadata 22 0 R') },
  ],
];
