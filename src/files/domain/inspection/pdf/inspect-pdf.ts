import { inflateSync } from 'node:zlib';
import { isTooMuch } from '../../inflation.js';
import { decodeChain } from '../../pdf/content-filters.js';
import { decodeStream } from '../../pdf/filters.js';
import { PdfFile } from '../../pdf/file-state.js';
import { Lexer } from '../../pdf/lexer.js';
import { PdfMalformed } from '../../pdf/limits.js';
import { parseValue } from '../../pdf/parser.js';
import { ReadingBudget } from '../../pdf/reading-budget.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, PdfStream, type PdfValue } from '../../pdf/values.js';
import type { Findings } from '../inspection.js';
import { inspectLetters, inspectValue } from './dictionary-rules.js';
import { rawObjects, TooManyObjects, type RawObject } from './raw-objects.js';

const MAX_PAGES = 2_000;
const TAIL = 1024;
/** What the streams of one file that are no pictures may unfold to: one, and all of them. */
const MAX_STREAM_LENGTH = 32 * 1024 * 1024;
const MAX_STREAMS_LENGTH = 96 * 1024 * 1024;

/** Everything that a PDF does besides showing pages, in whatever part and packing it stands, and what it costs to show. */
export function inspectPdf(content: Buffer, findings: Findings): void {
  if (!content.toString('latin1', 0, 8).startsWith('%PDF-')) findings.add('pdf-header');
  if (!content.toString('latin1', Math.max(0, content.length - TAIL)).includes('%%EOF')) findings.add('pdf-cut');
  try {
    new PdfObjects(findings).inspect(content);
  } catch (error) {
    if (!(error instanceof TooManyObjects)) throw error;
    findings.add('pdf-too-many-objects');
  }
  if (!isRegular(content)) findings.add('pdf-irregular');
}

/** Whether the file is put together as the standard says, so that all readers see the same. */
function isRegular(content: Buffer): boolean {
  try {
    const file = new PdfFile(content);
    const state = file.stateAfter(file.revisions.length - 1);
    return state.get(state.catalog, 'Pages') instanceof PdfDictionary;
  } catch (error) {
    if (error instanceof PdfMalformed) return false;
    throw error;
  }
}

class PdfObjects {
  private readonly budget = new ReadingBudget();
  private unfolded = 0;
  private pages = 0;

  constructor(private readonly findings: Findings) {}

  inspect(content: Buffer): void {
    for (const object of rawObjects(content)) this.inspectObject(object);
    if (this.pages > MAX_PAGES) this.findings.add('pdf-too-many-pages');
  }

  private inspectObject({ value, letters, stream }: RawObject): void {
    if (value === null) inspectLetters(letters, this.findings);
    else this.inspectParsed(value);
    if (stream === null) return;
    if (value instanceof PdfDictionary) this.inspectStream(new PdfStream(value, stream));
    else if (/\/ObjStm\b/u.test(letters)) this.findings.add('pdf-too-large-inside');
  }

  private inspectParsed(value: PdfValue): void {
    inspectValue(value, this.findings);
    if (value instanceof PdfDictionary && nameOf(value.raw('Type')) === 'Page') this.pages += 1;
  }

  private inspectStream(stream: PdfStream): void {
    const { dictionary } = stream;
    if (nameOf(dictionary.raw('Type')) === 'ObjStm') this.inspectObjects(stream);
    else if (nameOf(dictionary.raw('Subtype')) !== 'Image') this.measure(stream);
  }

  /** Objects that stand packed together (ISO 32000-1, 7.5.7); what cannot be unpacked is not trusted. */
  private inspectObjects(stream: PdfStream): void {
    let content: Buffer;
    try {
      content = decodeChain(
        trimmed(stream),
        (value) => value,
        (step) => decodeStream(step, this.budget),
      );
    } catch (error) {
      if (!(error instanceof PdfMalformed)) throw error;
      this.findings.add('pdf-too-large-inside');
      return;
    }
    const first = integerOf(stream.dictionary.raw('First')) ?? 0;
    const lexer = new Lexer(content, first);
    try {
      lexer.skipBlank();
      while (lexer.peek() !== undefined) {
        this.inspectParsed(parseValue(lexer, false));
        lexer.skipBlank();
      }
    } catch (error) {
      if (!(error instanceof PdfMalformed)) throw error;
      inspectLetters(content.toString('latin1', first), this.findings);
    }
  }

  /** How much a packed stream unfolds to; nothing of it is kept. */
  private measure(stream: PdfStream): void {
    const filters = [stream.dictionary.raw('Filter')].flatMap((one) => (one instanceof PdfArray ? one.items : [one]));
    const packings = filters.map(nameOf).filter((name) => name === 'FlateDecode' || name === 'Fl');
    if (packings.length > 1) this.findings.add('pdf-too-large-inside');
    if (packings.length !== 1 || filters.length !== 1) return;
    const left = Math.min(MAX_STREAM_LENGTH, MAX_STREAMS_LENGTH - this.unfolded);
    try {
      this.unfolded += inflateSync(stream.data, { maxOutputLength: Math.max(1, left), finishFlush: 2 }).length;
    } catch (error) {
      if (isTooMuch(error)) this.findings.add('pdf-too-large-inside');
    }
  }
}

/** An end of line before `endstream` is no part of the data. */
function trimmed(stream: PdfStream): PdfStream {
  const length = integerOf(stream.dictionary.raw('Length'));
  const isKnown = length !== null && length <= stream.data.length;
  return isKnown ? new PdfStream(stream.dictionary, stream.data.subarray(0, length)) : stream;
}
