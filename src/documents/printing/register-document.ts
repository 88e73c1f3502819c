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
} from '../../../templates/authoring/package-parts.js';
import { stylesXml } from '../../../templates/authoring/styles.js';
import {
  boldRun,
  escapeXml,
  layoutTable,
  paragraph,
  rule,
  run,
  twips,
} from '../../../templates/authoring/wordprocessing.js';
import { brokenLines } from '../domain/printing/broken-lines.js';
import {
  printedPages,
  type PageMeasures,
  type PrintedLine,
  type PrintedPage,
  type PrintedPages,
} from '../domain/printing/printed-pages.js';
import {
  AGENCY_LETTERS,
  AGENCY_LINE,
  REGISTER_STYLES,
  START_LETTERS,
  START_LINE,
  START_ROOM,
  TABLE_LETTERS,
  TABLE_LINE,
} from './register-styles.js';

/** What stands over and under the lines of a printed register. */
export interface RegisterFrame {
  /** The agency above ours, and ours, as they are printed. */
  readonly parent: string;
  readonly letterhead: string;
  readonly place: string;
  readonly title: string;
  readonly period: string;
  /** How the book begins, where it goes on from another; null where it begins at 1. */
  readonly start: string | null;
}

export interface RegisterPrintJob {
  readonly frame: RegisterFrame;
  /** Width in millimetres. */
  readonly columns: readonly { readonly heading: string; readonly paper: number }[];
  readonly lines: readonly PrintedLine[];
}

export interface PrintedRegister {
  readonly docx: Buffer;
  readonly pages: number;
  readonly lines: number;
}

type Columns = RegisterPrintJob['columns'];

const POINTS = 72 / 25.4;
/** A4 across, in millimetres: the left margin is for the binding. */
const MARGIN = { top: 20, right: 15, bottom: 20, left: 30, header: 10 };
const PAGE_HEIGHT = (210 - MARGIN.top - MARGIN.bottom) * POINTS;
const AGENCY_WIDTH = 110;
const AGENCY_LINE_WIDTH = 22;
/** Left and right of the text in a cell, in millimetres. */
const CELL_MARGIN = 1;
/** Above and below the text of a row, with its border, in points. */
const ROW_PADDING = 5;
/** What is left free at the foot of each page, against differences between programs, in points. */
const RESERVE = 14;
/** Columns are measured a little narrower than they are; bold letters are wider than those that were measured. */
const CAREFUL = 0.99;
const BOLD_CAREFUL = 0.85;
/** Heights of what stands under the agency's names, and behind the last row, in points: the sums of their styles. */
const TITLE_HEIGHT = 4 + 26 + 24;
const END_HEIGHT = 30 + 3 * 18 + 54 + 4;

/** A register as a Word file: one table a page, each with its total, for the pages are laid out here and nowhere else. */
export function registerDocument({ frame, columns, lines }: RegisterPrintJob): PrintedRegister {
  const laid = printedPages(lines, measuresOf(frame, columns));
  const pages = laid.pages.length + (laid.endsOnOwnPage ? 1 : 0);
  const tables = laid.pages.map((page, at) => (at === 0 ? '' : turn()) + table(columns, page));
  const body = [headOf(frame), ...tables, laid.endsOnOwnPage ? turn() : '', endOf(frame, laid, pages), section()];
  return { docx: packed(partsOf(frame, body.join('')), 6), pages, lines: laid.lines };
}

function measuresOf({ parent, letterhead, start }: RegisterFrame, columns: Columns): PageMeasures {
  const widths = columns.map(({ paper }) => (paper - 2 * CELL_MARGIN) * POINTS * CAREFUL);
  const headings = columns.map(({ heading }, at) => brokenLines(heading, widths[at] ?? 0, TABLE_LETTERS).length);
  const around = Math.max(...headings) * TABLE_LINE + 2 * TABLE_LINE + 3 * ROW_PADDING;
  const width = AGENCY_WIDTH * POINTS * BOLD_CAREFUL;
  const names = [parent, letterhead].flatMap((name) => brokenLines(name, width, AGENCY_LETTERS)).length;
  const otherPages = PAGE_HEIGHT - RESERVE - around;
  return {
    widths,
    letterSize: TABLE_LETTERS,
    lineHeight: TABLE_LINE,
    padding: ROW_PADDING,
    firstPage: otherPages - names * AGENCY_LINE - TITLE_HEIGHT - heightOfStart(start, columns),
    otherPages,
    end: END_HEIGHT,
  };
}

/** In points, the last line with the room under it. */
function heightOfStart(start: string | null, columns: Columns): number {
  if (start === null) return 0;
  const width = columns.reduce((sum, { paper }) => sum + paper, 0) * POINTS * CAREFUL;
  return brokenLines(start, width, START_LETTERS).length * START_LINE + START_ROOM;
}

function headOf({ parent, letterhead, title, period, start }: RegisterFrame): string {
  const agency =
    paragraph('CoQuanChuQuan', run(parent)) +
    paragraph('CoQuanBanHanh', run(letterhead)) +
    rule(AGENCY_WIDTH, AGENCY_LINE_WIDTH);
  const name = paragraph('TenSo', run(title.toLocaleUpperCase('vi'))) + paragraph('KySo', run(period));
  const begins = start === null ? '' : paragraph('DauSo', run(start));
  return layoutTable([{ width: AGENCY_WIDTH }], [[agency]]) + name + begins;
}

function turn(): string {
  return paragraph('SangTrang', '', '<w:pageBreakBefore/>');
}

