import { readFileSync, statSync } from 'node:fs';
import { configurationChecks, type ConfigurationFacts } from '../cli/doctor/doctor-configuration.js';
import type { DoctorDoors } from '../cli/doctor/doctor.js';
import type { EnvFile } from '../config/env-file.js';
import { VARIABLES } from '../config/environment.js';
import { SECRETS } from '../config/secrets.js';
import { readSettings, readSettingsToExamine, SettingsError, type Settings } from '../config/settings.js';
import { openFileStore } from '../platform/files/open-file-store.js';
import { beforeActing } from './before-acting.js';

const READ_BY_OTHERS = 0o004;
const MODE = 0o7777;

/** The database is opened only once the doctor asks it. @param tell one line for people, before anything is looked at */
export function doctorDoors(env: EnvFile, tell: (line: string) => void): DoctorDoors {
  const { settings, flaws } = readAsFarAsPossible();
  if (settings !== null) beforeActing({ database: 'examines' }, { settings, env, tell });
  // What is not given is asked of the environment, which then says what is wrong with it.
  const given = (): Settings => settings ?? readSettings();
  return {
    mayGoOn: settings !== null,
    configuration: () => configurationChecks({ file: fileOf(env), known: KNOWN, flaws }),
    openStore: () => openFileStore(given().files),
    named: async () => (await import('./named-files.js')).filesOfDatabase(given()),
    machine: async () => (await import('./doctor-machine.js')).machineChecks(given()),
    outside: async () => (await import('./outside-systems.js')).outsideSystems(given()),
    safety: async () => (await import('./installation-safety.js')).installationSafety(readSettings()),
  };
}

const KNOWN = [...VARIABLES, ...SECRETS.map((name) => `${name}_FILE`)];

/** Settings with which production would not start: reported, and the other checks run all the same. */
function readAsFarAsPossible(): { readonly settings: Settings | null; readonly flaws: readonly string[] } {
  try {
    return { settings: readSettings(), flaws: [] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { settings: readForTrial(), flaws: error.message.split('\n') };
  }
}

function readForTrial(): Settings | null {
  try {
    return readSettingsToExamine();
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}

function fileOf({ path, state }: EnvFile): ConfigurationFacts['file'] {
  if (state !== 'read') return null;
  const mode = statSync(path).mode & MODE;
  const isOpen = process.platform !== 'win32' && (mode & READ_BY_OTHERS) !== 0;
  return { path, text: readFileSync(path, 'utf8'), openTo: isOpen ? mode.toString(8).padStart(4, '0') : null };
}
