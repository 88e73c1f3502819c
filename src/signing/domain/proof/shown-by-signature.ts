import { readForm } from '../../../files/domain/pdf/form-fields.js';
import { PdfFile, type FileState } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { drawPage } from '../../../files/domain/pdf/page-drawing.js';
import { EMPTY_DICTIONARY, PdfDictionary, PdfStream, type PdfValue } from '../../../files/domain/pdf/values.js';

/** What the place of a signature shows on the page. */
export interface ShownBySignature {
  /** Pieces in the order of drawing, a line for each height. */
  readonly text: string;
  /** Smallest and largest size in points; 0 without text. */
  readonly sizes: readonly [number, number];
  /** Whether it draws a picture or another form. */
  readonly hasImage: boolean;
}

/** @returns null when the field is not there, shows nothing that can be followed, or the file cannot be read */
export function shownBySignature(pdf: Buffer, fieldName: string): ShownBySignature | null {
  try {
    const file = new PdfFile(pdf);
    const state = file.stateAfter(file.revisions.length - 1);
    const field = readForm(state)?.fields.find(({ name }) => name === fieldName);
    const appearance = state.dictionary(field?.widgets[0]?.dictionary.raw('AP') ?? null)?.raw('N') ?? null;
    const form = state.resolve(appearance);
    return form instanceof PdfStream ? drawn(state, appearance, form) : null;
  } catch (error) {
    if (error instanceof PdfMalformed) return null;
    throw error;
  }
}

function drawn(state: FileState, appearance: PdfValue, form: PdfStream): ShownBySignature {
  const resources = state.dictionary(form.dictionary.raw('Resources')) ?? EMPTY_DICTIONARY;
  const lines: { readonly baseline: number; text: string }[] = [];
  const sizes: number[] = [];
  const page = new PdfDictionary(
    new Map<string, PdfValue>([
      ['Contents', appearance],
      ['Resources', resources],
    ]),
  );
  drawPage(state, page, {
    text: ({ bytes, font, size, baseline }) => {
      const last = lines.at(-1);
      if (last && Math.abs(last.baseline - baseline) < 1) last.text += font.textOf(bytes);
      else lines.push({ baseline, text: font.textOf(bytes) });
      sizes.push(size);
    },
    path: () => undefined,
  });
  const ascending = sizes.toSorted((a, b) => a - b);
  return {
    text: lines.map(({ text }) => text.trim()).join(' '),
    sizes: [ascending[0] ?? 0, ascending.at(-1) ?? 0],
    hasImage: (state.dictionary(resources.raw('XObject'))?.entries.size ?? 0) > 0,
  };
}
