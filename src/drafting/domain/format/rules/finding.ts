import type { Paragraph } from '../page/page-model.js';
import type { PageLines, TextLine } from '../page/text-lines.js';
import type { DocumentParts } from '../parts/document-parts.js';
import type { PageModel } from '../page/page-model.js';
import { FORMAT_RULES, type FormatRule } from './rule-table.js';

/** One departure from the prescribed form, in words for the person who corrects it. */
export interface FormatFinding {
  readonly rule: FormatRule;
  readonly severity: 'error' | 'warning';
  /** The part, where it stands, and its first words: `Quốc hiệu, đoạn 3: “CỘNG HÒA …”`. */
  readonly where: string;
  /** What is there, and what should be. */
  readonly message: string;
  readonly source: string;
}

/** What a rule found, before it is told. */
export interface Flaw {
  readonly rule: FormatRule;
  readonly message: string;
  readonly part: string;
  /** What it is about; null where something is missing, or where the page as a whole is meant. */
  readonly line: TextLine | null;
  readonly paragraph: Paragraph | null;
  /** The line as it should read. */
  readonly mended?: string;
}

/** A document with everything that rules look at. */
export interface CheckedPage {
  readonly model: PageModel;
  readonly lines: PageLines;
  readonly parts: DocumentParts;
  readonly options: CheckOptions;
}

export interface CheckOptions {
  /** Education units may be allowed to print titles before names (Phụ lục I, Phần I, mục II.7). */
  readonly titlesAllowed: boolean;
}

/** What is wrong with a line by its words alone. */
export interface TextFlaw {
  readonly rule: FormatRule;
  readonly message: string;
  /** The text as it should be, where that is certain. */
  readonly mended?: string;
}

export function flawOf(rule: FormatRule, part: string, message: string, line: TextLine | null = null): Flaw {
  return { rule, part, message, line, paragraph: line?.paragraph ?? null };
}

export function flawsOfText(part: string, line: TextLine, flaws: readonly TextFlaw[]): readonly Flaw[] {
  return flaws.map(({ rule, message, mended }) => ({
    ...flawOf(rule, part, message, line),
    ...(mended === undefined ? {} : { mended }),
  }));
}

const EXCERPT = 60;

/** @param unit how places are counted: `đoạn` in a DOCX, `trang` in a PDF */
export function findingOf({ rule, message, part, line, paragraph }: Flaw, unit: string): FormatFinding {
  const { severity, source } = FORMAT_RULES[rule];
  const place = paragraph ? `${part}, ${placeWords(paragraph, unit)}` : part;
  const excerpt = line === null || line.text === '' ? '' : `: “${shortened(line.text)}”`;
  return { rule, severity, where: `${place}${excerpt}`, message, source };
}

function placeWords({ place }: Paragraph, unit: string): string {
  const inPart = place.part === 'thân văn bản' ? '' : ` ${place.part}`;
  return `${unit} ${place.number}${inPart}`;
}

function shortened(text: string): string {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text;
}
