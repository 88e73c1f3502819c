import { access, constants, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnchorFacts } from './doctor-works.js';
import type { Settings } from '../../config/settings.js';
import { anchorStanding, lastAnchorIn } from '../../documents/index.js';
import { anchorKey, publicKeyOf } from '../../documents/domain/signed.js';
import type { SignedAnchor } from '../../documents/domain/anchor.js';
import { openExisting } from '../../bootstrap/existing-database.js';

/** How the newest anchor stands to the database as it is. Only reads. */
export async function readAnchorFacts(settings: Settings): Promise<AnchorFacts> {
  const { anchors: folder, dataDirectory } = settings;
  const anchor = await lastAnchorIn(folder).catch(() => null);
  const secret = await readFile(join(dataDirectory, 'bi-mat', 'moc'), 'utf8').catch(() => null);
  return {
    folder,
    isThere: (await may(folder, constants.F_OK)) || isMadeByItself(settings),
    isWritable: (await may(folder, constants.W_OK)) || isMadeByItself(settings),
    hasKey: secret !== null,
    newest: anchor === null ? null : new Date(anchor.at),
    isOurs: anchor === null || (secret !== null && publicKeyOf(anchorKey(secret)) === anchor.key),
    ...(await standing(settings, anchor)),
  };
}

/** Below the data directory the app makes the folder with the first anchor. */
function isMadeByItself({ anchors, dataDirectory }: Settings): boolean {
  return anchors === join(dataDirectory, 'moc');
}

async function standing(
  settings: Settings,
  anchor: SignedAnchor | null,
): Promise<Pick<AnchorFacts, 'chain' | 'isBehind'>> {
  if (anchor === null) return { chain: 'stands', isBehind: false };
  try {
    const database = await openExisting(settings, '');
    if (database === null) return { chain: 'unknown', isBehind: false };
    try {
      return await anchorStanding(database, anchor);
    } finally {
      await database.close();
    }
  } catch {
    return { chain: 'unknown', isBehind: false };
  }
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
