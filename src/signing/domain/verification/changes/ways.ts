import {
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';

/** What an object is for the rules that looked through its change; it may be so only where it is reached as that. */
export type Role = 'catalog' | 'page' | 'form' | 'field' | 'element';

/** From where an object is reached: the nearest dictionary above it, and the key in it; lists between them do not count. */
export interface Way {
  readonly from: PdfDictionary;
  readonly key: string;
}

const typeOf = ({ from }: Way): string | null => nameOf(from.raw('Type'));
const has = ({ from }: Way, ...keys: readonly string[]): boolean => keys.some((key) => from.entries.has(key));

/** How others may refer to a field: as a field, on its page, in the order of reading, in an action or in a signature's rules. */
const TO_FIELDS: ReadonlyMap<string, (way: Way) => boolean> = new Map([
  ['Fields', (way: Way) => typeOf(way) === null || has(way, 'S')],
  ['Kids', (way: Way) => typeOf(way) !== 'Pages' && has(way, 'T', 'FT')],
  ['Parent', (way: Way) => typeOf(way) !== 'Page' && typeOf(way) !== 'Pages'],
  ['Annots', (way: Way) => typeOf(way) === 'Page' || typeOf(way) === null],
  ['Obj', (way: Way) => typeOf(way) === 'OBJR' || typeOf(way) === null],
  ['CO', (way: Way) => has(way, 'Fields')],
  ['Data', (way: Way) => has(way, 'TransformMethod')],
]);

/** Above and below an element of the structure, and in the tables that find it. */
const TO_ELEMENTS: ReadonlySet<string> = new Set(['K', 'P', 'Nums', 'Names', 'ParentTree', 'Kids', 'StructTreeRoot']);

const FITS: Readonly<Record<Role, (way: Way) => boolean>> = {
  // Their keys that may differ mean nothing to anybody who takes them for something else.
  catalog: () => true,
  page: () => true,
  form: ({ key }) => key === 'AcroForm',
  field: (way) => TO_FIELDS.get(way.key)?.(way) ?? false,
  element: (way) => TO_ELEMENTS.has(way.key) && typeOf(way) !== 'Pages',
};

/** How far below a key lists and dictionaries may have more in them than before: the list itself, or a dictionary of dictionaries. */
export type Growth = 1 | 2;

/** What the rules of one save let differ, and where. Whatever is reached in another way than these is to stay as it was. */
export class Licences {
  private readonly roles = new Map<number, Set<Role>>();
  private readonly free = new Map<PdfDictionary, Set<string>>();
  private readonly growing = new Map<PdfDictionary, Map<string, Growth>>();

  /** The object is another now, and a rule has looked at every key that differs. */
  hold(number: number, role: Role): void {
    this.roles.set(number, (this.roles.get(number) ?? new Set()).add(role));
  }

  /** What lies behind the key may be another: a rule has looked at what lies there now. */
  release(dictionary: PdfDictionary | null | undefined, key: string): void {
    if (dictionary) this.free.set(dictionary, (this.free.get(dictionary) ?? new Set()).add(key));
  }

  /** The list, or the names, behind the key may have more in them than before; what was in them stays. */
  grow(dictionary: PdfDictionary | null | undefined, key: string, growth: Growth = 1): void {
    if (dictionary)
      this.growing.set(dictionary, (this.growing.get(dictionary) ?? new Map<string, Growth>()).set(key, growth));
  }

  /** Whether the object may be another when it is reached in this way: an object of two roles only where both may be reached. */
  isHeld(number: number, way: Way): boolean {
    const roles = this.roles.get(number);
    return roles !== undefined && [...roles].every((role) => FITS[role](way));
  }

  isFree({ from, key }: Way): boolean {
    return this.free.get(from)?.has(key) ?? false;
  }

  growthAt({ from, key }: Way): Growth | 0 {
    return this.growing.get(from)?.get(key) ?? 0;
  }
}

/** The number of an object that a value refers to; null for what stands there itself. */
export function numberOf(value: PdfValue): number | null {
  return value instanceof PdfReference ? value.number : null;
}

/** Whether other objects may be reached through a value. */
export function leadsOn(value: PdfValue): boolean {
  return (
    value instanceof PdfReference ||
    value instanceof PdfArray ||
    value instanceof PdfDictionary ||
    value instanceof PdfStream
  );
}