function table(columns: Columns, { rows, lines, linesSoFar }: PrintedPage): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
  const grid = columns.map(({ paper }) => `<w:gridCol w:w="${twips(paper)}"/>`).join('');
  const total = twips(columns.reduce((sum, { paper }) => sum + paper, 0));
  const side = (name: string): string => `<w:${name} w:w="${twips(CELL_MARGIN)}" w:type="dxa"/>`;
  const cells = (style: string, texts: readonly string[]): string =>
    texts.map((text, at) => cell(columns[at]?.paper ?? 0, style, text)).join('');
  const sum = `Cộng trang: ${lines} văn bản. Cộng dồn: ${linesSoFar} văn bản.`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${side('left')}${side('right')}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    headRow(
      cells(
        'BangDau',
        columns.map(({ heading }) => heading),
      ),
    ) +
    headRow(
      cells(
        'BangSoCot',
        columns.map((_, at) => `(${at + 1})`),
      ),
    ) +
    rows.map((row) => rowOf(cells('BangChu', row.cells), row.height)).join('') +
    rowOf(
      `<w:tc><w:tcPr><w:tcW w:w="${total}" w:type="dxa"/><w:gridSpan w:val="${columns.length}"/></w:tcPr>` +
        `${paragraph('BangCong', run(sum))}</w:tc>`,
      TABLE_LINE + ROW_PADDING,
    ) +
    '</w:tbl>'
  );
}

function cell(width: number, style: string, text: string): string {
  const properties = `<w:tcW w:w="${twips(width)}" w:type="dxa"/>`;
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(style, text === '' ? '' : run(text))}</w:tc>`;
}

function headRow(cells: string): string {
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells}</w:tr>`;
}

function rowOf(cells: string, height: number): string {
  const room = `<w:trHeight w:val="${Math.round(height * 20)}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr><w:cantSplit/>${room}</w:trPr>${cells}</w:tr>`;
}

/** The sum of the register, and where its keeper signs. */
function endOf({ place }: RegisterFrame, { lines, voided }: PrintedPages, pages: number): string {
  const voids = voided === 0 ? '' : `, trong đó ${voided} số hủy`;
  const sum = `Cộng sổ: ${lines} văn bản${voids}; in trên ${pages} trang.`;
  const blank = '\u2003\u2003';
  const keeper =
    paragraph('NguoiGiuSo', run(`${place}, ngày ${blank} tháng ${blank} năm ${blank}`)) +
    paragraph('NguoiGiuSo', boldRun('NGƯỜI GIỮ SỔ')) +
    paragraph('NguoiGiuSo', run('(Ký, ghi rõ họ tên)')) +
    paragraph('ChoKy', '');
  return (
    paragraph('CongSo', run(sum)) +
    layoutTable([{ width: 152 }, { width: 100 }], [[paragraph('NguoiGiuSo', ''), keeper]]) +
    paragraph('SangTrang', '')
  );
}

function section(): string {
  const { top, right, bottom, left, header } = MARGIN;
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdTrangSau"/><w:headerReference w:type="first" r:id="rIdTrangDau"/>' +
    `<w:pgSz w:w="${twips(297)}" w:h="${twips(210)}" w:orient="landscape"/>` +
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" ` +
    `w:header="${twips(header)}" w:footer="${twips(header)}" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`
  );
}

function partsOf(frame: RegisterFrame, body: string): ReadonlyMap<string, string> {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  const core = 'application/vnd.openxmlformats-package.core-properties+xml';
  return new Map([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        part('/word/document.xml', `${TYPES}.document.main+xml`) +
        part('/word/styles.xml', `${TYPES}.styles+xml`) +
        part('/word/settings.xml', `${TYPES}.settings+xml`) +
        part('/word/fontTable.xml', `${TYPES}.fontTable+xml`) +
        part('/word/header1.xml', `${TYPES}.header+xml`) +
        part('/word/header2.xml', `${TYPES}.header+xml`) +
        `${part('/docProps/core.xml', core)}</Types>`,
    ],
    [
      '_rels/.rels',
      relations(
        relation('rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'),
        relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    ['word/document.xml', `${HEAD}<w:document ${W} ${R}><w:body>${body}</w:body></w:document>`],
    [
      'word/_rels/document.xml.rels',
      relations(
        relation('rIdKieu', `${RELATIONS}/styles`, 'styles.xml'),
        relation('rIdThietLap', `${RELATIONS}/settings`, 'settings.xml'),
        relation('rIdPhongChu', `${RELATIONS}/fontTable`, 'fontTable.xml'),
        relation('rIdTrangSau', `${RELATIONS}/header`, 'header1.xml'),
        relation('rIdTrangDau', `${RELATIONS}/header`, 'header2.xml'),
      ),
    ],
    ['word/styles.xml', stylesXml(REGISTER_STYLES)],
    ['word/settings.xml', settingsXml()],
    ['word/fontTable.xml', fontTableXml()],
    ['word/header1.xml', headerXml(pageNumber())],
    ['word/header2.xml', headerXml(paragraph('SoTrang', ''))],
    ['docProps/core.xml', coreXml(frame)],
  ]);
}

function coreXml({ title, period, letterhead }: RegisterFrame): string {
  return (
    `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escapeXml(`${title}. ${period}`)}</dc:title><dc:creator>${escapeXml(letterhead)}</dc:creator>` +
    '<dc:language>vi-VN</dc:language></cp:coreProperties>'
  );
}
