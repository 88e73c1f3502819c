import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../files/domain/xml/xml-tree.js';
import type { Block, PageMark, PageModel, PageNumbering, Section } from '../../domain/format/page/page-model.js';
import { BlockReader, type ReadingContext, type ReadParagraph } from './block-reader.js';
import { isOn, millimetres } from './measures.js';
import { ListCounter } from './numbering.js';
import { Styles } from './styles.js';
import { readThemeFonts } from './theme-fonts.js';
import { WordPackage } from './word-package.js';

/** A section with the properties it was read from, so that it can be corrected. */
export interface ReadSection extends Section {
  readonly properties: XmlElement | undefined;
}

/** What was read, with the file it was read from. */
export interface ReadDocx {
  readonly model: PageModel & { readonly sections: readonly ReadSection[] };
  readonly file: WordPackage;
}

/** Word's own page where nothing says one: letter paper, which no letter of ours is written on. */
const USUAL_PAGE = { width: 215.9, height: 279.4 };

/** @param docx a file that passed the inspection @throws DocxUnreadable */
export async function readDocx(docx: Buffer): Promise<ReadDocx> {
  const file = await WordPackage.read(docx);
  return { model: modelOf(file), file };
}

/** The page that the parts of a file make, as they are now. */
export function modelOf(file: WordPackage): ReadDocx['model'] {
  const styles = new Styles(file.relatedByKind('styles'), readThemeFonts(file.relatedByKind('theme')));
  const reader = new BlockReader(styles, new ListCounter(file.relatedByKind('numbering')));
  const sections = new SectionReader(file, reader).read();
  return {
    source: 'docx',
    sections,
    unsettled: { trackedChanges: reader.trackedChanges, hiddenText: reader.hiddenText },
  };
}

type References = ReadonlyMap<string, string>;

class SectionReader {
  private headers: References = new Map();
  private footers: References = new Map();

  constructor(
    private readonly file: WordPackage,
    private readonly blocks: BlockReader,
  ) {}

  read(): readonly ReadSection[] {
    const body = childOf(this.file.document.root, 'w:body');
    return body ? this.split(body).map(({ properties, elements }) => this.readSection(properties, elements)) : [];
  }

  /** The body in pieces, each with the properties that end it. */
  private split(body: XmlElement): readonly { properties: XmlElement | undefined; elements: readonly XmlElement[] }[] {
    const sections: { properties: XmlElement | undefined; elements: XmlElement[] }[] = [];
    let elements: XmlElement[] = [];
    for (const child of childrenOf(body)) {
      if (child.name === 'w:sectPr') continue;
      elements.push(child);
      const ending = childOf(childOf(child, 'w:pPr'), 'w:sectPr');
      if (child.name !== 'w:p' || !ending) continue;
      sections.push({ properties: ending, elements });
      elements = [];
    }
    sections.push({ properties: childOf(body, 'w:sectPr'), elements });
    return sections;
  }

  private readSection(properties: XmlElement | undefined, elements: readonly XmlElement[]): ReadSection {
    const page = childOf(properties, 'w:pgSz');
    const paper = {
      width: millimetres(attributeOf(page, 'w:w')) ?? USUAL_PAGE.width,
      height: millimetres(attributeOf(page, 'w:h')) ?? USUAL_PAGE.height,
    };
    const margins = marginsOf(properties);
    const textWidth = paper.width - margins.left - margins.right;
    const context: ReadingContext = {
      part: 'thân văn bản',
      room: textWidth,
      tableStyle: undefined,
      paperWidth: paper.width,
      textLeft: margins.left,
      textWidth,
      isInside: false,
    };
    const body: XmlElement = { name: 'w:body', tag: 'w:body', attributes: [], children: [...elements] };
    const blocks = this.blocks.read(body, context);
    return { paper, margins, blocks, numbering: this.numbering(properties, context), properties };
  }

