import type { FileState } from '../../../files/domain/pdf/file-state.js';
import { integerOf, nameOf, PdfArray, PdfDictionary, textOf, type PdfValue } from '../../../files/domain/pdf/values.js';

/** Which fields a signature locks (FieldMDP). */
export interface FieldLock {
  readonly action: 'All' | 'Include' | 'Exclude';
  readonly fields: readonly string[];
}

/** What a signature says may still happen to the document after it. */
export interface ModificationRules {
  /** 1 nothing, 2 filling and signing, 3 also notes; null when the signature does not certify. */
  readonly certification: 1 | 2 | 3 | null;
  readonly locks: readonly FieldLock[];
}

export const NO_RULES: ModificationRules = { certification: null, locks: [] };

/** The rules that a signature dictionary carries in `/Reference` (ISO 32000-1, 12.8.2). */
export function readModificationRules(state: FileState, signature: PdfDictionary): ModificationRules {
  const list = state.get(signature, 'Reference');
  const references = list instanceof PdfArray ? list.items : [];
  let rules = NO_RULES;
  for (const reference of references) {
    const dictionary = state.dictionary(reference);
    if (dictionary) rules = mergeRules(rules, rulesOf(state, dictionary));
  }
  return rules;
}

function rulesOf(state: FileState, reference: PdfDictionary): ModificationRules {
  const method = nameOf(state.get(reference, 'TransformMethod'));
  const parameters = state.dictionary(reference.raw('TransformParams'));
  if (method === 'DocMDP') return { certification: level(parameters?.raw('P') ?? 2), locks: [] };
  if (method !== 'FieldMDP') return NO_RULES;
  return {
    certification: parameters?.entries.has('P') ? level(parameters.raw('P')) : null,
    locks: [readLock(state, parameters)],
  };
}

/** The lock that a signature field announces (`/Lock`); a signature in the field takes it over. */
export function readFieldLock(state: FileState, field: PdfDictionary): ModificationRules {
  const lock = state.dictionary(field.raw('Lock'));
  if (!lock) return NO_RULES;
  return { certification: lock.entries.has('P') ? level(lock.raw('P')) : null, locks: [readLock(state, lock)] };
}

/** An unknown level or action is read as the strictest one. */
function level(value: PdfValue): 1 | 2 | 3 {
  const number = integerOf(value);
  return number === 2 || number === 3 ? number : 1;
}

function readLock(state: FileState, dictionary: PdfDictionary | null): FieldLock {
  const action = nameOf(dictionary ? state.get(dictionary, 'Action') : null);
  const list = dictionary ? state.get(dictionary, 'Fields') : null;
  const fields = (list instanceof PdfArray ? list.items : []).map((item) => textOf(state.resolve(item)) ?? '');
  return action === 'Include' || action === 'Exclude' ? { action, fields } : { action: 'All', fields: [] };
}

export function mergeRules(a: ModificationRules, b: ModificationRules): ModificationRules {
  const levels = [a.certification, b.certification].filter((one) => one !== null);
  const strictest = levels.length === 0 ? null : levels.reduce((x, y) => (x < y ? x : y));
  return { certification: strictest, locks: [...a.locks, ...b.locks] };
}

export function locksField(rules: ModificationRules, field: string): boolean {
  return rules.locks.some(({ action, fields }) => {
    const isNamed = fields.some((name) => field === name || field.startsWith(`${name}.`));
    return action === 'All' || (action === 'Include' ? isNamed : !isNamed);
  });
}
