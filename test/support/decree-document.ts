import { contentTypesXml, documentXml, docxOf, override, relation, relationsXml, WORD_MAIN } from './office-writer.js';
import { styled, TIMES, type DocumentPlan, type Styled } from './decree-plans.js';

const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** The DOCX of a plan. */
export function docxOfPlan(plan: DocumentPlan): Buffer {
  const header = plan.numbers.where === 'none' ? {} : { [`word/${plan.numbers.where}1.xml`]: numbersXml(plan) };
  const kind = plan.numbers.where;
  const part =
    kind === 'none'
      ? ''
      : override(`word/${kind}1.xml`, `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`);
  return docxOf({
    '[Content_Types].xml': contentTypesXml(WORD_MAIN, part),
    'word/_rels/document.xml.rels': relationsXml(...(kind === 'none' ? [] : [relation('rIdSo', kind, `${kind}1.xml`)])),
    'word/document.xml': documentXml(bodyXml(plan) + sectionXml(plan)).replace(
      '<w:document ',
      `<w:document ${DRAWING_NAMES} `,
    ),
    ...header,
  });
}

const DRAWING_NAMES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

function sectionXml({ page, numbers }: DocumentPlan): string {
  const reference = numbers.where === 'none' ? '' : `<w:${numbers.where}Reference w:type="default" r:id="rIdSo"/>`;
  const format = numbers.format === null ? '' : `<w:pgNumType w:fmt="${numbers.format}"/>`;
  return (
    `<w:sectPr>${reference}<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"/>` +
    `<w:pgMar w:top="${twips(page.top)}" w:right="${twips(page.right)}" w:bottom="${twips(page.bottom)}" w:left="${twips(page.left)}" w:header="567" w:footer="567" w:gutter="0"/>` +
    `${format}${numbers.firstHidden ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}

function numbersXml({ numbers }: DocumentPlan): string {
  const root = numbers.where === 'header' ? 'hdr' : 'ftr';
  const look = `<w:rPr><w:rFonts w:ascii="${numbers.font}" w:hAnsi="${numbers.font}"/>${numbers.italic ? '<w:i/>' : ''}<w:sz w:val="${numbers.size * 2}"/></w:rPr>`;
  const run = (inner: string): string => `<w:r>${look}${inner}</w:r>`;
  const mark = (kind: string): string => run(`<w:fldChar w:fldCharType="${kind}"/>`);
  const shown = run('<w:t>2</w:t>');
  const result = numbers.isField === 'uncounted' ? '' : mark('separate') + shown;
  const counted = mark('begin') + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>') + result + mark('end');
  return (
    `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="${numbers.align}"/></w:pPr>` +
    `${numbers.isField === false ? shown : counted}</w:p></w:${root}>`
  );
}

function runXml(text: string, { size, bold, italic, font = TIMES, colour, underline }: Styled): string {
  const look =
    `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}` +
    `${colour === undefined ? '' : `<w:color w:val="${colour}"/>`}<w:sz w:val="${size * 2}"/>${underline ? '<w:u w:val="single"/>' : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r><w:rPr>${look}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

function runsXml(styled: Styled): string {
  if (styled.boldStart !== true) return runXml(styled.text, styled);
  const cut = styled.text.indexOf('.') + 1;
  return runXml(styled.text.slice(0, cut), { ...styled, bold: true }) + runXml(styled.text.slice(cut), styled);
}

function shapeXml({ align, before = 0, after = 0, line = 240, first = 0, left = 0 }: Styled, more = ''): string {
  return (
    `<w:pPr>${more}<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>` +
    `<w:ind w:left="${twips(left)}" w:firstLine="${twips(first)}"/>${align === undefined ? '' : `<w:jc w:val="${align}"/>`}</w:pPr>`
  );
}

export function paragraphXml(styled: Styled, behind = ''): string {
  return `<w:p>${shapeXml(styled)}${runsXml(styled)}${behind}</w:p>`;
}

function strokeXml(length: DocumentPlan['mottoLine'], offset: number): string {
  if (typeof length !== 'number') return '';
  const [cx, x] = [Math.round(length * 36_000), Math.round(offset * 36_000)];
  return (
    '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>${x}</wp:posOffset></wp:positionH>` +
    `<wp:positionV relativeFrom="paragraph"><wp:posOffset>20000</wp:posOffset></wp:positionV><wp:extent cx="${cx}" cy="0"/><wp:wrapNone/>` +
    `<wp:docPr id="${cx}" name="Kẻ"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/>` +
    `<wps:spPr><a:xfrm><a:ext cx="${cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`
  );
}

/** An empty paragraph between indents, with a border below. @param room of the cell @param length in millimetres */
function borderXml(length: DocumentPlan['mottoLine'], room: number): string {
  if (typeof length !== 'number') return '';
  const aside = twips((room - length) / 2);
  return (
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="0" w:after="0"/>' +
    `<w:ind w:left="${aside}" w:right="${aside}"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>`
  );
}

const underscores = (length: DocumentPlan['mottoLine']): string =>
  length === 'underscores' ? paragraphXml(styled('_______________', 12)) : '';

interface Columns {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The parts of the head, each as a paragraph, on the side where it stands. */
function headColumns(plan: DocumentPlan): readonly Columns[] {
  const isDrawn = plan.strokes === 'drawn';
  const stroke = (length: DocumentPlan['mottoLine'], offset: number): string =>
    isDrawn ? strokeXml(length, offset) : '';
  const border = (length: DocumentPlan['mottoLine'], room: number): readonly string[] =>
    isDrawn ? [] : [borderXml(length, room)];
  const agencies = [...plan.parents, ...plan.agency];
  const names = agencies.map((one, at) =>
    paragraphXml(one, at === agencies.length - 1 ? stroke(plan.agencyLine, 20) : ''),
  );
  const nation = [
    paragraphXml(plan.nation),
    paragraphXml(plan.motto, stroke(plan.mottoLine, 17)),
    ...border(plan.mottoLine, 90.2),
    underscores(plan.mottoLine),
  ];
  const number = [
    paragraphXml(plan.number),
    ...(plan.abstract ? [paragraphXml(plan.abstract)] : []),
    ...plan.stamps.map((one) => paragraphXml(one)),
  ];
  return [
    { left: [...names, ...border(plan.agencyLine, 62.2), underscores(plan.agencyLine)], right: nation },
    { left: number, right: [paragraphXml(plan.date)] },
  ];
}

function tableXml(rows: readonly Columns[]): string {
  const cell = (width: number, blocks: readonly string[]): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${blocks.join('')}</w:tc>`;
  const row = ({ left, right }: Columns): string => `<w:tr>${cell(66, left)}${cell(94, right)}</w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(160)}" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="${twips(66)}"/><w:gridCol w:w="${twips(94)}"/></w:tblGrid>${rows.map(row).join('')}</w:tbl>`;
}

function boxXml(blocks: readonly string[], left: number, width: number): string {
  const [cx, x] = [width * 36_000, left * 36_000];
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>${x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="margin"><wp:posOffset>0</wp:posOffset></wp:positionV>` +
    `<wp:extent cx="${cx}" cy="1500000"/><wp:wrapTopAndBottom/><wp:docPr id="${x + 1}" name="Hộp"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">` +
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>${blocks.join('')}</w:txbxContent></wps:txbx>` +
    '<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>'
  );
}

/** Two columns held apart by a tab with its stop in the middle of each. */
function tabbedXml(left: Styled | null, right: Styled | null, behind = ''): string {
  const stops = `<w:tabs><w:tab w:val="center" w:pos="${twips(33)}"/><w:tab w:val="center" w:pos="${twips(113)}"/></w:tabs>`;
  const side = (styled: Styled | null): string => `<w:r><w:tab/></w:r>${styled ? runsXml(styled) : ''}`;
  const shape = { text: '', size: 13, before: left?.before ?? right?.before ?? 0 };
  return `<w:p>${shapeXml(shape, stops)}${side(left)}${side(right)}${behind}</w:p>`;
}

function headXml(plan: DocumentPlan): string {
  const [names, below] = headColumns(plan);
  if (!names || !below) return '';
  if (plan.layout === 'rows') return tableXml([names, below]);
  if (plan.layout === 'boxes') {
    return `<w:p>${boxXml([...names.left, ...below.left], 0, 66)}${boxXml([...names.right, ...below.right], 66, 94)}</w:p>`;
  }
  if (plan.layout === 'tabs') return tabbedHead(plan);
  return tableXml([{ left: [...names.left, ...below.left], right: [...names.right, ...below.right] }]);
}

function tabbedHead(plan: DocumentPlan): string {
  const [first = null] = plan.parents;
  const [agency = null] = plan.agency;
  const strokes = strokeXml(plan.agencyLine, 22) + strokeXml(plan.mottoLine, 85);
  const abstract = plan.abstract
    ? `<w:p><w:pPr><w:ind w:right="${twips(94)}"/><w:jc w:val="center"/></w:pPr>${runsXml(plan.abstract)}</w:p>`
    : '';
  return (
    tabbedXml(first, plan.nation) +
    tabbedXml(agency, plan.motto, strokes) +
    tabbedXml(plan.number, plan.date) +
    abstract
  );
}

function endXml(plan: DocumentPlan): string {
  const left = [plan.recipientsOpening, ...plan.recipients].filter((one) => one !== null);
  const blank = styled('', 14);
  const right = [...plan.authority, blank, blank, blank, ...(plan.signer ? [plan.signer] : [])];
  if (plan.layout === 'tabs') {
    const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => at);
    return rows.map((at) => signatureRow(left[at] ?? null, right[at] ?? null)).join('');
  }
  return tableXml([
    {
      left: [...left.map((one) => paragraphXml(one)), ...(left.length === 0 ? [paragraphXml(blank)] : [])],
      right: right.map((one) => paragraphXml(one)),
    },
  ]);
}

function signatureRow(left: Styled | null, right: Styled | null): string {
  const stops = `<w:tabs><w:tab w:val="center" w:pos="${twips(120)}"/></w:tabs>`;
  return `<w:p>${shapeXml({ text: '', size: 11 }, stops)}${left ? runsXml(left) : ''}<w:r><w:tab/></w:r>${right && right.text !== '' ? runsXml(right) : ''}</w:p>`;
}

function bodyXml(plan: DocumentPlan): string {
  const several = (list: readonly (Styled | null)[]): string =>
    list.map((one) => (one ? paragraphXml(one) : '')).join('');
  const title = plan.title ? paragraphXml(plan.title, strokeXml(48, 56)) : '';
  const annex = plan.annexes
    .map(({ mark, title: name, note }) => '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + several([mark, name, note]))
    .join('');
  return (
    headXml(plan) +
    (plan.type ? paragraphXml(plan.type) : '') +
    title +
    several([plan.addressOpening, ...plan.addressees, ...plan.body]) +
    endXml(plan) +
    '<w:p/>' +
    annex
  );
}
