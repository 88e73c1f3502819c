import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import { COPY_LIMITS, type ConversionMark, type CopyRefusal } from '../../../src/copies/ports/copy-pages.port.js';
import { loadPdf } from '../load-pdf.js';
import { fontFile, subsettingFontkit } from '../subsetting-fontkit.js';
import { MarkStrip, STRIP_HEIGHT } from './mark-strip.js';
import { takePages } from './taken-pages.js';

/** What the thread is asked. */
export interface CopyJob {
  readonly pdf: Uint8Array;
  /** At the foot of each page; null for none. */
  readonly mark: ConversionMark | null;
  /** From 1; null = all. */
  readonly pages: readonly number[] | null;
  readonly madeAt: Date;
}

export type CopyAnswer = { readonly pdf: Uint8Array; readonly pages: number } | { readonly refusal: CopyRefusal };

const FONT = join(import.meta.dirname, '../fonts/LiberationSerif-Regular.ttf');

/** A new file with the pages of another. */
export async function copyPages({ pdf, mark, pages: wanted, madeAt }: CopyJob): Promise<CopyAnswer> {
  const source = await opened(pdf);
  if (typeof source === 'string') return { refusal: source };
  const all = source.getPages();
  if (all.length > COPY_LIMITS.pages) return { refusal: 'tooLarge' };
  const pages = (wanted ?? all.map((_page, at) => at + 1)).flatMap((number) => all[number - 1] ?? []);
  if (wanted && pages.length !== wanted.length) return { refusal: 'noSuchPage' };
  const copy = await PDFDocument.create({ updateMetadata: false });
  describe(copy, mark, madeAt);
  if (mark) await drawMarked(copy, pages, mark);
  else await draw(copy, pages);
  const bytes = await copy.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  return { pdf: bytes, pages: pages.length };
}

async function opened(pdf: Uint8Array): Promise<PDFDocument | CopyRefusal> {
  try {
    return await loadPdf(pdf);
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'encrypted' : 'broken';
  }
}

function describe(copy: PDFDocument, mark: ConversionMark | null, madeAt: Date): void {
  const title = mark ? 'Bản in chuyển đổi từ văn bản điện tử' : 'Bản sao';
  copy.setTitle(title, { showInWindowTitleBar: true });
  copy.setLanguage('vi');
  copy.setCreator('Hồi Âm');
  copy.setProducer('Hồi Âm, pdf-lib');
  copy.setCreationDate(madeAt);
  copy.setModificationDate(madeAt);
}

async function draw(copy: PDFDocument, pages: readonly PDFPage[]): Promise<void> {
  for (const { drawing, width, height } of await takePages(copy, pages))
    copy.addPage([width, height]).drawPage(drawing);
}

/** Each page keeps its size; its content stands a little smaller above the strip, so that the mark covers nothing. */
async function drawMarked(copy: PDFDocument, pages: readonly PDFPage[], mark: ConversionMark): Promise<void> {
  copy.registerFontkit(subsettingFontkit);
  const customName = 'HOIAMR+LiberationSerif';
  const strip = new MarkStrip(copy, await copy.embedFont(fontFile(FONT), { subset: true, customName }), mark);
  const taken = await takePages(copy, pages);
  for (const [at, { drawing, width, height }] of taken.entries()) {
    const page = copy.addPage([width, height]);
    const scale = (height - STRIP_HEIGHT) / height;
    const x = (width * (1 - scale)) / 2;
    page.drawPage(drawing, { x, y: STRIP_HEIGHT, xScale: scale, yScale: scale });
    strip.draw(page, { page: at + 1, of: taken.length });
  }
}
