import { leftOverMarks } from '../../../privacy/domain/stand-in-words.js';
import { stringsIn } from './strings-in.js';
import type { FormError, WrittenLetter } from './written-letter.js';

/** What a correction quotes of a letter that was released, as it was printed. */
const QUOTED: ReadonlySet<string> = new Set(['van_ban_goc', 'noi_dung_sai']);

/**
 * Brackets, template tags and masks that were left in the text; none of them may be signed. Rows that come from the case and cannot be typed are
 * not looked at.
 */
export function leftOverIn({ fields, reading }: WrittenLetter): readonly FormError[] {
  const own = Object.entries(fields).filter(([field]) => !QUOTED.has(field) && !OF_THE_CASE.has(field));
  const typed = own.map(([field, value]) => [field, textOf(value)] as const);
  const written = reading ? [...typed, ['file', withoutQuoted(reading.paragraphs.join('\n'), fields)] as const] : typed;
  return written.flatMap(([field, text]) => {
    const marks = leftOverMarks(text);
    return marks.length === 0 ? [] : [{ field, message: leftOverWords(marks) }];
  });
}

/** Rows that only a feature gives. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['phieu', 'thay_doi']);

/** The text of a file without what it quotes of the letter that it corrects. */
function withoutQuoted(text: string, fields: WrittenLetter['fields']): string {
  const quoted = Object.entries(fields).flatMap(([field, value]) =>
    QUOTED.has(field) ? textOf(value).split('\n') : [],
  );
  return quoted.filter((line) => line.trim() !== '').reduce((left, line) => left.replaceAll(line.trim(), ''), text);
}

function leftOverWords(marks: readonly string[]): string {
  return `Còn chỗ để trống hoặc bị che chưa viết lại: ${marks.slice(0, 5).join(', ')}. Thay bằng nội dung, không để dấu ngoặc hay thẻ của mẫu.`;
}

function textOf(value: unknown): string {
  return stringsIn(value).join('\n');
}
