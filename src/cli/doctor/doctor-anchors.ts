import type { AnchorFacts } from './doctor-works.js';
import type { Settings } from '../../config/settings.js';
import { anchorPlace, anchorSecretIfThere, anchorStanding, lastAnchorAt } from '../../documents/index.js';
import { anchorKey, publicKeyOf } from '../../documents/domain/signed.js';
import type { SignedAnchor } from '../../documents/domain/anchor.js';
import { openExisting } from '../../bootstrap/existing-database.js';

/** How the newest anchor stands to the database as it is. Only reads. */
export async function readAnchorFacts(settings: Settings): Promise<AnchorFacts> {
  const secret = await anchorSecretIfThere(settings).catch(() => null);
  const { anchor, ...place } = await readPlace(settings);
  return {
    folder: settings.anchors,
    ...place,
    hasKey: secret !== null,
    newest: anchor === null ? null : new Date(anchor.at),
    isOurs: anchor === null || (secret !== null && publicKeyOf(anchorKey(secret)) === anchor.key),
    ...(await standing(settings, anchor)),
  };
}

async function readPlace(
  settings: Settings,
): Promise<Pick<AnchorFacts, 'isThere' | 'isWritable'> & { readonly anchor: SignedAnchor | null }> {
  const place = anchorPlace(settings);
  try {
    return { ...(await place.mayAdd()), anchor: await lastAnchorAt(place).catch(() => null) };
  } finally {
    place.close();
  }
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
