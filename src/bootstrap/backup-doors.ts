import { join } from 'node:path';
import type { Machine, Source, Target } from '../backup/index.js';
import type { BackupDoors } from '../cli/backup/backup.js';
import type { RestoreDoors } from '../cli/backup/restore.js';
import type { Terminal } from '../cli/backup/words.js';
import type { CommandOutcome } from '../cli/outcome.js';
import type { OpenProofContext } from '../cli/proof/proofs.js';
import { runJournal } from '../cli/proof/journal.js';
import { runRegister } from '../cli/proof/register.js';
import { readSettings, type Settings } from '../config/settings.js';
import { RESTORED_FILE } from '../documents/index.js';
import { openStores } from '../platform/files/open-file-store.js';
import { sqlitePath } from '../platform/database/database-place.js';
import { MIGRATIONS } from '../platform/database/migrations/all.js';
import { SystemClock } from '../platform/system-clock.js';
import { DatabaseBehind, openDatabase } from './existing-database.js';
import { namedFiles } from './named-files.js';
import { softwareVersion } from './software-version.js';
import { openProofContext } from './start.js';

export function backupDoors(terminal: Terminal): BackupDoors {
  return { settings: () => readSettings(), source: sourceOf, clock: new SystemClock(), terminal };
}

export function restoreDoors(terminal: Terminal): RestoreDoors {
  return {
    machine: thisMachine,
    target: targetHere,
    prove: () => proofsBy(openProofContext),
    proveAt: (folder, databaseFile) =>
      proofsBy(() =>
        openProofContext(
          readSettings(undefined, {
            HOI_AM_DATA: folder,
            HOI_AM_FILES: join(folder, 'tep'),
            DATABASE_URL: `sqlite:${databaseFile}`,
            DATABASE_URL_FILE: '',
          }),
        ),
      ),
    clock: new SystemClock(),
    terminal,
  };
}

function sourceOf(settings: Settings): Source {
  const { agency, dataDirectory, anchors, files, databaseUrl, backupRecipients } = settings;
  const isEmbedded = sqlitePath(databaseUrl) !== null;
  return {
    software: softwareVersion(),
    agencyCode: agency.code,
    dataDirectory,
    stores: openStores(files),
    anchors,
    recipients: backupRecipients,
    snapshot: isEmbedded ? (path) => snapshot(settings, path) : null,
  };
}

/** A database of an earlier time is taken as it is: a backup stands before every update. */
async function snapshot(settings: Settings, path: string): ReturnType<NonNullable<Source['snapshot']>> {
  const database = await openDatabase(settings);
  try {
    await database.copyTo(path);
  } finally {
    await database.close();
  }
  const copy = await openDatabase({ databasePools: settings.databasePools, databaseUrl: `sqlite:${path}` });
  try {
    const named = (await copy.hasPendingMigrations()) ? new Set<string>() : await namedFiles(copy);
    return { steps: await copy.stepsHad(), named };
  } finally {
    await copy.close();
  }
}

function thisMachine(): Machine {
  const { agency, databaseUrl } = readSettings();
  const steps = MIGRATIONS.map((Step) => new Step().name ?? Step.name);
  return { agencyCode: agency.code, isEmbedded: sqlitePath(databaseUrl) !== null, steps };
}

function targetHere(): Target {
  const { dataDirectory, files, databaseUrl } = readSettings();
  return {
    dataDirectory,
    stores: openStores(files),
    databaseFile: sqlitePath(databaseUrl),
    restoredFile: join(dataDirectory, RESTORED_FILE),
  };
}

async function proofsBy(open: OpenProofContext): Promise<CommandOutcome | null> {
  try {
    const journal = await runJournal(['verify'], open);
    const registers = await runRegister(['check'], open);
    // A database without any register has none that could fail.
    const exitCode = journal.exitCode === 0 && registers.exitCode !== 1 ? 0 : 1;
    const lines = [...journal.lines, ...registers.lines];
    return { exitCode, lines: [], messages: [...lines, ...journal.messages, ...registers.messages] };
  } catch (error) {
    if (error instanceof DatabaseBehind) return null;
    throw error;
  }
}
