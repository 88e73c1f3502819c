import type { RevisionChanges } from './changes/change-review.js';
import { locksField, type ModificationRules } from './modification-rules.js';
import { reason, type Reason, type ReasonCode } from './reasons.js';

/** A signature as far as it binds what comes after it. */
export interface BindingSignature {
  readonly field: string;
  readonly revision: number;
  readonly isTimestamp: boolean;
  readonly rules: ModificationRules;
  /** What the signature itself says, without what its field announced beforehand. */
  readonly ownRules: ModificationRules;
}

/** One save after a signature. */
export interface Step {
  readonly revision: number;
  readonly changes: RevisionChanges;
}

/**
 * What speaks against a save by itself, no matter who signed before.
 *
 * Fields are filled only under a signature that closes the same save: otherwise anybody could fill them (Decree 30/2020,
 * Art. 15: number and date stand under the agency's signature). It locks them, so that nobody fills them again; where no
 * lock was ever spoken of and nothing but evidence came after it, that they stay open is only told.
 *
 * @param later the saves behind it
 */
export function stepFaults(
  { revision, changes }: Step,
  signatures: readonly BindingSignature[],
  later: readonly Step[],
): Reason[] {
  const closing = signatures.filter((one) => one.revision === revision);
  const isClosed = isClosedBy(changes, closing);
  const isLast = isClosed && later.every((step) => bringsOnlyEvidence(step));
  const faults = [...changes.refused, ...changes.filled.flatMap((field) => fillFaults(field, closing, isLast))];
  if (changes.signatures.length > 0 && !isClosed) faults.push(reason('signature-not-of-its-revision'));
  const hasPurpose = isClosed || changes.hasSecurityStore || changes.emptyFields.length > 0;
  return hasPurpose ? faults : [...faults, reason('increment-without-purpose')];
}

/** A lock that the field announced and the signature does not repeat binds no other reader. */
function fillFaults(field: string, closing: readonly BindingSignature[], isLast: boolean): Reason[] {
  const signers = closing.filter(({ isTimestamp }) => !isTimestamp);
  if (signers.length === 0) return [reason('fill-not-signed', `(${field})`)];
  if (signers.some(({ ownRules }) => locksField(ownRules, field))) return [];
  const isLockMissed = signers.some(({ rules }) => rules.locks.length > 0);
  return [reason(isLast && !isLockMissed ? 'fill-left-open' : 'fill-not-locked', `(${field})`)];
}

/** Evidence and timestamps, that is, and nothing that people see or fill. */
function bringsOnlyEvidence({ changes }: Step): boolean {
  const { signatures, filled, emptyFields, refused } = changes;
  return (
    signatures.every(({ isTimestamp }) => isTimestamp) && filled.length + emptyFields.length + refused.length === 0
  );
}

/** Whether the one signature that came with the save is the one that covers it. */
function isClosedBy(changes: RevisionChanges, closing: readonly BindingSignature[]): boolean {
  const [added, ...others] = changes.signatures;
  const [covering, ...more] = closing;
  return added !== undefined && added.field === covering?.field && others.length + more.length === 0;
}

/** What a signature's own rules (DocMDP, FieldMDP) have against a later save. */
export function ruleFaults({ rules }: BindingSignature, { changes }: Step): Reason[] {
  const touched = [
    ...changes.filled,
    ...changes.signatures.filter((one) => !one.isTimestamp).map(({ field }) => field),
  ];
  const faults = touched
    .filter((field) => locksField(rules, field))
    .map((field) => reason('field-locked', `(${field})`));
  if (isCertificationKept(rules.certification, changes)) return faults;
  return [...faults, certificationFault(rules.certification, changes)];
}

/**
 * From level 2 on a certification lets others sign; whether they may also make a place for it that is seen, where it left
 * none, tools read differently. Nothing that was certified is changed by it.
 */
function certificationFault(level: ModificationRules['certification'], changes: RevisionChanges): Reason {
  const signatures = changes.signatures.map((one) => ({ ...one, isVisible: false }));
  const isAllElseKept = isCertificationKept(level, { ...changes, signatures });
  if (level === 1 || !isAllElseKept) return reason('certified-no-changes');
  return {
    ...reason('certified-no-changes', '(thêm chữ ký hiện trên trang, không ở chỗ chừa sẵn)'),
    isForPeople: true,
  };
}

/** What no certification lets anybody change. Appearances of fields and descriptions of the file are no concern of it. */
const NEVER_PERMITTED: ReadonlySet<ReasonCode> = new Set([
  'page-changed',
  'catalog-changed',
  'form-changed',
  'field-removed',
  'field-added',
  'object-changed',
  'object-removed',
  'object-placed-behind-reference',
]);
/** From level 3 on notes may be added and taken off, whatever we think of them. */
const NOTES: ReadonlySet<ReasonCode> = new Set(['annotation-added', 'annotation-removed']);

function breaksLevel(code: ReasonCode, level: 1 | 2 | 3): boolean {
  if (NOTES.has(code)) return level < 3;
  return NEVER_PERMITTED.has(code) || (level === 1 && code === 'field-changed');
}

/** A certified document takes timestamps and evidence always; from level 2 on it is filled and signed where prepared. */
function isCertificationKept(level: ModificationRules['certification'], changes: RevisionChanges): boolean {
  if (level === null) return true;
  if (changes.refused.some(({ code }) => breaksLevel(code, level))) return false;
  const signed = changes.signatures.filter(({ isTimestamp, isVisible }) => !isTimestamp || isVisible);
  if (level === 1) return signed.length === 0 && changes.filled.length === 0 && changes.emptyFields.length === 0;
  // A visible field that was not there when the document was certified could cover what it says.
  return changes.emptyFields.length === 0 && signed.every(({ isNewField, isVisible }) => !isNewField || !isVisible);
}

/** Whether a save may stand last without a signature over it: only evidence that shows nothing. */
export function mayStayUnsigned({ changes }: Step): boolean {
  const { hasSecurityStore, signatures, filled, emptyFields, refused } = changes;
  return hasSecurityStore && signatures.length + filled.length + emptyFields.length + refused.length === 0;
}
