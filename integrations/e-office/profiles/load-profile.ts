import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { PROFILE, type EOfficeProfile } from './profile.js';

const FILE = 'profile.json';

/** A profile that does not exist or does not hold; the message is a Vietnamese sentence for the administrator. */
export class ProfileError extends Error {}

/** Names of the profiles that ship, in order. */
export function profileNames(): readonly string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, FILE)))
    .map(({ name }) => name)
    .sort();
}

/**
 * @param named a profile that ships, or the absolute path of a file of the same form
 * @throws ProfileError
 */
export function loadProfile(named: string): EOfficeProfile {
  if (!isAbsolute(named) && !profileNames().includes(named)) {
    throw new ProfileError(
      `không có hồ sơ "${named}"; hãy chọn ${profileNames().join(', ')} hoặc ghi đường dẫn đầy đủ của một tệp hồ sơ`,
    );
  }
  const path = isAbsolute(named) ? named : join(import.meta.dirname, named, FILE);
  const parsed = PROFILE.safeParse(jsonOf(path));
  if (parsed.success) return parsed.data;
  throw new ProfileError(`hồ sơ ${path} sai ở: ${fieldsOf(parsed.error).join(', ')}`);
}

let standard: EOfficeProfile | undefined;

/** The profile of our own contract. */
export function standardProfile(): EOfficeProfile {
  return (standard ??= loadProfile('standard'));
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new ProfileError(`không đọc được hồ sơ ${path}`, { cause: error });
  }
}

function fieldsOf(error: z.ZodError): readonly string[] {
  return error.issues.map(({ path, message }) => (path.length === 0 ? message : path.join('.')));
}
