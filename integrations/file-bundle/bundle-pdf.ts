import { PageSizes, PDFDocument, type PDFFont, type PDFImage } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import { loadPdf } from '../pdf-converter/load-pdf.js';
import { SheetPages, TEXT_WIDTH, type Style } from '../pdf-converter/proof-sheet-pages.js';
import { StructureTags } from '../pdf-converter/proof-sheet-tags.js';
import { fontFile, subsettingFontkit } from '../pdf-converter/subsetting-fontkit.js';
import type { BundledFile, BundledPaper, BundleOrder } from '../../src/records/ports/file-bundles.port.js';

const FONTS = join(import.meta.dirname, '..', 'pdf-converter', 'fonts');
const LABEL = 110;
/** Left edges of the columns of the contents, in points, and the width of the last. */
const COLUMNS = { ordinal: 0, title: 28, day: TEXT_WIDTH - 130, pages: TEXT_WIDTH - 62 } as const;
const MARGIN = 42;
const MAX_FOOT_LENGTH = 90;

interface Styles {
  readonly title: Style;
  readonly strong: Style;
  readonly body: Style;
  readonly foot: Style;
}

type ContentsLine = readonly [ordinal: string, title: string, day: string, at: string];

/** A paper's pages, and how many they are. */
interface SetPaper {
  readonly paper: BundledPaper;
  readonly from: number;
  readonly pages: number;
}

/**
 * All pages of a file in one PDF: its contents first, then each paper. Pages of PDFs are taken over, pictures stand on pages of their own, words are
 * set, and for what has no pages a sheet says where the original lies.
 */
