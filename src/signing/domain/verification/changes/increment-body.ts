import type { CrossReference, Entry } from '../../../../files/domain/pdf/cross-reference.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { Lexer } from '../../../../files/domain/pdf/lexer.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { integerOf, type PdfReference } from '../../../../files/domain/pdf/values.js';
import { followsStandardSyntax } from './plain-section.js';
import { readsAlikeWithoutTable } from './searched-objects.js';

/**
 * Whether a save after a signature consists of exactly the objects that its cross-reference lists, each once and at its
 * place, and lists nothing from elsewhere.
 *
 * Hidden objects, doubled ones, and entries that lead back into older parts of the file are how one file shows two
 * contents; tools that sign write none of them.
 */
export function isSoundIncrement(before: FileState, after: FileState): boolean {
  if (!keepsSize(before, after)) return false;
  const { sections, start } = after.revision;
  const [section] = sections;
  if (!section || sections.length !== 1 || !hidesOnlyNew(before, section)) return false;
  try {
    const found = bodyOffsets(after, start, section);
    const isListed = hasOnlyOwnObjects(section, found) && followsStandardSyntax(after, found);
    return isListed && readsAlikeWithoutTable(after, section, found);
  } catch (error) {
    if (error instanceof PdfMalformed) return false;
    throw error;
  }
}

/**
 * A table may leave objects to a stream that older readers pass over (`/XRefStm`, ISO 32000-1, 7.5.8.4), where these are new and
 * the table does not name them too: then nobody reads anything that was signed in another way than everybody else.
 */
function hidesOnlyNew(before: FileState, { hidden }: CrossReference): boolean {
  if (hidden === null) return true;
  const areNew = [...hidden.entries].every(([number, { kind }]) => kind === 'free' || !before.isInUse(number));
  return areNew && hidden.shown.size === 0;
}

/**
 * Readers may take objects numbered from `/Size` on for missing (ISO 32000-1, 7.5.5): a save that lowers it hides what was
 * signed, one that raises it may bring to light what was not shown.
 */
function keepsSize(before: FileState, after: FileState): boolean {
  const sizeOf = ({ trailer }: FileState): number => integerOf(trailer.raw('Size')) ?? 0;
  const [old, now] = [sizeOf(before), sizeOf(after)];
  return now >= old && before.highestUsed < old && after.highestUsed < now;
}

/** Object number by place, of everything between the last save and this one's cross-reference. */
function bodyOffsets(after: FileState, start: number, section: CrossReference): ReadonlyMap<number, number> {
  const lexer = new Lexer(after.file.bytes, start, { end: section.offset });
  const found = new Map<number, number>();
  for (;;) {
    lexer.skipBlank();
    if (lexer.position >= section.offset) return found;
    const object = after.file.objectAt(lexer.position, (length: PdfReference) => after.follow(length));
    if (object.end > section.offset) lexer.fail('object runs into the cross-reference');
    found.set(object.start, object.number);
    lexer.position = object.end;
  }
}

function hasOnlyOwnObjects(section: CrossReference, found: ReadonlyMap<number, number>): boolean {
  const { hidden } = section;
  const listed = new Set<number>();
  if (hidden !== null && found.get(hidden.offset) === hidden.number) listed.add(hidden.offset);
  for (const [number, entry] of section.entries) {
    if (!isOwn(section, [number, entry], found)) return false;
    const isItself = entry.kind === 'inFile' && number === section.streamNumber && entry.offset === section.offset;
    if (entry.kind === 'inFile' && !isItself) listed.add(entry.offset);
  }
  return listed.size === found.size;
}

/** Whether an object stands where the cross-reference says, in this save. */
function isOwn(section: CrossReference, [number, entry]: [number, Entry], found: ReadonlyMap<number, number>): boolean {
  if (entry.kind === 'inStream') return section.entries.get(entry.stream)?.kind === 'inFile';
  if (entry.kind === 'free') return true;
  if (number === section.streamNumber && entry.offset === section.offset) return true;
  return found.get(entry.offset) === number;
}
