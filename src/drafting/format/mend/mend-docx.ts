import PizZip from 'pizzip';
import type { XmlTree } from '../../../files/domain/xml/xml-tree.js';
import { editBetween, letterEdits } from '../../domain/format/mend/text-edits.js';
import { checkedPage, flawsOfPage } from '../../domain/format/rules/check-format.js';
import type { CheckedPage, CheckOptions, Flaw } from '../../domain/format/rules/finding.js';
import { isColoured, isInForeignFont, linesFor } from '../../domain/format/rules/letter-rules.js';
import { isSafelyMended, type FormatRule } from '../../domain/format/rules/rule-table.js';
import { modelOf, readDocx, type ReadDocx } from '../docx/read-docx.js';
import type { ReadPiece } from '../docx/runs.js';
import type { WordPackage } from '../docx/word-package.js';
import { piecesOf, textInFile, writeEdits } from './line-writer.js';
import { mendMargins } from './mend-margins.js';
import { setBlack, setTimes } from './run-look.js';

/** A Word file with the departures that need no person corrected. */
export interface MendedDocx {
  readonly docx: Buffer;
  /** Rules that it no longer breaks, in the order in which they were corrected. */
  readonly mended: readonly FormatRule[];
}

interface Mending {
  readonly document: XmlTree;
  readonly model: ReadDocx['model'];
  readonly page: CheckedPage;
  readonly flaw: Flaw;
}

/**
 * Mends in a Word file what is corrected without a person: margins, fonts, colour, blanks, the code of letters, leading
 * zeros, and words that the decree prescribes to the letter. What is not corrected is written as it was.
 *
 * @param docx a file that passed the inspection
 * @throws DocxUnreadable
 */
export async function mendDocx(docx: Buffer, options: CheckOptions): Promise<MendedDocx> {
  const { file } = await readDocx(docx);
  const tried = new Set<FormatRule>();
  for (;;) {
    const model = modelOf(file);
    const page = checkedPage(model, options);
    const flaw = flawsOfPage(page).find(({ rule }) => isSafelyMended(rule) && !tried.has(rule));
    if (!flaw) break;
    tried.add(flaw.rule);
    mendOne({ document: file.document, model, page, flaw });
  }
  const left = new Set(flawsOfPage(checkedPage(modelOf(file), options)).map(({ rule }) => rule));
  const mended = [...tried].filter((rule) => !left.has(rule));
  return { docx: mended.length === 0 ? docx : written(docx, file), mended };
}

const WAYS: Partial<Readonly<Record<FormatRule, (mending: Mending) => void>>> = {
  'page-margins': ({ document, model }) => mendMargins(document, model.sections),
  font: ({ document, page }) => {
    for (const { run } of piecesIn(page, 'font', isInForeignFont)) setTimes(document, run);
  },
  colour: ({ document, page }) => {
    for (const { run } of piecesIn(page, 'colour', isColoured)) setBlack(document, run);
  },
};

function mendOne(mending: Mending): void {
  const mend = WAYS[mending.flaw.rule] ?? (mending.flaw.mended === undefined ? mendLetters : mendLine);
  mend(mending);
}

function mendLine({ document, flaw: { line, mended } }: Mending): void {
  const edit = line && mended !== undefined ? editBetween(textInFile(line), line.text, mended) : null;
  if (line && edit) writeEdits(document, line, [edit]);
}

function mendLetters({ document, page, flaw: { rule } }: Mending): void {
  for (const line of linesFor(rule, page)) writeEdits(document, line, letterEdits(rule, textInFile(line)) ?? []);
}

function piecesIn(page: CheckedPage, rule: FormatRule, isWrong: (piece: ReadPiece) => boolean): readonly ReadPiece[] {
  return linesFor(rule, page).flatMap(piecesOf).filter(isWrong);
}

/** The archive with one part changed; all others are taken over as they lie there, packed. */
function written(docx: Buffer, { mainPart, document }: WordPackage): Buffer {
  const archive = new PizZip(docx);
  const date = archive.file(mainPart)?.date;
  archive.file(mainPart, inUtf8(document.write()), date ? { date } : {});
  return archive.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

function inUtf8(xml: string): string {
  return xml.replace(/^(<\?xml[^>]*encoding=["'])utf-16(?=["'])/iu, '$1UTF-8');
}
