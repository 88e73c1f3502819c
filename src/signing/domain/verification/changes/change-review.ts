import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import { isSameValue } from '../../../../files/domain/pdf/equality.js';
import { type ObjectUses, walkObjects } from '../../../../files/domain/pdf/object-walk.js';
import { PdfReference, type PdfValue } from '../../../../files/domain/pdf/values.js';
import { reason, type Reason, type ReasonCode } from '../reasons.js';

/** A signature field that got its signature in this save. */
export interface NewSignature {
  readonly field: string;
  readonly isNewField: boolean;
  readonly isVisible: boolean;
  readonly isTimestamp: boolean;
}

/** What one save changed, as far as it can be harmless; everything else stands under `refused`. */
export interface RevisionChanges {
  readonly signatures: readonly NewSignature[];
  /** Text fields that were empty and were given a value. */
  readonly filled: readonly string[];
  /** New signature fields still without a signature. */
  readonly emptyFields: readonly string[];
  readonly hasSecurityStore: boolean;
  /** Date or producer of the file, or its XMP description. */
  readonly hasDescription: boolean;
  readonly refused: readonly Reason[];
}

/** Under which keys others may refer to a field: as a field, on its page, and in the order of reading. */
const ROLES_OF_FIELDS: ReadonlySet<string> = new Set(['Fields', 'Kids', 'Parent', 'Annots', 'Obj', 'CO', 'Data']);

/**
 * The comparison of the file before and after one save.
 *
 * Every object that existed and was overwritten must be explained by one of the rules; what no rule explains is refused.
 */
export class ChangeReview {
  readonly signatures: NewSignature[] = [];
  readonly filled: string[] = [];
  readonly emptyFields: string[] = [];
  readonly refused: Reason[] = [];
  /** Widgets that may be put on a page in this save. */
  readonly welcomeWidgets = new Set<number>();
  hasSecurityStore = false;
  hasDescription = false;
  private readonly explained = new Set<number>();
  private usesOnce: ObjectUses | null = null;

  constructor(
    readonly before: FileState,
    readonly after: FileState,
    /** Numbers in use before whose content is another now. */
    readonly overwritten: ReadonlySet<number>,
  ) {}

  get uses(): ObjectUses {
    this.usesOnce ??= walkObjects(this.before);
    return this.usesOnce;
  }

  refuse(code: ReasonCode, detail?: string): void {
    this.refused.push(reason(code, detail));
  }

  /** An overwritten object whose new content a rule has looked through, whatever else refers to it. */
  explain(number: number): void {
    this.explained.add(number);
  }

  /**
   * The same for one that would be dangerous in a second role (a list, a stream, a dictionary with free keys):
   * it is explained only when nothing but `key`, once, refers to it.
   */
  explainInRole(raw: PdfValue, key: string): void {
    if (!(raw instanceof PdfReference) || !this.overwritten.has(raw.number)) return;
    const keys = this.uses.keysOf.get(raw.number) ?? [];
    if (keys.length === 1 && keys[0] === key) this.explained.add(raw.number);
  }

  /** A field that was filled or signed: not when something else in the file reads the same object as another thing. */
  explainAsField(number: number): void {
    const keys = this.uses.keysOf.get(number) ?? [];
    if (keys.every((key) => ROLES_OF_FIELDS.has(key))) this.explain(number);
  }

  get unexplained(): readonly number[] {
    return [...this.overwritten].filter((number) => !this.explained.has(number));
  }

  /** Whether the value under a key is the same before and after, following references on both sides. */
  isSame(before: PdfValue, after: PdfValue): boolean {
    return isSameValue(this.before.resolve(before), this.after.resolve(after));
  }

  get changes(): RevisionChanges {
    const { signatures, filled, emptyFields, hasSecurityStore, hasDescription, refused } = this;
    return { signatures, filled, emptyFields, hasSecurityStore, hasDescription, refused };
  }
}
