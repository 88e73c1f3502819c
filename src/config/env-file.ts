import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from './environment.js';

/** Which file of variables a process has read. */
export interface EnvFile {
  readonly path: string;
  /** `none`: there is no such file · `left`: it is there and was not read. */
  readonly state: 'read' | 'none' | 'left';
}

/**
 * Reads `.env` of the current directory into the environment; what is set already wins. Tests (NODE_ENV=test) never read one: it may name the
 * database of somebody at work.
 *
 * @throws SettingsError for a file that is there and cannot be read
 */
export function loadEnvFile(): EnvFile {
  const path = resolve('.env');
  if (!existsSync(path)) return { path, state: 'none' };
  if (process.env['NODE_ENV'] === 'test') return { path, state: 'left' };
  try {
    process.loadEnvFile(path);
  } catch (cause) {
    throw new SettingsError(`Không đọc được tệp cấu hình ${path}: xem lại quyền đọc của tệp.`, { cause });
  }
  return { path, state: 'read' };
}

/** The same for a process that Node itself may have given a file, by `--env-file`. */
export function envFileOfNode(): EnvFile {
  const path = resolve('.env');
  if (process.execArgv.some((option) => option.startsWith('--env-file'))) return { path, state: 'read' };
  return { path, state: existsSync(path) ? 'left' : 'none' };
}
