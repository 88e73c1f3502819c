import { Check, Entity, Index } from 'typeorm';
import { ListFile } from '../../files/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Role } from '../../kernel/actor.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { UNIT_KINDS, type UnitFunction, type UnitKind } from '../domain/functions.js';

/** An office, division or school that handles tickets, from a day to a day; `name` and `symbol` are those of today. */
@Entity('unit')
@Index('uq_unit_code', ['code'], { unique: true })
@Check('ck_unit_kind', `"kind" in (${UNIT_KINDS.map((kind) => `'${kind}'`).join(', ')})`)
export class UnitEntity {
  @KeyColumn({ text: 36 }, 'pk_unit')
  id!: string;

  @KindColumn({ text: 30 })
  code!: string;

  @KindColumn({ text: 200 })
  name!: string;

  /** What stands after the dash of a letter's symbol: `GDTrH` in `SGDĐT-GDTrH`. */
  @KindColumn({ text: 30 })
  symbol!: string;

  @KindColumn({ text: 20 })
  kind!: UnitKind;

  @KindColumn({ text: 36 }, { nullable: true })
  parentId!: string | null;

  /** First day; null for units that were there before days were kept. */
  @KindColumn('day', { nullable: true })
  validFrom!: CivilDate | null;

  /** Last day; null while nobody has closed it. Rows are never deleted: old documents name them. */
  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** Who took over its open work; null while it is open. */
  @KindColumn({ text: 36 }, { nullable: true })
  successorId!: string | null;

  @KindColumn({ text: 300 }, { nullable: true })
  address!: string | null;

  @KindColumn({ text: 200 }, { nullable: true })
  website!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  email!: string | null;

  @KindColumn({ text: 30 }, { nullable: true })
  phone!: string | null;
}

/** A member of staff with an account. People with history are never deleted, only made inactive. */
@Entity('staff')
@Index('uq_staff_username', ['username'], { unique: true })
@Index('ix_staff_unit', ['unitId'])
@Index('uq_staff_directory', ['directoryId'], { unique: true, where: '"directoryId" IS NOT NULL' })
export class StaffEntity {
  @KeyColumn({ text: 36 }, 'pk_staff')
  id!: string;

  @KindColumn({ text: 60 })
  username!: string;

  @KindColumn({ text: 100 })
  fullName!: string;

  @KindColumn({ text: 100 })
  position!: string;

  @KindColumn({ text: 10 })
  honorific!: 'Ông' | 'Bà';

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn('json')
  roles!: Role[];

  /** argon2id; null when the person cannot sign in here. */
  @KindColumn({ text: 200 }, { nullable: true })
  passwordHash!: string | null;

  /** Until when a password that somebody else made opens the door, and then only to choose another; null for one of the person's own. */
  @KindColumn('instant', { nullable: true })
  passwordUntil!: Date | null;

  /** The person's code in the e-office, by which a leader is asked to sign. */
  @KindColumn({ text: 60 }, { nullable: true })
  eOfficeCode!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  email!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  phone!: string | null;

  @KindColumn('boolean')
  active!: boolean;

  /** objectGUID or entryUUID as lower-case text, by which the directory knows the person; null for accounts of ours alone. */
  @KindColumn({ text: 64 }, { nullable: true })
  directoryId!: string | null;

  /** The distinguished name when it was last read. */
  @KindColumn({ text: 400 }, { nullable: true })
  directoryName!: string | null;

  /** When a run last wrote something about the person. */
  @KindColumn('instant', { nullable: true })
  directorySeenAt!: Date | null;

  /** When the account was ended because the person left. */
  @KindColumn('instant', { nullable: true })
  leftAt!: Date | null;
}

/** Which unit holds a duty, from a day to a day. */
@Entity('function_holder')
@Index('ix_function_holder_unit', ['unitFunction', 'validFrom'])
export class FunctionHolderEntity {
  @KeyColumn({ text: 36 }, 'pk_function_holder')
  id!: string;

  @KindColumn({ text: 20 })
  unitFunction!: UnitFunction;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;
}

/** What a unit is called from a day on. A unit that was never renamed has no rows: its own name is all there is. */
@Entity('unit_name')
@Index('uq_unit_name_day', ['unitId', 'validFrom'], { unique: true })
export class UnitNameEntity {
  @KeyColumn({ text: 36 }, 'pk_unit_name')
  id!: string;

  @KindColumn({ text: 36 })
  unitId!: string;

  @KindColumn({ text: 200 })
  name!: string;

  @KindColumn({ text: 30 })
  symbol!: string;

  /** Null for the name with which it began. */
  @KindColumn('day', { nullable: true })
  validFrom!: CivilDate | null;
}

/**
 * A role of a person from a day to a day. `StaffEntity.roles` is what of this holds today; people who were never given a role by date have no rows, and
 * keep theirs.
 */
@Entity('staff_role')
@Index('ix_staff_role_staff', ['staffId', 'validFrom'])
@Check('ck_staff_role_source', `"source" in ('hand', 'import')`)
export class StaffRoleEntity {
  @KeyColumn({ text: 36 }, 'pk_staff_role')
  id!: string;

  @KindColumn({ text: 36 })
  staffId!: string;

  @KindColumn({ text: 20 })
  role!: Role;

  /** Null for roles that were held before days were kept. */
  @KindColumn('day', { nullable: true })
  validFrom!: CivilDate | null;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  /** Name of who gave it. */
  @KindColumn({ text: 100 })
  grantedBy!: string;

  @KindColumn('instant')
  grantedAt!: Date;

  @KindColumn({ text: 10 })
  source!: 'hand' | 'import';
}

/** A list of units that somebody brought, and what became of it. */
@Entity('unit_import')
@Index('ix_unit_import_uploaded', ['uploadedAt'])
export class UnitImportEntity extends ListFile {
  @KeyColumn({ text: 36 }, 'pk_unit_import')
  id!: string;

  @KindColumn('integer')
  added!: number;

  @KindColumn('integer')
  changed!: number;
}

/** A list of people that somebody brought, and what became of it. */
@Entity('staff_import')
@Index('ix_staff_import_uploaded', ['uploadedAt'])
export class StaffImportEntity extends ListFile {
  @KeyColumn({ text: 36 }, 'pk_staff_import')
  id!: string;

  @KindColumn('integer')
  added!: number;

  @KindColumn('integer')
  changed!: number;
}
