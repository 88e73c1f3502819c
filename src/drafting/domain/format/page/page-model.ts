/**
 * A document as a page shows it, wherever it was read from: what each letter looks like once every style is resolved,
 * and where it stands. Lengths are in millimetres and sizes in points unless said otherwise. What a source cannot tell
 * is null, and no rule guesses it.
 */
export interface PageModel {
  readonly source: 'docx' | 'pdf';
  readonly sections: readonly Section[];
  /** Changes that nobody has accepted or refused yet, and text that does not print. */
  readonly unsettled: { readonly trackedChanges: number; readonly hiddenText: number };
}

export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Pages of one paper and one kind of margins. */
export interface Section {
  readonly paper: { readonly width: number; readonly height: number };
  readonly margins: { readonly [side in keyof Sides]: number | null };
  /** How pages carry their numbers. */
  readonly numbering: PageNumbering;
  readonly blocks: readonly Block[];
}

export interface PageNumbering {
  /** The numbers that stand in the top margin, or elsewhere, as fields or as typed digits. */
  readonly marks: readonly PageMark[];
  /** Where the first page shows nothing of the kind; null where a source cannot tell. */
  readonly hiddenOnFirst: boolean | null;
  /** `decimal` for Arabic digits. */
  readonly format: string;
}

export interface PageMark {
  readonly margin: 'top' | 'bottom';
  /** On which pages it is printed. */
  readonly pages: 'all' | 'first' | 'even';
  readonly isField: boolean;
  readonly alignment: Alignment | null;
  readonly look: TextLook;
  readonly place: Place;
}

export type Block = Paragraph | Table;

export type Alignment = 'left' | 'center' | 'right' | 'both';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly place: Place;
  /** What an automatic list prints before it: `1.`, `a)`, `-`; empty without one. */
  readonly label: string;
  readonly pieces: readonly Piece[];
  readonly alignment: Alignment | null;
  readonly indent: { readonly left: number; readonly right: number; readonly firstLine: number } | null;
  /** Room before and after in points; `lines` times the height of a single line, null where it is not known. */
  readonly spacing: { readonly before: number; readonly after: number; readonly lines: number | null } | null;
  /** Whether equal neighbours of one style leave the room between them away. */
  readonly closesUp: string | null;
  /** Where tabs lead to, from the left edge of the text. */
  readonly tabStops: readonly number[];
  /** How wide a line of it may be. */
  readonly room: number | null;
  readonly lines: readonly DrawnLine[];
  readonly boxes: readonly TextBox[];
  readonly startsPage: boolean;
}

/** Text within one paragraph that looks the same, or what parts it. */
export interface Piece {
  readonly kind: 'text' | 'tab' | 'break';
  readonly text: string;
  readonly look: TextLook;
  /** Whether a field makes it, whose blanks are places yet to be filled. */
  readonly isPlace: boolean;
}

export interface TextLook {
  /** For letters of ASCII, and for all others: word processors keep two. */
  readonly font: string | null;
  readonly otherFont: string | null;
  readonly size: number | null;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Shown in capitals whatever is typed. */
  readonly caps: boolean;
  readonly underline: boolean;
  /** Six hex digits; null for black by default. */
  readonly colour: string | null;
}

/** A horizontal line, however it came about. */
export interface DrawnLine {
  readonly by: 'paragraph' | 'cell' | 'drawing' | 'stroke';
  readonly length: number;
  /** Where its middle stands, from the left edge of the paper; null where it stands with its paragraph. */
  readonly middle: number | null;
}

/** A frame of its own, anchored in a paragraph. */
export interface TextBox {
  readonly blocks: readonly Block[];
  readonly middle: number | null;
  readonly isFramed: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly Row[];
  /** Whether its cells are ruled. */
  readonly isRuled: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  readonly width: number | null;
  readonly line: DrawnLine | null;
}

/** Where something stands, so that a person finds it. */
export interface Place {
  /** `thân văn bản`, `đầu trang`, `chân trang`, `hộp chữ` */
  readonly part: string;
  /** Counted from 1 through the part; pages for what was read from a PDF. */
  readonly number: number;
}

export function isParagraph(block: Block): block is Paragraph {
  return block.kind === 'paragraph';
}
