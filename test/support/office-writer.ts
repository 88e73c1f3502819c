import { zipOf, type WrittenArchive } from './zip-writer.js';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export type Parts = Readonly<Record<string, string | Buffer>>;

/** A small Word file; parts given replace or join the usual ones. */
export function docxOf(parts: Parts = {}, archive: WrittenArchive = {}): Buffer {
  return packed({ ...usualParts(), ...parts }, archive);
}

/** The same with this inside of its body. */
export function docxWith(body: string): Buffer {
  return docxOf({ 'word/document.xml': documentXml(body) });
}

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} xmlns:r="${RELATIONS}"><w:body>${body}</w:body></w:document>`;
}

/** The same with a relation of the document. */
export function docxRelatedTo(kind: string, target: string, more = ' TargetMode="External"'): Buffer {
  return docxOf({ 'word/_rels/document.xml.rels': relationsXml(relation('rId9', kind, target, more)) });
}

export function relationsXml(...relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

export function relation(id: string, kind: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${more}/>`;
}

export function contentTypesXml(main: string, more = ''): string {
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
    `${main}${more}</Types>`
  );
}

export function override(part: string, type: string): string {
  return `<Override PartName="/${part}" ContentType="${type}"/>`;
}

export const WORD_MAIN = override('word/document.xml', `${OPEN_XML}.wordprocessingml.document.main+xml`);

function usualParts(): Parts {
  return {
    '[Content_Types].xml': contentTypesXml(WORD_MAIN),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': documentXml('<w:p><w:r><w:t>Kính gửi</w:t></w:r></w:p>'),
  };
}

/** A small workbook; the sheet holds this. */
export function xlsxWith(sheetData: string, parts: Parts = {}): Buffer {
  const main =
    override('xl/workbook.xml', `${OPEN_XML}.spreadsheetml.sheet.main+xml`) +
    override('xl/worksheets/sheet1.xml', `${OPEN_XML}.spreadsheetml.worksheet+xml`);
  const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  return packed({
    '[Content_Types].xml': contentTypesXml(main),
    '_rels/.rels': relationsXml(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${S} xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsXml(relation('rId1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': `<worksheet ${S}><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  });
}

function packed(parts: Parts, archive: WrittenArchive = {}): Buffer {
  return zipOf(
    Object.entries(parts).map(([name, content]) => ({ name, content })),
    archive,
  );
}
