import { PDFDocument } from '@cantoo/pdf-lib';
import type { PDFFont } from '@cantoo/pdf-lib';
import { join } from 'node:path';
import type { ProofSheet, SheetSection } from '../../src/calendar/ports/proof-sheet.port.js';
import { type Cell, SheetPages, type Style, TEXT_WIDTH } from './proof-sheet-pages.js';
import { StructureTags } from './proof-sheet-tags.js';
import type { Role } from './proof-sheet-tags.js';
import { fontFile, subsettingFontkit } from './subsetting-fontkit.js';

const LABEL_WIDTH = 92;
const GAP = 8;
/** A heading goes to the next page unless what it says and the first lines of its table follow on this one. */
const BEGINNING_OF_SECTION = 190;
/** Share of the text's width: when, counted, sum; why takes the rest. */
const SHARES = [0.3, 0.13, 0.17] as const;

interface Styles {
  readonly title: Style;
  readonly heading: Style;
  readonly body: Style;
  readonly strong: Style;
  readonly remark: Style;
  readonly foot: Style;
}

/** Draws the sheet with pdf-lib, with subsets of Liberation Serif embedded and tagged for screen readers. */
export async function drawProofSheet(sheet: ProofSheet, madeAt: Date): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  describe(pdf, sheet, madeAt);
  const tags = new StructureTags(pdf);
  new SheetWriter(new SheetPages(pdf, tags), tags, await stylesOf(pdf)).write(sheet);
  tags.finish();
  return pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function describe(pdf: PDFDocument, { title, subject }: ProofSheet, madeAt: Date): void {
  pdf.setTitle(`${title}: ${subject}`, { showInWindowTitleBar: true });
  pdf.setLanguage('vi');
  pdf.setCreator('Hồi Âm');
  pdf.setProducer('Hồi Âm, pdf-lib');
  pdf.setCreationDate(madeAt);
  pdf.setModificationDate(madeAt);
}

async function stylesOf(pdf: PDFDocument): Promise<Styles> {
  pdf.registerFontkit(subsettingFontkit);
  const embed = async (file: string, customName: string): Promise<PDFFont> =>
    pdf.embedFont(fontFile(join(import.meta.dirname, 'fonts', file)), { subset: true, customName });
  const upright = await embed('LiberationSerif-Regular.ttf', 'HOIAMR+LiberationSerif');
  const italic = await embed('LiberationSerif-Italic.ttf', 'HOIAMI+LiberationSerif-Italic');
  return {
    title: { font: upright, size: 18, bold: true },
    heading: { font: upright, size: 13, bold: true },
    body: { font: upright, size: 11 },
    strong: { font: upright, size: 11, bold: true },
    remark: { font: italic, size: 11 },
    foot: { font: upright, size: 9 },
  };
}

class SheetWriter {
  constructor(
    private readonly pages: SheetPages,
    private readonly tags: StructureTags,
    private readonly styles: Styles,
  ) {}

  write({ title, subject, answer, sections, check, footer }: ProofSheet): void {
    const { pages, styles } = this;
    this.#paragraph('H1', title, styles.title, 'centre');
    this.#paragraph('P', subject, styles.heading, 'centre');
    pages.space(12);
    this.#facts(answer, true);
    for (const section of sections) this.#section(section);
    pages.space(12);
    for (const words of check) this.#paragraph('P', words, styles.remark);
    pages.foot(footer, styles.foot);
  }

  #section({ heading, facts, columns, rows, total }: SheetSection): void {
    const { pages, styles, tags } = this;
    pages.space(14);
    pages.row([this.#whole(heading, styles.heading, 'H2')], { below: 3, keep: BEGINNING_OF_SECTION });
    this.#facts(facts, false);
    pages.space(8);

    const table = tags.element(tags.root, 'Table');
    const head = tags.element(table, 'TR');
    pages.row(
      columnCells(columns, styles.strong).map((cell) => ({ ...cell, element: tags.element(head, 'TH') })),
      { above: 2, below: 4, rule: 'below', keep: 40 },
    );
    const repeated = (): void => pages.row(columnCells(columns, styles.strong), { above: 2, below: 4, rule: 'below' });
    pages.under(repeated, () => {
      for (const { cells, counts } of rows) {
        const line = tags.element(table, 'TR');
        const style = counts ? styles.body : styles.remark;
        pages.row(
          columnCells(cells, style).map((cell) => ({ ...cell, element: tags.element(line, 'TD') })),
          { above: 2, below: 3 },
        );
      }
    });
    pages.row([this.#whole(total, styles.strong, 'P')], { above: 4, rule: 'above' });
  }

  /** Labels at the left, their words beside them. The first answer is the one that people look for. */
  #facts(facts: readonly (readonly [string, string])[], firstIsStrong: boolean): void {
    const { pages, styles, tags } = this;
    for (const [at, [label, words]] of facts.entries()) {
      const element = tags.element(tags.root, 'P');
      const style = firstIsStrong && at === 0 ? styles.heading : styles.body;
      pages.row(
        [
          { text: `${label}:`, style: styles.remark, x: 0, width: LABEL_WIDTH, element },
          { text: words, style, x: LABEL_WIDTH + GAP, width: TEXT_WIDTH - LABEL_WIDTH - GAP, element },
        ],
        { below: 2 },
      );
    }
  }

  #paragraph(role: Role, text: string, style: Style, align: Cell['align'] = 'left'): void {
    this.pages.row([{ ...this.#whole(text, style, role), align }], { below: 3 });
  }

  #whole(text: string, style: Style, role: Role): Cell {
    return { text, style, x: 0, width: TEXT_WIDTH, element: this.tags.element(this.tags.root, role) };
  }
}

function columnCells(cells: SheetSection['columns'], style: Style): readonly Cell[] {
  const edges = SHARES.reduce<number[]>((all, share) => [...all, (all.at(-1) ?? 0) + share * TEXT_WIDTH], [0]);
  return cells.map((text, at) => {
    const x = edges[at] ?? 0;
    return { text, style, x, width: (edges[at + 1] ?? TEXT_WIDTH) - x - (at === SHARES.length ? 0 : GAP) };
  });
}
