import { PLACE_NAMES } from '../../src/drafting/domain/places.js';
import {
  fontTableXml,
  HEAD,
  headerXml,
  PACKAGE,
  packed,
  pageNumber,
  R,
  relation,
  RELATIONS,
  relations,
  settingsXml,
  TYPES,
  W,
} from './package-parts.js';
import { PICTURE_RELATION, PLACE_PICTURE, placeAddress, placeRelation, TRANSPARENT_DOT } from './places.js';
import { section } from './sections.js';
import type { Authored } from './sources.js';
import { stylesXml } from './styles.js';
import { escapeXml, paragraph, repeated } from './wordprocessing.js';

/** Every part of the DOCX, by name, in the order in which it is stored. */
export function partsOf(template: Authored): ReadonlyMap<string, string | Buffer> {
  return new Map<string, string | Buffer>([
    ['[Content_Types].xml', contentTypes(template)],
    ['_rels/.rels', packageRelations()],
    ['word/document.xml', documentXml(template)],
    ['word/_rels/document.xml.rels', documentRelations(template)],
    ['word/styles.xml', stylesXml()],
    ['word/settings.xml', settingsXml()],
    ['word/fontTable.xml', fontTableXml()],
    ['word/header1.xml', headerXml(pageNumber())],
    ['word/header2.xml', headerXml(paragraph('SoTrang', ''))],
    ...(template.hasAddress ? [['word/footer1.xml', addressXml()] as const] : []),
    [`word/${PLACE_PICTURE}`, TRANSPARENT_DOT],
    ['docProps/core.xml', coreXml(template)],
    ['docProps/app.xml', appXml()],
    ['docProps/custom.xml', customXml(template)],
  ]);
}

/** The DOCX itself. */
export function packageOf(template: Authored): Buffer {
  return packed(partsOf(template), 9);
}

function documentXml({ body, hasAddress }: Authored): string {
  const footer = hasAddress ? '<w:footerReference w:type="first" r:id="rIdDiaChi"/>' : '';
  return (
    `${HEAD}<w:document ${W} ${R} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    `xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${body}${section(footer)}</w:body></w:document>`
  );
}

/** Ô 13, on the first page alone. A footer is never empty. */
function addressXml(): string {
  return `${HEAD}<w:ftr ${W} ${R}>${repeated('lien_he', paragraph('LienHe', '{.}'))}${paragraph('CuoiVanBan', '')}</w:ftr>`;
}

function packageRelations(): string {
  return relations(
    relation('rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'),
    relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation('rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'),
    relation('rId4', `${RELATIONS}/custom-properties`, 'docProps/custom.xml'),
  );
}

function documentRelations({ body, hasAddress }: Authored): string {
  return relations(
    relation('rIdKieu', `${RELATIONS}/styles`, 'styles.xml'),
    relation('rIdThietLap', `${RELATIONS}/settings`, 'settings.xml'),
    relation('rIdPhongChu', `${RELATIONS}/fontTable`, 'fontTable.xml'),
    relation('rIdTrangSau', `${RELATIONS}/header`, 'header1.xml'),
    relation('rIdTrangDau', `${RELATIONS}/header`, 'header2.xml'),
    ...(hasAddress ? [relation('rIdDiaChi', `${RELATIONS}/footer`, 'footer1.xml')] : []),
    relation(PICTURE_RELATION, `${RELATIONS}/image`, PLACE_PICTURE),
    ...PLACE_NAMES.filter((name) => body.includes(`r:id="${placeRelation(name)}"`)).map((name) =>
      relation(placeRelation(name), `${RELATIONS}/hyperlink`, placeAddress(name), true),
    ),
  );
}

function contentTypes({ hasAddress }: Authored): string {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    part('/word/document.xml', `${TYPES}.document.main+xml`) +
    part('/word/styles.xml', `${TYPES}.styles+xml`) +
    part('/word/settings.xml', `${TYPES}.settings+xml`) +
    part('/word/fontTable.xml', `${TYPES}.fontTable+xml`) +
    part('/word/header1.xml', `${TYPES}.header+xml`) +
    part('/word/header2.xml', `${TYPES}.header+xml`) +
    (hasAddress ? part('/word/footer1.xml', `${TYPES}.footer+xml`) : '') +
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    part('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    part('/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml') +
    '</Types>'
  );
}

/** Title and author are tags too: a made letter says what it is about in its properties and in the PDF's title. */
function coreXml({ subject, title }: Authored): string {
  const time = (element: string): string =>
    `<dcterms:${element} xsi:type="dcterms:W3CDTF">2026-11-24T01:00:00Z</dcterms:${element}>`;
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${subject}</dc:title><dc:creator>{co_quan_ban_hanh}</dc:creator><dc:language>vi-VN</dc:language>` +
    `${time('created')}${time('modified')}<cp:category>${escapeXml(title)}</cp:category></cp:coreProperties>`
  );
}

function appXml(): string {
  return (
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    '<Application>Hồi Âm</Application><Company>{co_quan_ban_hanh}</Company></Properties>'
  );
}

/** Which template made the letter stays with the letter. */
function customXml({ name, version, title }: Authored): string {
  const property = (id: number, key: string, value: string): string =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${key}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`;
  return (
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ` +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${property(2, 'Mẫu', name)}${property(3, 'Bản mẫu', version)}${property(4, 'Tên mẫu', title)}</Properties>`
  );
}
