import {
  docxOf,
  contentTypesXml,
  documentXml,
  override,
  relation,
  relationsXml,
  WORD_MAIN,
  xlsxWith,
  type Parts,
} from './office-writer.js';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata';
const SETTINGS = override('word/settings.xml', `${OPEN_XML}.wordprocessingml.settings+xml`);
const CHART = override('word/charts/chart1.xml', `${OPEN_XML}.drawingml.chart+xml`);
const DEFAULTS =
  `<Default Extension="xlsx" ContentType="${OPEN_XML}.spreadsheetml.sheet"/><Default Extension="jpeg" ContentType="image/jpeg"/>` +
  '<Default Extension="emf" ContentType="image/x-emf"/><Default Extension="wmf" ContentType="image/x-wmf"/>';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const typed = (more: string): Parts => ({ '[Content_Types].xml': contentTypesXml(WORD_MAIN, DEFAULTS + more) });

/** A Word file that names the template it was made from. */
export function fromTemplate(target: string): Buffer {
  return docxOf({
    ...typed(SETTINGS),
    'word/_rels/document.xml.rels': relationsXml(relation('rId2', 'settings', 'settings.xml')),
    'word/settings.xml': `<w:settings ${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/></w:settings>`,
    'word/_rels/settings.xml.rels': relationsXml(
      relation('rId1', 'attachedTemplate', target, ' TargetMode="External"'),
    ),
  });
}

const sheet = (): Buffer => xlsxWith('<row r="1"><c r="A1"><v>12</v></c><c r="B1"><v>15</v></c></row>');

/** A Word file with a chart, and what stands in the part that the chart names as its workbook. */
export function withChart(workbook: Buffer = sheet(), parts: Parts = {}): Buffer {
  return docxOf({
    ...typed(CHART),
    'word/_rels/document.xml.rels': relationsXml(relation('rId8', 'chart', 'charts/chart1.xml')),
    'word/charts/chart1.xml':
      '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:externalData r:id="rId1"/></c:chartSpace>',
    'word/charts/_rels/chart1.xml.rels': relationsXml(
      relation('rId1', 'package', '../embeddings/Microsoft_Excel_Worksheet.xlsx'),
    ),
    'word/embeddings/Microsoft_Excel_Worksheet.xlsx': workbook,
    ...parts,
  });
}

/** A Word file with a small picture of its first page. */
export function withThumbnail(name: string, picture: Buffer, declared = ''): Buffer {
  return docxOf({
    ...typed(declared),
    '_rels/.rels': relationsXml(
      relation('rId1', 'officeDocument', 'word/document.xml'),
      `<Relationship Id="rId2" Type="${PACKAGE}/thumbnail" Target="${name}"/>`,
    ),
    [name]: picture,
  });
}

/** As Google Docs exports: no properties, fonts and numbering by name only. */
export function fromGoogleDocs(): Buffer {
  return docxOf({
    ...typed(SETTINGS + override('word/numbering.xml', `${OPEN_XML}.wordprocessingml.numbering+xml`)),
    'word/document.xml': documentXml(
      '<w:p><w:r><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr><w:t>Kính gửi</w:t></w:r></w:p>',
    ),
    'word/_rels/document.xml.rels': relationsXml(
      relation('rId1', 'settings', 'settings.xml'),
      relation('rId2', 'numbering', 'numbering.xml'),
      relation('rId3', 'hyperlink', 'https://docs.google.com/document/d/1', ' TargetMode="External"'),
    ),
    'word/settings.xml': `<w:settings ${W}><w:displayBackgroundShape/></w:settings>`,
    'word/numbering.xml': `<w:numbering ${W}/>`,
  });
}

/** As LibreOffice exports: a font kept in disguise, and properties of its own. */
export function fromLibreOffice(): Buffer {
  return docxOf({
    ...typed(
      `<Default Extension="odttf" ContentType="${OPEN_XML}.obfuscatedFont"/>` +
        override('word/fontTable.xml', `${OPEN_XML}.wordprocessingml.fontTable+xml`) +
        override('docProps/app.xml', `${OPEN_XML}.extended-properties+xml`),
    ),
    'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template></Template><Application>LibreOffice/24.2</Application></Properties>`,
    'word/_rels/document.xml.rels': relationsXml(relation('rId1', 'fontTable', 'fontTable.xml')),
    'word/fontTable.xml': `<w:fonts ${W}/>`,
    'word/_rels/fontTable.xml.rels': relationsXml(relation('rId1', 'font', 'fonts/font1.odttf')),
    'word/fonts/font1.odttf': Buffer.alloc(64, 0x5a),
  });
}

/** As Word saves a letter of an e-office: data of its own that a field may be bound to. */
export function withCustomData(item = '<so xmlns="urn:e-office">513</so>'): Buffer {
  return docxOf({
    ...typed(override('customXml/itemProps1.xml', `${OPEN_XML}.customXmlProperties+xml`)),
    'word/_rels/document.xml.rels': relationsXml(relation('rId7', 'customXml', '../customXml/item1.xml')),
    'customXml/item1.xml': item,
    'customXml/itemProps1.xml':
      '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
    'customXml/_rels/item1.xml.rels': relationsXml(relation('rId1', 'customXmlProps', 'itemProps1.xml')),
  });
}
