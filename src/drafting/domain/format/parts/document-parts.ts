import type { Paragraph } from '../page/page-model.js';
import type { PlacedLine, TextLine } from '../page/text-lines.js';
import type { DocumentType } from './document-types.js';

/** The parts of a document by what they are, wherever and in whatever layout they stand (Nghị định 30/2020/NĐ-CP, Điều 8). */
export interface DocumentParts {
  /** Null for a letter (công văn). */
  readonly type: DocumentType | null;
  readonly head: Head;
  readonly title: Title;
  readonly address: Address;
  readonly body: Body;
  readonly ending: Ending;
  readonly annexes: readonly Annex[];
}

/** Ô 1 to 5b, and the stamps above them. */
export interface Head {
  readonly nation: TextLine | null;
  readonly motto: TextLine | null;
  readonly mottoLines: readonly PlacedLine[];
  /** Lines typed with underscores or dashes where a drawn one belongs. */
  readonly typedLines: readonly TextLine[];
  readonly parents: readonly TextLine[];
  readonly agency: readonly TextLine[];
  readonly agencyLines: readonly PlacedLine[];
  readonly number: TextLine | null;
  readonly date: TextLine | null;
  /** Ô 5b: lines of the abstract of a letter. */
  readonly abstract: readonly TextLine[];
  /** Ô 10a, 10b: `MẬT`; `HỎA TỐC`, `THƯỢNG KHẨN`, `KHẨN`. */
  readonly secrecy: readonly TextLine[];
  readonly urgency: readonly TextLine[];
}

/** Ô 5a: the type and the abstract of a document that is no letter. */
export interface Title {
  readonly type: TextLine | null;
  readonly abstract: readonly TextLine[];
  readonly lines: readonly PlacedLine[];
}

/** Ô 9a. */
export interface Address {
  readonly opening: TextLine | null;
  readonly list: readonly TextLine[];
}

export interface Body {
  /** Ô 6, in whole paragraphs; tables and empty paragraphs left out. */
  readonly paragraphs: readonly BodyParagraph[];
  /** Empty paragraphs between them. */
  readonly empty: readonly Paragraph[];
}

export type BodyKind =
  | 'text'
  | 'base'
  | 'order'
  | 'issuer'
  | 'division'
  | 'divisionTitle'
  | 'article'
  | 'point'
  | 'item'
  | 'note';

export interface BodyParagraph {
  readonly kind: BodyKind;
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly paragraph: Paragraph;
  /** Whether it stands right behind the one before, with neither table nor anything else between. */
  readonly follows: boolean;
}

/** Ô 7 and 9b. */
export interface Ending {
  readonly signers: readonly Signer[];
  readonly recipientsOpening: TextLine | null;
  readonly recipients: readonly TextLine[];
}

export interface Signer {
  readonly authority: readonly TextLine[];
  readonly name: TextLine | null;
}

export interface Annex {
  readonly mark: TextLine;
  readonly title: readonly TextLine[];
  readonly note: TextLine | null;
}