export async function bundlePdf(order: BundleOrder, progress: (done: number) => void): Promise<Uint8Array> {
  const papers = await PDFDocument.create({ updateMetadata: false });
  const set: SetPaper[] = [];
  for (const paper of order.papers) {
    const from = papers.getPageCount();
    await addPaper(papers, paper);
    set.push({ paper, from: from + 1, pages: papers.getPageCount() - from });
    progress(set.length);
  }
  const bundle = await PDFDocument.create({ updateMetadata: false });
  bundle.setTitle(order.title, { showInWindowTitleBar: true });
  bundle.setLanguage('vi');
  bundle.setProducer('Hồi Âm, pdf-lib');
  bundle.setCreationDate(order.madeAt);
  bundle.setModificationDate(order.madeAt);
  await append(bundle, await contents(order, set));
  await append(bundle, papers);
  return bundle.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

async function append(to: PDFDocument, from: PDFDocument): Promise<void> {
  for (const page of await to.copyPages(from, from.getPageIndices())) to.addPage(page);
}

async function addPaper(into: PDFDocument, paper: BundledPaper): Promise<void> {
  if (paper.words !== null) await append(into, await sheet(paper, paper.words));
  for (const file of paper.files) {
    if (await addFile(into, file)) continue;
    await append(into, await sheet(paper, unshown(file)));
  }
  if (paper.words === null && paper.files.length === 0) {
    await append(into, await sheet(paper, 'Không có tệp; xem sổ đăng ký văn bản.'));
  }
}

function unshown({ name, path, content }: BundledFile): string {
  return content === null
    ? `Tệp “${name}” không an toàn nên không đưa ra ngoài; hệ thống giữ làm bằng chứng.`
    : `Tệp “${name}” không xem được ở đây. Bản gốc: ${path}`;
}

/** @returns whether its pages are there now */
async function addFile(into: PDFDocument, { type, content }: BundledFile): Promise<boolean> {
  if (content === null) return false;
  try {
    if (type === 'application/pdf') await append(into, await loadPdf(content));
    else if (type === 'image/png') addPicture(into, await into.embedPng(content));
    else if (type === 'image/jpeg') addPicture(into, await into.embedJpg(content));
    else return false;
    return true;
  } catch {
    // Encrypted or broken: the original lies beside.
    return false;
  }
}

/** As large as a page allows, never enlarged. */
function addPicture(into: PDFDocument, picture: PDFImage): void {
  const page = into.addPage(PageSizes.A4);
  const room = { width: page.getWidth() - 2 * MARGIN, height: page.getHeight() - 2 * MARGIN };
  const scale = Math.min(1, room.width / picture.width, room.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  page.drawImage(picture, {
    x: MARGIN + (room.width - width) / 2,
    y: MARGIN + (room.height - height) / 2,
    width,
    height,
  });
}

async function contents(order: BundleOrder, papers: readonly SetPaper[]): Promise<PDFDocument> {
  const { document, pages, styles, tags } = await begin();
  const element = tags.root;
  const whole = (text: string, style: Style) => ({ text, style, x: 0, width: TEXT_WIDTH, element });
  pages.row([{ ...whole('MỤC LỤC VĂN BẢN, TÀI LIỆU', styles.title), align: 'centre' }], { below: 6 });
  pages.row([{ ...whole(order.title, styles.strong), align: 'centre' }], { below: 12 });
  for (const [label, words] of order.facts) {
    const name = { text: `${label}:`, style: styles.body, x: 0, width: LABEL, element };
    pages.row([name, { text: words, style: styles.body, x: LABEL, width: TEXT_WIDTH - LABEL, element }], { below: 2 });
  }
  pages.space(10);
  const cells = ([ordinal, title, day, at]: ContentsLine, style: Style) => [
    { text: ordinal, style, x: COLUMNS.ordinal, width: 24, element },
    { text: title, style, x: COLUMNS.title, width: COLUMNS.day - COLUMNS.title - 8, element },
    { text: day, style, x: COLUMNS.day, width: 64, element },
    { text: at, style, x: COLUMNS.pages, width: TEXT_WIDTH - COLUMNS.pages, element },
  ];
  const head = (): void =>
    pages.row(cells(['TT', 'Văn bản, tài liệu', 'Ngày', 'Trang'], styles.strong), { below: 3, rule: 'below' });
  head();
  pages.under(head, () => {
    for (const { paper, from, pages: count } of papers) {
      const at = count <= 1 ? String(from) : `${from}–${from + count - 1}`;
      const title = `${paper.kind}. ${paper.title}`;
      pages.row(cells([String(paper.ordinal), title, paper.day, at], styles.body), { above: 2, below: 3 });
    }
  });
  pages.row([whole('Trang tính từ sau mục lục. Bản gốc của từng văn bản nằm trong thư mục goc.', styles.body)], {
    above: 6,
  });
  const { title } = order;
  pages.foot(title.length > MAX_FOOT_LENGTH ? `${title.slice(0, MAX_FOOT_LENGTH)}…` : title, styles.foot);
  return document;
}

/** A page of words, headed by the paper they are. */
async function sheet({ ordinal, kind, title, day }: BundledPaper, words: string): Promise<PDFDocument> {
  const { document, pages, styles, tags } = await begin();
  const whole = (text: string, style: Style) => ({ text, style, x: 0, width: TEXT_WIDTH, element: tags.root });
  pages.row([whole(`${ordinal}. ${kind}, ngày ${day}`, styles.strong)], { below: 4 });
  pages.row([whole(title, styles.strong)], { below: 10 });
  for (const line of words.split('\n')) pages.row([whole(line === '' ? ' ' : line, styles.body)], { below: 3 });
  return document;
}

async function begin(): Promise<{ document: PDFDocument; pages: SheetPages; styles: Styles; tags: StructureTags }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(subsettingFontkit);
  const bytes = fontFile(join(FONTS, 'LiberationSerif-Regular.ttf'));
  const font: PDFFont = await document.embedFont(bytes, { subset: true, customName: 'HOIAMR+LiberationSerif' });
  const tags = new StructureTags(document);
  const styles = {
    title: { font, size: 16, bold: true },
    strong: { font, size: 12, bold: true },
    body: { font, size: 11 },
    foot: { font, size: 9 },
  };
  return { document, pages: new SheetPages(document, tags), styles, tags };
}
