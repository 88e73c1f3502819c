import { decodeChain } from './content-filters.js';
import type { FileState } from './file-state.js';
import { nameOf, PdfArray, PdfDictionary, PdfName, PdfReference, PdfStream, type PdfValue } from './values.js';

/** Data of a stream, with the filters that still lie on it. */
export interface StoredContent {
  readonly data: Buffer;
  readonly filters: readonly string[];
  readonly parameters: readonly PdfValue[];
}

/** Keys that say how a stream is stored, and nothing of what it holds. */
export const STORAGE_KEYS: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);

/** Filters that writers put on and take off as they like: what lies below stays the same to the byte. */
const FREE_FILTERS: ReadonlySet<string> = new Set([
  ...['FlateDecode', 'Fl', 'ASCII85Decode', 'A85', 'ASCIIHexDecode', 'AHx'],
]);

/** The data as the file keeps it. */
export function storedContent(state: FileState, { data, dictionary }: PdfStream): StoredContent {
  const filters = listAt(state, dictionary, 'Filter').map((filter) => nameOf(filter) ?? '');
  const parameters = listAt(state, dictionary, 'DecodeParms');
  return { data, filters, parameters: filters.map((_, at) => parameters[at] ?? null) };
}

/** The same without the filters that writers choose freely. @throws PdfMalformed, PdfTooLarge */
export function unfoldedContent(state: FileState, { data, filters, parameters }: StoredContent): StoredContent {
  const kept = filters.findIndex((filter) => !FREE_FILTERS.has(filter));
  const free = kept < 0 ? filters.length : kept;
  const outer = new Map<string, PdfValue>([
    ['Filter', new PdfArray(filters.slice(0, free).map((filter) => new PdfName(filter)))],
    ['DecodeParms', new PdfArray(parameters.slice(0, free).map((one) => withoutReferences(state, one)))],
  ]);
  const decoded = decodeChain(
    new PdfStream(new PdfDictionary(outer), data),
    (value) => state.resolve(value),
    // Some writers leave an empty stream empty and still call it compressed.
    (step) => (step.data.length === 0 ? step.data : state.file.decode(step)),
  );
  return { data: decoded, filters: filters.slice(free), parameters: parameters.slice(free) };
}

function listAt(state: FileState, dictionary: PdfDictionary, key: string): readonly PdfValue[] {
  const value = state.get(dictionary, key);
  if (value === null) return [];
  return value instanceof PdfArray ? value.items.map((item) => state.resolve(item)) : [value];
}

/** Decoders look at plain numbers only; readers follow references to them too. */
function withoutReferences(state: FileState, value: PdfValue): PdfValue {
  if (!(value instanceof PdfDictionary)) return value;
  return new PdfDictionary(
    new Map([...value.entries].map(([key, item]) => [key, item instanceof PdfReference ? state.resolve(item) : item])),
  );
}
