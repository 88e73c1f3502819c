import type { FileState } from './file-state.js';
import { PDF_LIMITS, PdfMalformed, PdfTooLarge } from './limits.js';
import { boxOf } from './matrix.js';
import { nameOf, PdfArray, PdfDictionary, PdfReference, PdfString, textOf, type PdfValue } from './values.js';

/** One field at the end of a branch of the form, with what it inherits. */
export interface FormField {
  /** Full name, parts joined by dots. */
  readonly name: string;
  /** `Sig`, `Tx`, `Btn`, `Ch`, or null when no one says. */
  readonly type: string | null;
  readonly reference: PdfReference;
  readonly dictionary: PdfDictionary;
  /** `/V` as written, inherited when the field itself has none; null when empty. */
  readonly value: PdfValue;
  /** Its drawn places: the field itself when it is its own widget, else its kids; none for a signature that nothing draws. */
  readonly widgets: readonly { readonly reference: PdfReference; readonly dictionary: PdfDictionary }[];
}

export interface Form {
  readonly dictionary: PdfDictionary;
  readonly fields: readonly FormField[];
}

interface Branch {
  readonly name: string;
  readonly type: string | null;
  readonly value: PdfValue;
}

/**
 * The form of one state of the file, each field once; null when it has none.
 *
 * @throws PdfMalformed when a field is reached twice, is not an object of its own, or shares its name with another
 */
export function readForm(state: FileState): Form | null {
  const dictionary = state.get(state.catalog, 'AcroForm');
  if (dictionary === null) return null;
  if (!(dictionary instanceof PdfDictionary)) throw new PdfMalformed('form is no dictionary');
  const walk = new FormWalk(state);
  walk.visitAll(state.get(dictionary, 'Fields'), { name: '', type: null, value: null }, 0);
  const names = new Set(walk.fields.map(({ name }) => name));
  if (names.size !== walk.fields.length) throw new PdfMalformed('two fields of one name');
  return { dictionary, fields: walk.fields };
}

class FormWalk {
  readonly fields: FormField[] = [];
  private readonly seen = new Set<number>();

  constructor(private readonly state: FileState) {}

  visitAll(list: PdfValue, above: Branch, depth: number): void {
    if (list === null) return;
    if (!(list instanceof PdfArray)) throw new PdfMalformed('fields are no array');
    if (depth > PDF_LIMITS.nesting) throw new PdfTooLarge('form nested too deeply');
    for (const item of list.items) this.visit(item, above, depth);
  }

  private visit(item: PdfValue, above: Branch, depth: number): void {
    if (!(item instanceof PdfReference)) throw new PdfMalformed('field is no object of its own');
    if (this.seen.has(item.number)) throw new PdfMalformed('field reached twice');
    if (this.seen.size >= PDF_LIMITS.formFields) throw new PdfTooLarge('too many fields');
    this.seen.add(item.number);
    const dictionary = this.state.resolve(item);
    // A freed or missing field is no field; a caller that expected it finds it missing.
    if (dictionary === null) return;
    if (!(dictionary instanceof PdfDictionary)) throw new PdfMalformed('field is no dictionary');
    const here = this.branch(dictionary, above);
    const kids = this.state.get(dictionary, 'Kids');
    const kidReferences = kids instanceof PdfArray ? kids.items : [];
    if (kidReferences.some((kid) => this.state.dictionary(kid)?.entries.has('T'))) {
      this.visitAll(kids, here, depth + 1);
      return;
    }
    const name = here.name === '' ? `#${item.number}` : here.name;
    const { type, value } = here;
    const widgets = this.isUndrawn(dictionary, here) ? [] : this.widgets(item, dictionary, kidReferences);
    this.fields.push({ name, type, reference: item, dictionary, value, widgets });
  }

  private branch(dictionary: PdfDictionary, above: Branch): Branch {
    const part = this.state.get(dictionary, 'T');
    if (part !== null && !(part instanceof PdfString)) throw new PdfMalformed('name of field');
    const own = textOf(part) ?? '';
    const name = above.name === '' || own === '' ? above.name + own : `${above.name}.${own}`;
    const value = dictionary.raw('V');
    return {
      name,
      type: nameOf(this.state.get(dictionary, 'FT')) ?? above.type,
      value: this.state.resolve(value) === null && !(value instanceof PdfReference) ? above.value : value,
    };
  }

  /** Some tools put a timestamp into a field that is no annotation. Until a field is signed, its signer may yet make it one. */
  private isUndrawn(dictionary: PdfDictionary, { type, value }: Branch): boolean {
    if (type !== 'Sig' || ['Subtype', 'AP', 'Kids'].some((key) => dictionary.entries.has(key))) return false;
    const { left, bottom, right, top } = boxOf(this.state, dictionary.raw('Rect'));
    return left === right && bottom === top && this.state.resolve(value) !== null;
  }

  private widgets(own: PdfReference, dictionary: PdfDictionary, kids: readonly PdfValue[]): FormField['widgets'] {
    if (kids.length === 0) return [{ reference: own, dictionary }];
    return kids.map((kid) => {
      const widget = this.state.resolve(kid);
      if (!(kid instanceof PdfReference) || !(widget instanceof PdfDictionary)) {
        throw new PdfMalformed('widget is no object of its own');
      }
      if (this.seen.has(kid.number)) throw new PdfMalformed('widget reached twice');
      if (this.seen.size >= PDF_LIMITS.formFields) throw new PdfTooLarge('too many widgets');
      this.seen.add(kid.number);
      return { reference: kid, dictionary: widget };
    });
  }
}
