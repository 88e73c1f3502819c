import {
  type DifferenceKind,
  type DocumentDifference,
  documentDifference,
  type FreeKeys,
} from '../../../files/domain/pdf/document-difference.js';
import { type FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import { readForm } from '../../../files/domain/pdf/form-fields.js';
import type { PdfDictionary } from '../../../files/domain/pdf/values.js';
import { isOnlyLeaderSigning, NOT_ONLY_SIGNING } from './leader-save.js';
import { LEADER_FIELD, type ProofInput } from './proof-case.js';

/**
 * What speaks against the returned file being the submitted one, rewritten before the leader signed: null when both hold the same, object by
 * object, and the leader's save, or the whole file where it was written and signed at once, adds nothing but the signature in the prepared field.
 *
 * @param signedEnd where the leader's save ends
 * @throws PdfMalformed when one of them cannot be followed
 */
export function resavedFault({ submitted, returned }: ProofInput, signedEnd: number): string | null {
  const [ours, theirs] = [new PdfFile(submitted), new PdfFile(returned)];
  const one = ours.stateAfter(ours.revisions.length - 1);
  const signed = theirs.revisions.findIndex(
    ({ endOfMark, endOfLine }) => signedEnd >= endOfMark && signedEnd <= endOfLine,
  );
  if (signed < 0) return NOT_ONLY_SIGNING;
  const difference =
    signed === 0
      ? documentDifference(one, theirs.stateAfter(0), signedAtOnce(one))
      : documentDifference(one, theirs.stateAfter(signed - 1));
  if (difference !== null) return differenceWords(difference);
  return signed === 0 || isOnlyLeaderSigning(theirs, signed) ? null : NOT_ONLY_SIGNING;
}

/** What a signature in the leader's field may set there where the file was rewritten with it. */
function signedAtOnce(one: FileState): FreeKeys {
  const free = new Map<PdfDictionary, ReadonlySet<string>>();
  const form = readForm(one);
  const field = form?.fields.find(({ name }) => name === LEADER_FIELD);
  if (!form || !field) return free;
  free.set(form.dictionary, new Set(['SigFlags']));
  for (const { dictionary } of [field, ...field.widgets]) free.set(dictionary, new Set(['V', 'AP']));
  return free;
}

const KIND_WORDS: Readonly<Record<DifferenceKind, string>> = {
  document: 'cấu trúc chung',
  pages: 'số trang',
  page: 'thuộc tính trang',
  sheet: 'khổ trang',
  content: 'chữ và nét vẽ',
  resources: 'tài nguyên của trang',
  font: 'phông chữ',
  picture: 'hình',
  look: 'màu và cách tô',
  layers: 'lớp ẩn hiện',
  annotation: 'chú thích hoặc ô điền',
  form: 'ô điền',
  actions: 'lệnh tự chạy hoặc tệp kèm',
  structure: 'cấu trúc đọc',
};

function differenceWords({ page, kind }: DocumentDifference): string {
  const place = page === null ? 'toàn tệp' : `trang ${String(page)}`;
  return `Chỗ khác ở ${place}: ${KIND_WORDS[kind]}.`;
}
