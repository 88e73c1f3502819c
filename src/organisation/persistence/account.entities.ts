import { Entity, Index } from 'typeorm';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';

/** Wrong tries that count together; the row is forgotten a day after the last. */
@Entity('sign_in_attempt')
@Index('ix_sign_in_attempt_last', ['lastAt'])
export class SignInAttemptEntity {
  /** A keyed hash of kind and subject: what was typed into the box of the name may have been a password. */
  @KeyColumn({ text: 64 }, 'pk_sign_in_attempt')
  id!: string;

  @KindColumn('integer')
  failures!: number;

  @KindColumn('instant')
  lastAt!: Date;
}

/** A browser in which somebody signed in with success before; it gives no access, but has a counter of its own. */
@Entity('known_device')
@Index('ix_known_device_seen', ['lastSeenAt'])
export class KnownDeviceEntity {
  /** sha256 of what the browser's cookie holds. */
  @KeyColumn({ text: 64 }, 'pk_known_device')
  id!: string;

  @KeyColumn({ text: 36 }, 'pk_known_device')
  staffId!: string;

  @KindColumn('instant')
  lastSeenAt!: Date;
}

/** What a person's authenticator app shares with us. */
@Entity('second_factor')
export class SecondFactorEntity {
  @KeyColumn({ text: 36 }, 'pk_second_factor')
  staffId!: string;

  /** Sealed with a key that is not in the database. */
  @KindColumn({ text: 200 })
  secret!: string;

  /** When its first code was typed. */
  @KindColumn('instant')
  confirmedAt!: Date;

  /** The step of the last code that was used; none before it, and not it again, is taken. */
  @KindColumn('integer')
  lastStep!: number;
}

/** One code of the sheet for the day the telephone is lost; used once. */
@Entity('recovery_code')
@Index('ix_recovery_code_staff', ['staffId'])
export class RecoveryCodeEntity {
  /** A keyed hash of person and code. */
  @KeyColumn({ text: 64 }, 'pk_recovery_code')
  id!: string;

  @KindColumn({ text: 36 })
  staffId!: string;
}

/** Somebody needs the steps of the first day no more. */
@Entity('first_day_left')
export class FirstDayLeftEntity {
  @KeyColumn({ text: 36 }, 'pk_first_day_left')
  staffId!: string;

  @KindColumn('instant')
  leftAt!: Date;
}
