import { operationsIn } from '../../../../files/domain/pdf/content-operations.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { Form, FormField } from '../../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { pagesOf } from '../../../../files/domain/pdf/pages.js';
import {
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfName,
  PdfString,
  type PdfValue,
  textOf,
} from '../../../../files/domain/pdf/values.js';

/** What readers draw by its words, for want of an appearance or because the form asks for it (`/NeedAppearances`). */
export interface DrawnByWords {
  /** Whether a field is among them: it takes from the form what it does not say itself (`/DA`, `/Q`). */
  readonly hasFields: boolean;
  /** The resources that they name (`/DA`), whether there are any of that name or not; null when that cannot be read. */
  readonly names: ReadonlySet<string> | null;
}

/** Of one state of a file. @throws PdfMalformed, PdfTooLarge */
export function drawnByWords(state: FileState, { dictionary: form, fields }: Form): DrawnByWords {
  const isAsked = state.get(form, 'NeedAppearances') === true;
  const shown = fields.flatMap((field) =>
    saysSomething(state, field)
      ? field.widgets.map(({ dictionary }) => dictionary).filter((one) => isAsked || !hasAppearance(state, one))
      : [],
  );
  const notes = pagesOf(state).flatMap(({ dictionary }) => notesOn(state, dictionary));
  const styles = [...shown.map((widget) => inheritedStyle(state, widget) ?? form.raw('DA')), ...notes];
  return { hasFields: shown.length > 0, names: namesIn(styles.map((style) => state.resolve(style))) };
}

/** A field with a value; a button may have a caption or be ticked. */
function saysSomething(state: FileState, { type, value }: FormField): boolean {
  if (type === 'Sig') return false;
  const held = state.resolve(value);
  return type === 'Btn' || (held !== null && textOf(held) !== '');
}

function hasAppearance(state: FileState, annotation: PdfDictionary): boolean {
  return state.resolve(state.dictionary(annotation.raw('AP'))?.raw('N') ?? null) !== null;
}

/** Notes in words (`FreeText`) take their fonts from the form too. */
function notesOn(state: FileState, page: PdfDictionary): PdfValue[] {
  const list = state.get(page, 'Annots');
  return (list instanceof PdfArray ? list.items : [])
    .map((item) => state.dictionary(item))
    .filter((one) => one !== null && nameOf(one.raw('Subtype')) !== 'Widget' && !hasAppearance(state, one))
    .map((one) => one?.raw('DA') ?? null);
}

const MAX_DEPTH = 64;

function inheritedStyle(state: FileState, widget: PdfDictionary): PdfValue {
  let node: PdfDictionary | null = widget;
  for (let depth = 0; node !== null && depth < MAX_DEPTH; depth += 1) {
    const style = node.raw('DA');
    if (state.resolve(style) !== null) return style;
    node = state.dictionary(node.raw('Parent'));
  }
  return null;
}

function namesIn(styles: readonly PdfValue[]): ReadonlySet<string> | null {
  const names = new Set<string>();
  try {
    for (const style of styles) {
      if (!(style instanceof PdfString)) continue;
      for (const { operands } of operationsIn(style.bytes)) {
        for (const one of operands) if (one instanceof PdfName) names.add(one.value);
      }
    }
  } catch (error) {
    if (error instanceof PdfMalformed) return null;
    throw error;
  }
  return names;
}
