import { PAGE, PAGE_CONTENT, SEALED_AT } from '../test-authority/letter.js';
import { flateText, type Objects, type SaveWish, streamText } from '../test-authority/pdf-writer.js';
import { signSave } from '../test-authority/signing.js';
import type { SharedContainer } from './shared-letter.js';
import { ANNOTATIONS, CATALOG, FIELDS, testAuthority, newField, stamped } from './signing-authority.js';

const NEW = streamText('BT /F1 13 Tf 5 10 Td (25/4/2026) Tj ET', '/Subtype /Form /BBox [0 0 220 30]');
const OLD = streamText('BT /F1 13 Tf 5 10 Td (25/3/2026) Tj ET', '/Subtype /Form /BBox [0 0 220 30]');
const page = (resources: string): string =>
  `${PAGE.replace('<< /Font << /F1 6 0 R >> >>', resources)} ${ANNOTATIONS}] >>`;
const form = (resources: string, fields = '', more = ''): string =>
  `<< ${FIELDS} ${fields}] /SigFlags 3 /DR ${resources} ${more} >>`;

/** A document timestamp in a field of its own that shows nothing; what came with it stands in the form. */
const stampedAside =
  (objects: Objects, resources: string) =>
  (pdf: Buffer, save: SaveWish): Buffer =>
    signSave(pdf, {
      object: 90,
      type: 'DocTimeStamp',
      subFilter: 'ETSI.RFC3161',
      objects: { 4: form(resources, '89 0 R'), 89: newField('Timestamp1', '0 0 0 0', '/V 90 0 R'), ...objects },
      contents: stamped(SEALED_AT),
      save,
    });

const drawing = (steps: string): string => streamText(`${PAGE_CONTENT} ${steps}`);

/** Names that the page draws with and that stand for nothing yet: they are in the list that fields share with it. */
const NAMES: readonly (readonly [kind: string, steps: string, meaning: string, objects: Objects])[] = [
  ['Font', 'BT /New 13 Tf 80 590 Td (25/4/2026) Tj ET', '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>', {}],
  ['ExtGState', '/New gs', '<< /ca 0 >>', {}],
  ['ColorSpace', '/New cs 1 sc', '[/Indexed /DeviceRGB 1 <000000FFFFFF>]', {}],
  ['Pattern', '/Pattern cs /New scn 80 590 220 30 re f', '95 0 R', { 95: streamText('', '/PatternType 1') }],
  ['Shading', '/New sh', '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] >>', {}],
  ['Properties', '/OC /New BDC EMC', '<< /Type /OCMD /OCGs [] >>', {}],
  ['XObject', '/New Do', '95 0 R', { 95: NEW }],
];

const growingNames: readonly SharedContainer[] = NAMES.map(([kind, steps, meaning, objects]) => {
  const own = kind === 'Font' ? '' : '/Font << /F1 6 0 R >>';
  const first = kind === 'Font' ? '/F1 6 0 R' : '';
  const resources = `<< ${own} /${kind} 25 0 R >>`;
  return {
    name: `a name that the page draws with comes into the fields’ ${kind}, which the page shares`,
    objects: { 3: page(resources), 4: form(resources), 5: drawing(steps), 25: `<< ${first} >>` },
    attack: stampedAside(
      { 25: `<< ${first} /New ${meaning} >>`, ...objects },
      `<< ${own} /${kind} 25 0 R /ProcSet [/PDF] >>`,
    ),
  };
});

const XMP = '/Type /Metadata /Subtype /XML';
const described = (more: string): string => streamText(`% <x:xmpmeta/>\n${more}`, XMP);
const EVIDENCE = `/${'A1'.repeat(20)}`;

