import type { Role } from '../../../kernel/actor.js';

/** What a run would do with one person; who stays as they are has no line. */
export const SYNC_ACTS = ['disable', 'change', 'enable', 'add', 'refuse'] as const;

export type SyncAct = (typeof SYNC_ACTS)[number];

/** What of a member of staff the directory may set. */
export interface StaffFacts {
  readonly username: string;
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly position: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The person's code in the e-office. */
  readonly eOfficeCode: string | null;
  readonly unitId: string;
  readonly directoryName: string | null;
}

/** A member of staff as we have them before the run. */
export interface StaffMember extends StaffFacts {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** Signs in with a password of ours too. */
  readonly hasPassword: boolean;
  /** Looks after the software, and no day is set on which that ends. */
  readonly administersOn: boolean;
  readonly directoryId: string | null;
  /** When a run ended the account; null where nobody did, or a person by hand. */
  readonly leftAt: Date | null;
}

/** `directoryId`: an account of ours is bound to the directory for the first time. */
export type SyncField = keyof StaffFacts | 'directoryId';

/** Before and after as people read them: a unit by its name. */
export interface FieldChange {
  readonly field: SyncField;
  readonly before: string | null;
  readonly after: string | null;
}

export const SYNC_REFUSALS = [
  'nameless',
  'tooLong',
  'unitUnknown',
  'usernameTaken',
  'codeTaken',
  'codeMalformed',
  'leftBefore',
  'localAdministrator',
  'lastAdministrator',
] as const;

/** Why the directory's word about somebody is not followed. */
export type SyncRefusal = (typeof SYNC_REFUSALS)[number];

/** `gone`: no longer in the directory · `disabled`: the account is switched off there. */
export type DisableReason = 'gone' | 'disabled';

export interface SyncLine {
  readonly act: SyncAct;
  readonly directoryId: string;
  /** Null for a person who is not with us yet. */
  readonly staffId: string | null;
  readonly username: string;
  readonly fullName: string;
  /** As they are to stand with us; null where nothing is written but an end, or nothing at all. */
  readonly facts: StaffFacts | null;
  readonly changes: readonly FieldChange[];
  /** Roles of the old unit, which end at once. */
  readonly rolesLost: readonly Role[];
  /** Roles that stand again when the account is opened again. */
  readonly rolesBack: readonly Role[];
  readonly reason: SyncRefusal | DisableReason | null;
  /** What is refused, for people: a name of the directory, a user name, a unit's code. */
  readonly about: string | null;
}

/** The same with the sentence that people read. */
export interface WordedLine extends SyncLine {
  readonly sentence: string;
}
