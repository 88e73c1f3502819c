import { attributeOf, childOf, childrenOf, textOf, type XmlElement } from '../../../files/domain/xml/xml-tree.js';
import type { Piece, TextLook } from '../../domain/format/page/page-model.js';

/** What a paragraph holds besides its pieces of text. */
export interface RunContent {
  readonly pieces: readonly ReadPiece[];
  readonly drawings: readonly XmlElement[];
  /** Keywords of the fields in it, in capitals: `PAGE`. */
  readonly fields: readonly string[];
  readonly trackedChanges: number;
  readonly hiddenText: number;
  readonly endsPage: boolean;
}

export interface ReadPiece extends Piece {
  /** The element that holds its letters, so that they can be corrected. */
  readonly source: XmlElement;
  readonly run: XmlElement;
  /** Keyword of the field that makes it. */
  readonly field: string | null;
}

export type LookOfRun = (properties: XmlElement | undefined) => TextLook & { readonly hidden: boolean };

/** Elements that only wrap runs. */
const WRAPPERS: ReadonlySet<string> = new Set(
  'w:ins w:moveTo w:hyperlink w:smartTag w:sdt w:sdtContent w:customXml w:dir w:bdo w:fldSimple'.split(' '),
);
const REMOVED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);
const CHANGES: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const DRAWINGS: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);
const BLANK = /^[\s\u2000-\u200a]*$/u;

/** Reads the runs of a paragraph as they print: what was deleted is left out, what was inserted stands. */
export function readRuns(paragraph: XmlElement, lookOf: LookOfRun): RunContent {
  const reader = new RunReader(lookOf);
  reader.read(paragraph, false);
  return reader;
}

interface OpenField {
  instruction: string;
  isShown: boolean;
}

class RunReader implements RunContent {
  readonly pieces: ReadPiece[] = [];
  readonly drawings: XmlElement[] = [];
  readonly fields: string[] = [];
  trackedChanges = 0;
  hiddenText = 0;
  endsPage = false;
  private readonly open: OpenField[] = [];

  constructor(private readonly lookOf: LookOfRun) {}

  read(parent: XmlElement, inLink: boolean): void {
    for (const child of childrenOf(parent)) {
      if (CHANGES.has(child.name)) this.trackedChanges += 1;
      if (REMOVED.has(child.name)) continue;
      if (child.name === 'w:r') this.readRun(child, inLink);
      else if (child.name === 'w:fldSimple') this.readSimpleField(child, inLink);
      else if (WRAPPERS.has(child.name)) this.read(child, inLink || child.name === 'w:hyperlink');
      else if (DRAWINGS.has(child.name)) this.drawings.push(child);
    }
  }

  private readSimpleField(element: XmlElement, inLink: boolean): void {
    this.open.push({ instruction: attributeOf(element, 'w:instr') ?? '', isShown: true });
    this.fields.push(keywordOf(this.open.at(-1)?.instruction ?? ''));
    this.read(element, inLink);
    this.open.pop();
  }

  private readRun(run: XmlElement, inLink: boolean): void {
    const { hidden, ...look } = this.lookOf(childOf(run, 'w:rPr'));
    for (const child of childrenOf(run)) {
      if (DRAWINGS.has(child.name)) this.drawings.push(child);
      else if (child.name === 'w:fldChar') this.markField(child, { run, look });
      else if (child.name === 'w:instrText') this.instruct(textOf(child));
      else this.addPiece(child, { run, look, hidden, inLink });
    }
  }

  private addPiece(
    source: XmlElement,
    { run, look, hidden, inLink }: { run: XmlElement; look: TextLook; hidden: boolean; inLink: boolean },
  ): void {
    const letters = lettersOf(source);
    if (letters === null || this.open.some(({ isShown }) => !isShown)) return;
    if (hidden) this.hiddenText += letters.text.trim() === '' ? 0 : 1;
    else this.pieces.push({ ...letters, ...this.pieceFrom(letters.text, inLink), look, source, run });
    if (letters.kind === 'break' && attributeOf(source, 'w:type') === 'page') this.endsPage = true;
  }

  private pieceFrom(text: string, inLink: boolean): Pick<ReadPiece, 'isPlace' | 'field'> {
    const field = this.open.at(-1);
    return { isPlace: inLink && BLANK.test(text), field: field ? keywordOf(field.instruction) : null };
  }

  private markField(source: XmlElement, { run, look }: { run: XmlElement; look: TextLook }): void {
    const kind = attributeOf(source, 'w:fldCharType') ?? '';
    const field = this.open.at(-1);
    if (kind === 'begin') this.open.push({ instruction: '', isShown: false });
    else if (kind === 'separate' && field) {
      field.isShown = true;
      this.fields.push(keywordOf(field.instruction));
    } else if (kind === 'end' && field) {
      this.open.pop();
      if (!field.isShown) this.addUncounted(keywordOf(field.instruction), { run, look, source });
    }
  }

  /** A field that no program has worked out yet: it prints, but nobody knows what. */
  private addUncounted(field: string, place: Pick<ReadPiece, 'run' | 'look' | 'source'>): void {
    this.fields.push(field);
    this.pieces.push({ kind: 'text', text: '', isPlace: false, field, ...place });
  }

  private instruct(text: string): void {
    const field = this.open.at(-1);
    if (field) field.instruction += text;
  }
}

function keywordOf(instruction: string): string {
  return /^\s*(\w+)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';
}

/** What one element of a run prints; null for what prints nothing. */
function lettersOf(element: XmlElement): Pick<Piece, 'kind' | 'text'> | null {
  switch (element.name) {
    case 'w:t':
      return { kind: 'text', text: textOf(element) };
    case 'w:noBreakHyphen':
      return { kind: 'text', text: '-' };
    case 'w:softHyphen':
      return { kind: 'text', text: '\u00ad' };
    case 'w:sym':
      return { kind: 'text', text: '•' };
    case 'w:tab':
    case 'w:ptab':
      return { kind: 'tab', text: '\t' };
    case 'w:br':
    case 'w:cr':
      return { kind: 'break', text: '\n' };
    default:
      return null;
  }
}