  private numbering(properties: XmlElement | undefined, context: ReadingContext): PageNumbering {
    this.headers = referencesOf(properties, 'w:headerReference', this.headers);
    this.footers = referencesOf(properties, 'w:footerReference', this.footers);
    const hasFirst = isOn(childOf(properties, 'w:titlePg')) ?? false;
    const settings = this.file.relatedByKind('settings');
    const hasEven = isOn(settings && childOf(settings.root, 'w:evenAndOddHeaders')) ?? false;
    const kinds = ['default', ...(hasFirst ? ['first'] : []), ...(hasEven ? ['even'] : [])];
    const marks = kinds.flatMap((kind) => [
      ...this.marksIn(this.headers.get(kind), kind, { ...context, part: 'đầu trang' }),
      ...this.marksIn(this.footers.get(kind), kind, { ...context, part: 'chân trang' }),
    ]);
    return {
      marks,
      hiddenOnFirst: hasFirst,
      format: attributeOf(childOf(properties, 'w:pgNumType'), 'w:fmt') ?? 'decimal',
    };
  }

  private marksIn(reference: string | undefined, kind: string, context: ReadingContext): readonly PageMark[] {
    const tree = reference === undefined ? undefined : this.file.tree(this.file.related(reference) ?? '');
    if (!tree) return [];
    const pages = kind === 'first' ? 'first' : kind === 'even' ? 'even' : 'all';
    const margin = context.part === 'đầu trang' ? 'top' : 'bottom';
    return paragraphsIn(this.blocks.read(tree.root, context)).flatMap((paragraph) => {
      const mark = markOf(paragraph);
      return mark === null ? [] : [{ ...mark, margin, pages }];
    });
  }
}

/** The number that a paragraph of a header prints: by a field, or as digits that never change. */
function markOf(paragraph: ReadParagraph): Omit<PageMark, 'margin' | 'pages'> | null {
  const isField = paragraph.fields.includes('PAGE');
  const text = paragraph.pieces.map((piece) => piece.text).join('');
  if (!isField && !/^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$/u.test(text)) return null;
  const shown =
    paragraph.pieces.find(({ field }) => field === 'PAGE') ?? paragraph.pieces.find(({ text: t }) => t.trim() !== '');
  if (!shown) return null;
  return { isField, look: shown.look, alignment: alignmentOf(paragraph), place: paragraph.place };
}

/** A frame or a tab in the middle centres as well as the paragraph itself does. */
function alignmentOf({ source, alignment, pieces }: ReadParagraph): PageMark['alignment'] {
  const properties = childOf(source, 'w:pPr');
  const frame = attributeOf(childOf(properties, 'w:framePr'), 'w:xAlign');
  if (frame === 'center' || frame === 'right' || frame === 'left') return frame;
  const tabs = pieces
    .slice(
      0,
      pieces.findIndex(({ text }) => text.trim() !== ''),
    )
    .filter(({ kind }) => kind === 'tab');
  if (tabs.length === 1) return 'center';
  return tabs.length > 1 ? 'right' : alignment;
}

function paragraphsIn(blocks: readonly Block[]): readonly ReadParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table')
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.blocks)));
    return [block as ReadParagraph, ...block.boxes.flatMap((box) => paragraphsIn(box.blocks))];
  });
}

function referencesOf(properties: XmlElement | undefined, name: string, inherited: References): References {
  const own = new Map(inherited);
  for (const element of properties ? childrenOf(properties) : []) {
    if (element.name === name) own.set(attributeOf(element, 'w:type') ?? 'default', attributeOf(element, 'r:id') ?? '');
  }
  return own;
}

function marginsOf(properties: XmlElement | undefined): { top: number; right: number; bottom: number; left: number } {
  const element = childOf(properties, 'w:pgMar');
  const side = (name: string): number => Math.abs(millimetres(attributeOf(element, `w:${name}`)) ?? 25.4);
  return {
    top: side('top'),
    right: side('right'),
    bottom: side('bottom'),
    left: side('left') + (millimetres(attributeOf(element, 'w:gutter')) ?? 0),
  };
}
