import type { CrossReference } from '../../../../files/domain/pdf/cross-reference.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { nameOf, PdfDictionary, PdfReference, PdfStream, type PdfValue } from '../../../../files/domain/pdf/values.js';
import { ObjectSearch } from './object-search.js';

/**
 * Whether readers that leave the cross-reference and search the file for `N G obj` and `trailer` find in this save what the
 * cross-reference lists, and nothing else.
 *
 * One reference that leads nowhere makes poppler search so, through streams and strings, and take the last object of each number: what
 * looks like an object in the appearance of a signature would replace one that was signed.
 *
 * @param found object number by place, of what stands in the save
 */
export function readsAlikeWithoutTable(
  after: FileState,
  section: CrossReference,
  found: ReadonlyMap<number, number>,
): boolean {
  return !hidesObjects(after, section, found) && !hidesSection(after, section, found);
}

function hidesObjects(
  { file, revision }: FileState,
  section: CrossReference,
  found: ReadonlyMap<number, number>,
): boolean {
  const search = new ObjectSearch(file.bytes, revision.start, revision.endOfMark);
  const isKnown = (place: number): boolean => found.has(place) || place === section.offset;
  const known = found.size + (section.streamNumber === null || found.has(section.offset) ? 0 : 1);
  // Each object that is known has this word once.
  if (search.countOfObj() > known && search.objects().some((place) => !isKnown(place))) return true;
  return search.trailers() !== (section.streamNumber === null ? 1 : 0);
}

/** What such readers take for the beginning of everything, or for more objects, where the cross-reference does not. */
function hidesSection(after: FileState, section: CrossReference, found: ReadonlyMap<number, number>): boolean {
  return [...found].some(([offset, number]) => {
    const value = after.contentOf(number);
    const type = typeOf(value);
    if (type === 'XRef') return offset !== section.offset && offset !== section.hidden?.offset;
    if (type === 'Catalog') return !isRoot(section, number);
    return type === 'ObjStm' && value instanceof PdfStream && !isListedWhole(after, section, { number, value });
  });
}

function typeOf(value: PdfValue): string | null {
  const dictionary = value instanceof PdfStream ? value.dictionary : value;
  return dictionary instanceof PdfDictionary ? nameOf(dictionary.raw('Type')) : null;
}

function isRoot({ trailer }: CrossReference, number: number): boolean {
  const root = trailer.raw('Root');
  return root instanceof PdfReference && root.number === number;
}

function isListedWhole(
  { file }: FileState,
  { entries }: CrossReference,
  { number, value }: { readonly number: number; readonly value: PdfStream },
): boolean {
  return [...file.objectsOf(value).keys()].every((packed) => {
    const entry = entries.get(packed);
    return entry?.kind === 'inStream' && entry.stream === number;
  });
}