/** Lists and dictionaries that tools may add to, and that something else is read from. */
export const GROWING_CONTAINERS: readonly SharedContainer[] = [
  ...growingNames,
  {
    name: 'the resources of fields are those of the page, and are written anew',
    objects: {
      3: page('25 0 R'),
      4: form('25 0 R'),
      5: drawing('q 1 0 0 1 80 590 cm /X Do Q'),
      25: '<< /Font << /F1 6 0 R >> /XObject 26 0 R >>',
      26: '<< /X 27 0 R >>',
      27: OLD,
    },
    attack: stampedAside(
      { 26: '<< /X 95 0 R >>', 95: NEW },
      '<< /Font << /F1 6 0 R >> /XObject 26 0 R /ProcSet [/PDF] >>',
    ),
  },
  {
    name: 'the resources of fields are those of a form of the page, and are written anew',
    objects: {
      3: page('<< /Font << /F1 6 0 R >> /XObject << /Y 24 0 R >> >>'),
      4: form('25 0 R'),
      5: drawing('q 1 0 0 1 80 590 cm /Y Do Q'),
      24: streamText('/X Do', '/Subtype /Form /BBox [0 0 220 30] /Resources 25 0 R'),
      25: '<< /Font << /F1 6 0 R >> /XObject 26 0 R >>',
      26: '<< /X 27 0 R >>',
      27: OLD,
    },
    attack: stampedAside(
      { 26: '<< /X 95 0 R >>', 95: NEW },
      '<< /Font << /F1 6 0 R >> /XObject 26 0 R /ProcSet [/PDF] >>',
    ),
  },
  {
    name: 'the resources of fields are those of a stamp, and are written anew',
    objects: {
      3: `${PAGE} ${ANNOTATIONS} 30 0 R] >>`,
      4: form('25 0 R'),
      24: streamText('/X Do', '/Subtype /Form /BBox [0 0 220 30] /Resources 25 0 R'),
      25: '<< /Font << /F1 6 0 R >> /XObject 26 0 R >>',
      26: '<< /X 27 0 R >>',
      27: OLD,
      30: '<< /Type /Annot /Subtype /Stamp /Rect [80 590 300 620] /F 4 /AP << /N 24 0 R >> >>',
    },
    attack: stampedAside(
      { 26: '<< /X 95 0 R >>', 95: NEW },
      '<< /Font << /F1 6 0 R >> /XObject 26 0 R /ProcSet [/PDF] >>',
    ),
  },
  {
    name: 'the resources of fields are those that all pages inherit, and get another kind',
    objects: {
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources 25 0 R >>',
      3: page('null').replace('/Resources null', ''),
      4: form('25 0 R'),
      5: drawing('/X Do'),
      25: '<< /Font << /F1 6 0 R >> >>',
    },
    attack: stampedAside({ 25: '<< /Font << /F1 6 0 R >> /XObject << /X 95 0 R >> >>', 95: NEW }, '25 0 R'),
  },
  {
    name: 'the note of extensions is also the fonts of the page',
    objects: { 1: `${CATALOG} /Extensions 25 0 R >>`, 3: page('<< /Font 25 0 R >>'), 25: '<< /F1 6 0 R >>' },
    attack: stampedAside(
      { 25: '<< /F1 95 0 R >>', 95: '<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>' },
      '<< /Font << /F1 6 0 R >> >>',
    ),
  },
  {
    name: 'the description is also a form of the page',
    objects: {
      1: `${CATALOG} /Metadata 25 0 R >>`,
      3: page('<< /Font << /F1 6 0 R >> /XObject << /X 25 0 R >> >>'),
      5: drawing('/X Do'),
      25: described(''),
    },
    attack: stampedAside({ 25: described('    ') }, '<< /Font << /F1 6 0 R >> >>'),
  },
  {
    name: 'the list of fields is also the list of layers that are off',
    objects: {
      1: `${CATALOG} /OCProperties << /OCGs [31 0 R] /D << /OFF 25 0 R >> >> >>`,
      4: '<< /Fields 25 0 R /SigFlags 3 >>',
      25: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
      31: '<< /Type /OCG /Name (Nen) >>',
    },
    attack: stampedAside(
      { 4: '<< /Fields 25 0 R /SigFlags 3 >>', 25: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 89 0 R]' },
      '<< >>',
    ),
  },
  {
    name: 'evidence of a signature is also the pictures of the page',
    objects: {
      1: `${CATALOG} /DSS << /VRI << ${EVIDENCE} 25 0 R >> >> >>`,
      3: page('<< /Font << /F1 6 0 R >> /XObject 25 0 R >>'),
      5: drawing('q 220 0 0 30 80 590 cm /TS Do Q'),
      25: '<< /TU (D:20260318) >>',
    },
    attack: stampedAside(
      {
        25: '<< /TU (D:20260318) /TS 95 0 R >>',
        95: flateText(
          testAuthority.sub.der,
          '/Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8',
        ),
      },
      '<< /Font << /F1 6 0 R >> >>',
    ),
  },
  {
    name: 'the list of annotations is also the list of layers',
    objects: {
      1: `${CATALOG} /OCProperties << /OCGs 25 0 R /D << >> >> >>`,
      3: `${PAGE} /Annots 25 0 R >>`,
      25: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]',
    },
    attack: stampedAside({ 25: '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 89 0 R]' }, '<< /Font << /F1 6 0 R >> >>'),
  },
  ...['a list', 'a list in a list'].map((what): SharedContainer => ({
    name: `${what} of fields is also the setting of the layers`,
    objects: {
      1: `${CATALOG} /OCProperties << /OCGs [31 0 R] /D << /Order 25 0 R /AS 25 0 R >> >> >>`,
      3: `${PAGE} /Annots 25 0 R >>`,
      25: what === 'a list' ? '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 32 0 R]' : '[7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 26 0 R]',
      26: '[32 0 R]',
      4: `<< ${FIELDS} 32 0 R] /SigFlags 3 >>`,
      31: '<< /Type /OCG /Name (Nen) /Usage << /View << /ViewState /OFF >> >> >>',
      32: emptyField(''),
    },
    attack: (pdf, save) =>
      signSave(pdf, {
        object: 90,
        type: 'DocTimeStamp',
        subFilter: 'ETSI.RFC3161',
        objects: { 32: emptyField('/V 90 0 R /AS [<< /Event /View /Category [/View] /OCGs [31 0 R] >>]') },
        contents: stamped(SEALED_AT),
        save,
      }),
  })),
];

function emptyField(more: string): string {
  return `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Trong) /Rect [80 300 200 340] /F 132 /P 3 0 R ${more} >>`;
}
