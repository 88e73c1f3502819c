/** As long as an account's name may be here. */
const MAX_NAME_LENGTH = 60;
const MAX_PASSWORD_LENGTH = 256;

export interface Credentials {
  /** In NFC, without blanks around. */
  readonly username: string;
  /** As it was typed. */
  readonly password: string;
}

/**
 * What was given at the door, where it can be an account and its password at all: text, neither blank, without control characters in the name or NUL in the
 * password, no longer than any account has.
 *
 * @returns null for anything else; it is then asked of nobody
 *
 * Source: RFC 4513, section 5.1.2: a directory takes a bind without a password for success.
 */
export function typedCredentials(username: unknown, password: unknown): Credentials | null {
  if (typeof username !== 'string' || typeof password !== 'string') return null;
  if (username.length > 4 * MAX_NAME_LENGTH || password.length > MAX_PASSWORD_LENGTH) return null;
  const name = username.normalize('NFC').trim();
  if (name === '' || name.length > MAX_NAME_LENGTH || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(name)) return null;
  if (password.trim() === '' || password.includes('\0')) return null;
  return { username: name, password };
}
