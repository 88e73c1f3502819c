import { type FormField, readForm } from '../../../files/domain/pdf/form-fields.js';
import { type FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { digitsOfValue, digitsShown } from '../verification/changes/shown-value.js';

const PLACES = [
  ['so', 'số'],
  ['ngay', 'ngày'],
  ['thang', 'tháng'],
] as const;

/**
 * What speaks against the places of number and date showing what they hold: programs read the value, people see what is drawn. What is drawn must
 * be readable, for a font can show any sign for any code.
 *
 * @returns a sentence for clerks; null when all three show their values
 */
export function entryNotShown(pdf: Buffer): string | null {
  try {
    const file = new PdfFile(pdf);
    const state = file.stateAfter(file.revisions.length - 1);
    const fields = readForm(state)?.fields ?? [];
    for (const [name, words] of PLACES) {
      const fault = placeFault(
        state,
        fields.find((one) => one.name === name),
        words,
      );
      if (fault !== null) return fault;
    }
    return null;
  } catch (error) {
    if (error instanceof PdfMalformed) return 'Không đọc được chữ hiện ở các ô số, ngày.';
    throw error;
  }
}

function placeFault(state: FileState, field: FormField | undefined, words: string): string | null {
  const shown = field ? digitsShown(state, field) : [];
  if (!field || shown.length === 0 || shown.includes('')) return `Không đọc được chữ hiện ở ô ${words}.`;
  const held = digitsOfValue(state, field);
  return shown.every((digits) => digits === held)
    ? null
    : `Ô ${words} đang hiện ${shown.join(', ')}, không phải ${held}.`;
}
