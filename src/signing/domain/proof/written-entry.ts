import { type FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import { readForm } from '../../../files/domain/pdf/form-fields.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { type Box, boxOf } from '../../../files/domain/pdf/matrix.js';
import { resourcesOf } from '../../../files/domain/pdf/page-resources.js';
import { pagesOf } from '../../../files/domain/pdf/pages.js';
import { type PdfDictionary, PdfReference, type PdfValue } from '../../../files/domain/pdf/values.js';
import { differingKeys } from '../../../files/domain/pdf/equality.js';
import { reviewRevision, unexplainedIn } from '../verification/changes/review-revision.js';
import { type ReasonCode, weighs } from '../verification/reasons.js';
import { isOnlyTextAdded, onlyFontsGrow } from './added-content.js';
import { drawnOn, type Drawn } from './drawn-page.js';
import { LEADER_FIELD, type ProofInput, SEAL_FIELD, signatureIn } from './proof-case.js';

/** Number, day and month as somebody wrote them into the page after the leader had signed. */
export interface WrittenEntry {
  readonly so: string;
  readonly ngay: string;
  readonly thang: string;
}

type PlaceName = keyof WrittenEntry;

const PLACES: readonly PlaceName[] = ['so', 'ngay', 'thang'];

/** All that the verifier may have against the content of such a file. */
const OF_WRITING: ReadonlySet<ReasonCode> = new Set(['page-changed', 'object-changed', 'increment-without-purpose']);

/** Keys of the first page that such a save touches; its list of annotations is judged with the fields. */
const OF_THE_PAGE: ReadonlySet<string> = new Set(['Contents', 'Resources', 'Annots']);

/** How far letters may reach over the edge of their place, in points. */
const EDGE = 2;
const BLACK = '000000';

/**
 * What an e-office wrote into the page in place of filling the prepared fields, where it did nothing else between the leader's signature and
 * the agency's, which covers all of it: the page draws what it drew, in the same order and looks, then black letters inside the three places,
 * and nothing that cannot be followed.
 *
 * @returns null for every other file, also where nothing was written
 */
export function writtenEntry(proofInput: ProofInput): WrittenEntry | null {
  try {
    return written(proofInput);
  } catch (error) {
    if (error instanceof PdfMalformed) return null;
    throw error;
  }
}

function written(proofInput: ProofInput): WrittenEntry | null {
  const { returned, verification } = proofInput;
  const faults = verification.reasons.filter(({ code }) => weighs(code) !== 'note' && !isOpen(code));
  if (faults.length === 0 || !faults.every(({ code }) => OF_WRITING.has(code))) return null;
  const file = new PdfFile(returned);
  const signed = revisionOf(file, proofInput, LEADER_FIELD);
  const last = file.revisions.length - 1;
  if (signed < 0 || revisionOf(file, proofInput, SEAL_FIELD) !== last || last <= signed) return null;
  const [before, after] = [file.stateAfter(signed), file.stateAfter(last)];
  if (!areOnlyWriting(file, before, { signed, last })) return null;
  const added = addedTo(before, after);
  return added && inPlaces(added, placesOf(before));
}

/** What lacks evidence stands on the line of its own, whatever was written. */
function isOpen(code: ReasonCode): boolean {
  return weighs(code) === 'unknown';
}

function revisionOf(file: PdfFile, proofInput: ProofInput, field: string): number {
  const end = signatureIn(proofInput, field)?.revisionEnd ?? -1;
  return file.revisions.findIndex(({ endOfMark, endOfLine }) => end >= endOfMark && end <= endOfLine);
}

/** No save after the leader's touches more than the page, its resources and, the last one, the seal's field. */
function areOnlyWriting(
  file: PdfFile,
  before: FileState,
  { signed, last }: Record<'signed' | 'last', number>,
): boolean {
  const mayChange = resourceObjects(before);
  for (let revision = signed + 1; revision <= last; revision += 1) {
    const { refused, filled, emptyFields, signatures, hasSecurityStore } = reviewRevision(file, revision);
    const fields = signatures.map(({ field, isNewField }) => (isNewField ? '' : field)).join(' ');
    const isExpected = fields === (revision === last ? SEAL_FIELD : '');
    const isBare = filled.length + emptyFields.length === 0 && !hasSecurityStore;
    const isWriting = refused.every(({ code }) => OF_WRITING.has(code));
    const onlyResources = unexplainedIn(file, revision, mayChange).length === 0;
    if (!isExpected || !isBare || !isWriting || !onlyResources) return false;
  }
  return true;
}

/** The objects with a page's fonts; another rule checks them. */
function resourceObjects(before: FileState): ReadonlySet<number> {
  const [page] = pagesOf(before);
  if (!page) return new Set();
  const raw = [page.dictionary.raw('Resources'), resourcesOf(before, page.dictionary).raw('Font')];
  return new Set(raw.flatMap((value: PdfValue) => (value instanceof PdfReference ? [value.number] : [])));
}

/** What the first page draws more than it did; null when any page draws anything else, or says so in another way. */
function addedTo(before: FileState, after: FileState): readonly Drawn[] | null {
  const [old, now] = [pagesOf(before), pagesOf(after)];
  if (old.length !== now.length) return null;
  let added: readonly Drawn[] = [];
  for (const [at, page] of old.entries()) {
    const other = now[at]?.dictionary;
    if (!other || !isSheetKept(page.dictionary, other, at)) return null;
    const more = drawnMore({ state: before, page: page.dictionary }, { state: after, page: other });
    if (more === null || (at > 0 && more.length > 0)) return null;
    if (at === 0) added = more;
  }
  return added;
}

function isSheetKept(old: PdfDictionary, now: PdfDictionary, at: number): boolean {
  return differingKeys(old, now).every((key) => (at === 0 ? OF_THE_PAGE.has(key) : key === 'Annots'));
}

interface Sheet {
  readonly state: FileState;
  readonly page: PdfDictionary;
}

/** @returns null unless the new page draws all that the old one drew, first and alike */
function drawnMore(old: Sheet, now: Sheet): readonly Drawn[] | null {
  if (!onlyFontsGrow(old, now) || !isOnlyTextAdded(old, now)) return null;
  const [before, after] = [drawnOn(old.state, old.page), drawnOn(now.state, now.page)];
  const isKept = before.every(({ look }, at) => after[at]?.look === look);
  return isKept ? after.slice(before.length) : null;
}

function placesOf(before: FileState): ReadonlyMap<PlaceName, Box> {
  const fields = readForm(before)?.fields ?? [];
  return new Map(
    PLACES.flatMap((name) => {
      const widget = fields.find((field) => field.name === name)?.widgets[0];
      return widget ? [[name, boxOf(before, widget.dictionary.raw('Rect'))] as const] : [];
    }),
  );
}

/** @returns null unless every letter stands in one of the places, and each of them holds something */
function inPlaces(added: readonly Drawn[], places: ReadonlyMap<PlaceName, Box>): WrittenEntry | null {
  const entry: Record<PlaceName, string> = { so: '', ngay: '', thang: '' };
  for (const { text, colour, box } of added) {
    const place = PLACES.find((name) => isWithin(box, places.get(name)));
    if (text === null || colour !== BLACK || place === undefined) return null;
    entry[place] += text;
  }
  return PLACES.every((name) => entry[name].trim() !== '') ? entry : null;
}

function isWithin(box: Box, place: Box | undefined): boolean {
  if (!place) return false;
  const [across, upright] = [
    box.left >= place.left - EDGE && box.right <= place.right + EDGE,
    box.bottom >= place.bottom - EDGE && box.top <= place.top + EDGE,
  ];
  return across && upright;
}
