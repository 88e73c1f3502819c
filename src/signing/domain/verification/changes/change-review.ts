import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { isSameValue } from '../../../../files/domain/pdf/equality.js';
import type { PdfValue } from '../../../../files/domain/pdf/values.js';
import { reason, type Reason, type ReasonCode } from '../reasons.js';
import { type Reach, reachOf, type SavedObjects } from './reach.js';
import { Licences, numberOf, type Role } from './ways.js';

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

/**
 * The comparison of the file before and after one save.
 *
 * Every object that existed and was overwritten must be explained by one of the rules, and every way that leads to it must be
 * one that the rules looked at; what is not is refused.
 */
export class ChangeReview {
  readonly signatures: NewSignature[] = [];
  readonly filled: string[] = [];
  readonly emptyFields: string[] = [];
  readonly refused: Reason[] = [];
  /** Widgets of signature fields that this save signed: what they show they may cover together. */
  readonly signedWidgets: FormField['widgets'][number][] = [];
  /** Widgets that may be put on a page in this save. */
  readonly welcomeWidgets = new Set<number>();
  /** Widgets whose field was filled or signed in this save: they may show something else than before. */
  readonly changedWidgets = new Set<number>();
  readonly licences = new Licences();
  hasSecurityStore = false;
  hasDescription = false;
  private readonly explained = new Set<number>();
  private reachOnce: Reach | null = null;

  constructor(private readonly saved: SavedObjects) {}

  get before(): FileState {
    return this.saved.before;
  }

  get after(): FileState {
    return this.saved.after;
  }

  get overwritten(): ReadonlySet<number> {
    return this.saved.overwritten;
  }

  get added(): ReadonlySet<number> {
    return this.saved.added;
  }

  /** Where the ways lead; to be asked when every rule has spoken. */
  get reach(): Reach {
    this.reachOnce ??= reachOf(this.saved, this.licences);
    return this.reachOnce;
  }

  refuse(code: ReasonCode, detail?: string): void {
    this.refused.push(reason(code, detail));
  }

  /** An overwritten object whose new content a rule has looked through, where it is reached in this role. */
  hold(number: number, role: Role): void {
    this.explained.add(number);
    this.licences.hold(number, role);
  }

  /** The same for one that may be another only behind the keys that the rules let free, or let grow. */
  explain(raw: PdfValue): void {
    const number = numberOf(raw);
    if (number !== null) this.explained.add(number);
  }

  get unexplained(): readonly number[] {
    const { bound } = this.reach;
    return [...this.overwritten].filter((number) => !this.explained.has(number) || bound.has(number));
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
