import type { Environment } from './environment.js';

/** How people sign in, and how long a session lives. */
export interface SessionSettings {
  readonly secret: string | undefined;
  readonly idleMinutes: number;
  /** After so long even who works without a pause signs in again. */
  readonly longestHours: number;
  /** For so long after showing who one is, dangerous acts ask no more. */
  readonly askAgainMinutes: number;
  /** Seals what is kept of second factors; undefined: made at first start. */
  readonly accountKey: string | undefined;
  /** Who must show a code besides the password; anybody else may. */
  readonly secondFactor: 'all' | 'administrators' | 'none';
  /** After so many days without a sign-in an account is locked; null: none is. */
  readonly unusedDays: number | null;
  /** Characters of a password that is kept here, at least. */
  readonly passwordLength: number;
  /** After so many days such a password must be changed; null: never. */
  readonly passwordDays: number | null;
}

export function sessionOf(values: Environment): SessionSettings {
  return {
    secret: values.SESSION_SECRET,
    idleMinutes: values.SESSION_IDLE_MINUTES,
    longestHours: values.SESSION_LONGEST_HOURS,
    askAgainMinutes: values.ASK_AGAIN_MINUTES,
    accountKey: values.ACCOUNT_KEY,
    secondFactor: values.SECOND_FACTOR ?? (values.NODE_ENV === 'production' ? 'administrators' : 'none'),
    passwordLength: values.PASSWORD_MIN_LENGTH,
    passwordDays: values.PASSWORD_MAX_DAYS ?? null,
    unusedDays: values.ACCOUNT_UNUSED_DAYS ?? null,
  };
}
