/** Letters and digits that nobody takes for one another when a slip of paper is read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/**
 * How long a password that somebody else made opens the door, in days: over a weekend and a short leave.
 *
 * Source: OWASP ASVS 5.0, 6.4.1: initial passwords are random, end after a short time or once used, and do not become the lasting password.
 */
export const TEMPORARY_PASSWORD_DAYS = 7;

/**
 * A password to be read from a slip of paper once: four groups of four, 79 bits.
 *
 * @param draw a whole number from 0 to below its argument, by chance that nobody can foresee
 */
export function temporaryPassword(draw: (below: number) => number): string {
  const letter = (): string => ALPHABET.charAt(draw(ALPHABET.length));
  const group = (): string => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Whether a password is only there to choose another. @param until as kept with the account; null for one of the person's own */
export function isTemporary(until: Date | null): until is Date {
  return until !== null;
}

export function isExpired(until: Date | null, now: Date): boolean {
  return until !== null && until.getTime() <= now.getTime();
}
