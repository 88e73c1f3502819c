import type { ActSpec, DatabaseEffect } from '../cli/command-spec.js';
import type { EnvFile } from '../config/env-file.js';
import type { Settings } from '../config/settings.js';
import { isMissing, requireThere } from './existing-database.js';
import { placeOf } from '../platform/database/database-place.js';

/**
 * Names the database that a command is about to use, and stops before one is created by mistake.
 *
 * @param tell one line for people
 * @throws SettingsError where the command needs a database and there is none, or something else stands there
 */
export function beforeActing(
  { database }: Pick<ActSpec, 'database'>,
  {
    settings,
    env,
    tell,
  }: { readonly settings: Settings; readonly env: EnvFile; readonly tell: (line: string) => void },
): void {
  if (database === 'none' || database === 'own') return;
  const mayMake = database === 'creates' || (database === 'createsInTrial' && !settings.production);
  const makes = mayMake && isMissing(settings.databaseUrl) ? ' (chưa có, lập mới)' : '';
  tell(`Cơ sở dữ liệu: ${placeOf(settings.databaseUrl)}${makes}. ${ENV_WORDS[env.state](env.path)}`);
  if (!mayMake && !DOES_WITHOUT.includes(database)) requireThere(settings.databaseUrl);
}

const DOES_WITHOUT: readonly DatabaseEffect[] = ['looks', 'examines', 'restores'];

const ENV_WORDS: Readonly<Record<EnvFile['state'], (path: string) => string>> = {
  read: (path) => `Cấu hình: ${path} và biến môi trường.`,
  none: (path) => `Cấu hình: biến môi trường (không có tệp ${path}).`,
  left: (path) => `Cấu hình: biến môi trường (tệp ${path} không được đọc).`,
};

/** The variables that options of a command stand in place of. */
export function variablesOf(
  { options }: Pick<ActSpec, 'options'>,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const given = Object.entries(options).flatMap(([name, { sets }]) => {
    const value = values[name];
    return sets === undefined || typeof value !== 'string' ? [] : [[sets, value] as const];
  });
  return Object.fromEntries(given);
}
