import { Check, Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Role } from '../../kernel/actor.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import { UNIT_KINDS, type UnitFunction, type UnitKind } from '../domain/functions.js';

/** An office, division or school that handles tickets. */
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
}

/** A member of staff with an account. People with history are never deleted, only made inactive. */
@Entity('staff')
@Index('uq_staff_username', ['username'], { unique: true })
@Index('ix_staff_unit', ['unitId'])
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

  /** The person's code in the e-office, by which a leader is asked to sign. */
  @KindColumn({ text: 60 }, { nullable: true })
  eOfficeCode!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  email!: string | null;

  @KindColumn({ text: 20 }, { nullable: true })
  phone!: string | null;

  @KindColumn('boolean')
  active!: boolean;
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
