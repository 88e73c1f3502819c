import type { FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import {
  integerOf,
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfString,
  type PdfValue,
} from '../../../files/domain/pdf/values.js';
import { type ModificationRules, readModificationRules } from './modification-rules.js';
import type { ReasonCode } from './reasons.js';

const SUB_FILTERS = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached', 'ETSI.RFC3161'] as const;
export type SubFilter = (typeof SUB_FILTERS)[number];

/** A signature dictionary whose shape and place in the file are sound. */
export interface PlacedSignature {
  readonly subFilter: SubFilter;
  /** CMS with some of the zero bytes that fill its place. */
  readonly cms: Buffer;
  /** The two stretches of bytes that are signed. */
  readonly signedRanges: readonly [Buffer, Buffer];
  /** The save that it closes, counted from 0, and the byte after it. */
  readonly revision: number;
  readonly end: number;
  /** The time that it claims, as written. */
  readonly date: PdfValue;
  readonly rules: ModificationRules;
  /** As the signature itself says them: without the lock that its field announced. */
  readonly ownRules: ModificationRules;
}

export type Placement =
  | { readonly placed: PlacedSignature }
  | { readonly fault: ReasonCode; readonly subFilter: string };

/** The shape and place of one signature, or the first reason against it. */
export function placeSignature(file: PdfFile, state: FileState, dictionary: PdfDictionary): Placement {
  const subFilter = nameOf(dictionary.raw('SubFilter')) ?? '';
  const known = SUB_FILTERS.find((one) => one === subFilter);
  if (!known) return { fault: subFilter === '' ? 'signature-malformed' : 'subfilter-refused', subFilter };
  const contents = dictionary.raw('Contents');
  if (!hasRightShape(dictionary, known) || !(contents instanceof PdfString)) {
    return { fault: 'signature-malformed', subFilter };
  }
  const range = readByteRange(dictionary.raw('ByteRange'), file.bytes.length);
  if (!range) return { fault: 'byte-range-malformed', subFilter };
  const fault = rangeFault(file, contents, range);
  if (fault) return { fault, subFilter };
  const rules = readModificationRules(state, dictionary);
  return {
    placed: {
      subFilter: known,
      cms: contents.front,
      signedRanges: [file.bytes.subarray(0, range.gapStart), file.bytes.subarray(range.gapEnd, range.end)],
      revision: revisionEndingAt(file, range.end),
      end: range.end,
      date: dictionary.raw('M'),
      rules,
      ownRules: rules,
    },
  };
}

function hasRightShape(dictionary: PdfDictionary, subFilter: SubFilter): boolean {
  const type = nameOf(dictionary.raw('Type'));
  const isRightType = subFilter === 'ETSI.RFC3161' ? type === 'DocTimeStamp' : type === 'Sig' || type === null;
  return isRightType && nameOf(dictionary.raw('Filter')) !== null;
}

interface ByteRange {
  readonly gapStart: number;
  readonly gapEnd: number;
  readonly end: number;
}

/** Four integers written out: from 0 to the gap, and from the gap to the end. */
function readByteRange(value: PdfValue, fileLength: number): ByteRange | null {
  const items = value instanceof PdfArray && !value.hasReals ? value.items.map((item) => integerOf(item)) : [];
  const [first, gapStart, gapEnd, rest] = items;
  if (items.length !== 4 || first !== 0 || !gapStart || !gapEnd || !rest) return null;
  const end = gapEnd + rest;
  return isAscending(0, gapStart, gapEnd, end) && end <= fileLength ? { gapStart, gapEnd, end } : null;
}

function isAscending(...places: readonly number[]): boolean {
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? place));
}

function rangeFault(file: PdfFile, contents: PdfString, { gapStart, gapEnd, end }: ByteRange): ReasonCode | null {
  if (contents.start !== gapStart || contents.end !== gapEnd) return 'byte-range-not-around-contents';
  // Exactly hex digits between the brackets: nothing may hide in the part that is not signed.
  if (contents.pureDigits !== gapEnd - gapStart - 2) return 'byte-range-not-around-contents';
  const revision = file.revisions[revisionEndingAt(file, end)];
  if (!revision) return 'byte-range-not-at-revision';
  const closing = Math.max(...revision.sections.map(({ offset }) => offset));
  return gapStart < revision.start || gapEnd > closing ? 'signature-not-of-its-revision' : null;
}

function revisionEndingAt(file: PdfFile, end: number): number {
  return file.revisions.findIndex(({ endOfMark, endOfLine }) => end >= endOfMark && end <= endOfLine);
}
