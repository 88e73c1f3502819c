import { differingKeys, isSameValue } from '../../../../files/domain/pdf/equality.js';
import type { Entry } from '../../../../files/domain/pdf/cross-reference.js';
import type { FileState, PdfFile } from '../../../../files/domain/pdf/file-state.js';
import { pagesOf, withNodesAbove } from '../../../../files/domain/pdf/pages.js';
import { nameOf, PdfDictionary, PdfName, PdfReference, PdfStream } from '../../../../files/domain/pdf/values.js';
import { ChangeReview, type RevisionChanges } from './change-review.js';
import { reviewDocumentInformation, reviewMetadata } from './description-rules.js';
import { reviewForm } from './form-rules.js';
import { isSoundIncrement } from './increment-body.js';
import { reviewPages } from './page-rules.js';
import { pagesShownOtherwise } from './shown-pages.js';
import { reviewStructure } from './structure-rules.js';
import { reviewSecurityStore } from './security-store-rules.js';

/** Keys of the catalog that other rules look into, or that only say what features the file uses. */
const CATALOG_REVIEWED: ReadonlySet<string> = new Set(['AcroForm', 'DSS', 'Metadata', 'Version', 'Extensions']);

/**
 * What the save `revision` (counted from 0, at least 1) changed against the one before.
 *
 * Whitelist: new signatures in prepared or added fields, values of empty text fields, the security store, and the notes
 * that tools leave. Whether a change was also permitted is judged later, by the signatures.
 *
 * @throws PdfMalformed, PdfTooLarge
 */
export function reviewRevision(file: PdfFile, revision: number): RevisionChanges {
  return reviewOf(file, revision).changes;
}

/**
 * The objects that the save put others in the place of, and that no rule explains.
 *
 * @param resources in which pages keep their fonts: they may be others where pages alone draw with them, and are for the caller to look through
 * @throws PdfMalformed, PdfTooLarge
 */
export function unexplainedIn(file: PdfFile, revision: number, resources: ReadonlySet<number>): readonly number[] {
  return reviewOf(file, revision, (review) => {
    for (const state of [review.before, review.after]) {
      const nodes = pagesOf(state).flatMap(({ dictionary }) => withNodesAbove(state, dictionary));
      for (const node of new Set(nodes)) review.licences.grow(node, 'Resources', 2);
    }
    for (const number of resources) review.explain(new PdfReference(number, 0));
  }).unexplained;
}

function reviewOf(file: PdfFile, revision: number, prepare?: (review: ChangeReview) => void): ChangeReview {
  const before = file.stateAfter(revision - 1);
  const after = file.stateAfter(revision);
  const numbers = after.revision.sections.flatMap(({ entries }) => [...entries.keys()]);
  const review = new ChangeReview({
    before,
    after,
    overwritten: overwrittenOf(before, after, numbers),
    added: new Set(numbers.filter((number) => !before.isInUse(number) && after.isInUse(number))),
  });
  prepare?.(review);
  if (!isSoundIncrement(before, after)) review.refuse('increment-malformed');
  refuseRemoved(review, numbers);
  reviewForm(review);
  reviewPages(review);
  reviewStructure(review);
  reviewCatalog(review);
  reviewSecurityStore(review);
  reviewMetadata(review);
  reviewDocumentInformation(review);
  if (!isSameCatalog(review)) review.refuse('catalog-changed');
  refusePlaced(review);
  refuseUnexplained(review);
  refuseShownOtherwise(review);
  return review;
}

/** A save that signs may write the catalog under a number of its own, never under one that was prepared before. */
function isSameCatalog({ before, after, added, signatures, hasSecurityStore }: ChangeReview): boolean {
  const root = after.trailer.raw('Root');
  if (isSameValue(before.trailer.raw('Root'), root)) return true;
  const hasPurpose = signatures.length > 0 || hasSecurityStore;
  return hasPurpose && root instanceof PdfReference && added.has(root.number);
}

function overwrittenOf(before: FileState, after: FileState, numbers: readonly number[]): ReadonlySet<number> {
  return new Set(
    numbers.filter((number) => {
      const [old, now] = [before.entry(number), after.entry(number)];
      if (old.kind === 'free' || now.kind === 'free') return false;
      // References name the generation: under another one it is gone for some readers.
      if (generationOf(old) !== generationOf(now)) return true;
      const [content, newContent] = [before.contentOf(number), after.contentOf(number)];
      // Whether it was written with a point, and is now, cannot be seen of a number that stands alone; no tool writes one again.
      return typeof content === 'number' || !isSameValue(content, newContent);
    }),
  );
}

function generationOf(entry: Entry): number {
  return entry.kind === 'inFile' ? entry.generation : 0;
}

function refuseRemoved(review: ChangeReview, numbers: readonly number[]): void {
  const removed = numbers.filter((number) => review.before.isInUse(number) && !review.after.isInUse(number));
  if (removed.length > 0) review.refuse('object-removed');
}

function reviewCatalog(review: ChangeReview): void {
  const [before, after] = [review.before.catalog, review.after.catalog];
  const root = review.after.trailer.raw('Root');
  if (root instanceof PdfReference) review.hold(root.number, 'catalog');
  for (const key of differingKeys(before, after)) {
    if (!CATALOG_REVIEWED.has(key)) review.refuse('catalog-changed', `(${key})`);
  }
  const version = after.raw('Version');
  if (version !== null && !(version instanceof PdfName)) review.refuse('catalog-changed', '(Version)');
  const extensions = after.raw('Extensions');
  for (const catalog of [before, after]) review.licences.release(catalog, 'Extensions');
  review.explain(extensions);
  if (extensions !== null && !(review.after.resolve(extensions) instanceof PdfDictionary)) {
    review.refuse('catalog-changed', '(Extensions)');
  }
}

/** New objects must not slip behind references that led nowhere when the document was signed. */
function refusePlaced(review: ChangeReview): void {
  if (review.reach.dangling.size > 0) review.refuse('object-placed-behind-reference');
  if (review.reach.isTorn) review.refuse('increment-malformed');
}

function refuseUnexplained(review: ChangeReview): void {
  for (const number of review.unexplained.slice(0, MAX_NAMED)) {
    review.refuse('object-changed', `(${describe(review.before, number)})`);
  }
}

/** The last line: whatever the rules let pass, pages show what they showed. */
function refuseShownOtherwise(review: ChangeReview): void {
  const { before, after, refused, changedWidgets: changed, welcomeWidgets: added } = review;
  if (refused.some(({ code }) => code !== 'signature-overlay')) return;
  for (const page of pagesShownOtherwise(before, after, { changed, added }).slice(0, MAX_NAMED)) {
    review.refuse('page-changed', page === 0 ? undefined : `(trang ${page})`);
  }
}

const MAX_NAMED = 5;

const KINDS: Readonly<Record<string, string>> = {
  Page: 'trang',
  Pages: 'danh sách trang',
  Font: 'phông chữ',
  XObject: 'hình',
  Catalog: 'cấu trúc chung',
  Annot: 'chú thích',
  Sig: 'chữ ký',
  ObjStm: 'kho đối tượng',
};

function describe(state: FileState, number: number): string {
  const content = state.contentOf(number);
  const dictionary = content instanceof PdfStream ? content.dictionary : content;
  const type = dictionary instanceof PdfDictionary ? (nameOf(dictionary.raw('Type')) ?? '') : '';
  return `${KINDS[type] ?? (content instanceof PdfStream ? 'nội dung' : 'đối tượng')} số ${number}`;
}
