import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import {
  PdfArray,
  PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import { DerMalformed, readWholeDer } from '../../der/der.js';
import type { ChangeReview } from './change-review.js';

const STORE_LISTS = ['Certs', 'CRLs', 'OCSPs'] as const;
const VRI_LISTS = ['Cert', 'CRL', 'OCSP'] as const;
const STORE_KEYS: ReadonlySet<string> = new Set(['Type', 'VRI', ...STORE_LISTS]);
const VRI_KEYS: ReadonlySet<string> = new Set(['Type', 'TU', 'TS', ...VRI_LISTS]);
/** Upper-case hex of the SHA-1 of a signature's contents. */
const VRI_NAME = /^[0-9A-F]{40}$/u;

/** Evidence for later verification (DSS, ISO 32000-2, 12.8.4.3) may be added at any time, in exactly its form. */
export function reviewSecurityStore(review: ChangeReview): void {
  const [before, after] = [review.before.catalog.raw('DSS'), review.after.catalog.raw('DSS')];
  const store = review.after.resolve(after);
  if (store instanceof PdfDictionary) {
    if (!review.isSame(before, after) || isTouched(review, partsOf(review.after, store))) reviewStore(review, store);
  } else if (before !== null || after !== null) review.refuse('security-store-malformed');
}

function isTouched(review: ChangeReview, parts: readonly PdfValue[]): boolean {
  return parts.some((part) => part instanceof PdfReference && review.overwritten.has(part.number));
}

function reviewStore(review: ChangeReview, store: PdfDictionary): void {
  if (!hasForm(review.after, store)) review.refuse('security-store-malformed');
  review.hasSecurityStore = true;
  for (const { catalog } of [review.before, review.after]) review.licences.release(catalog, 'DSS');
  for (const part of [review.after.catalog.raw('DSS'), ...partsOf(review.after, store)]) review.explain(part);
}

/** The objects that the store is spread over, without the evidence itself. */
function partsOf(state: FileState, store: PdfDictionary): PdfValue[] {
  const entries = [...(state.dictionary(store.raw('VRI'))?.entries.values() ?? [])];
  const inner = entries.flatMap((entry) => [entry, ...(state.dictionary(entry)?.entries.values() ?? [])]);
  return [...store.entries.values(), ...inner];
}

function hasForm(state: FileState, store: PdfDictionary): boolean {
  if (![...store.entries.keys()].every((key) => STORE_KEYS.has(key))) return false;
  if (!STORE_LISTS.every((key) => isListOfStreams(state, store.raw(key)))) return false;
  const vri = state.resolve(store.raw('VRI'));
  if (vri === null) return true;
  if (!(vri instanceof PdfDictionary)) return false;
  return [...vri.entries].every(([name, entry]) => name === 'Type' || (VRI_NAME.test(name) && isVri(state, entry)));
}

function isVri(state: FileState, value: PdfValue): boolean {
  const entry = state.resolve(value);
  if (!(entry instanceof PdfDictionary) || ![...entry.entries.keys()].every((key) => VRI_KEYS.has(key))) return false;
  const stamp = state.resolve(entry.raw('TS'));
  return (
    (stamp === null || isEvidence(state, stamp)) && VRI_LISTS.every((key) => isListOfStreams(state, entry.raw(key)))
  );
}

function isListOfStreams(state: FileState, value: PdfValue): boolean {
  const list = state.resolve(value);
  if (list === null) return true;
  if (!(list instanceof PdfArray)) return false;
  return list.items.every((item) => item instanceof PdfReference && isEvidence(state, state.resolve(item)));
}

/** Certificates, lists and answers are one structure each; text could be taken for objects of the file. */
function isEvidence(state: FileState, value: PdfValue): boolean {
  if (!(value instanceof PdfStream)) return false;
  try {
    readWholeDer(state.file.decode(value));
    return true;
  } catch (error) {
    if (error instanceof DerMalformed || error instanceof PdfMalformed) return false;
    throw error;
  }
}
