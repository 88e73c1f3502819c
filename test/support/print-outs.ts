import { readSheet } from 'read-excel-file/node';
import PizZip from 'pizzip';
import { textOf } from './web-visitor.js';

function partOf(docx: Buffer): string {
  return new PizZip(docx).file('word/document.xml')?.asText() ?? '';
}

/** The cells of each row of the tables in a Word file. */
export function rowsOfWord(docx: Buffer): readonly (readonly string[])[] {
  return [...partOf(docx).matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)),
  );
}

/** The paragraphs of a Word file, without those that are empty. */
export function linesOfWord(docx: Buffer): readonly string[] {
  return [...partOf(docx).matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([line]) => textOf(line)).filter((line) => line !== '');
}

/** The rows of the first sheet of a workbook, its headings left out. */
export async function rowsOfSheet(xlsx: Buffer): Promise<readonly (readonly string[])[]> {
  const [, ...rows] = await readSheet(xlsx, 1);
  return rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}
