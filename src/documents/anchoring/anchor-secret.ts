import type { Settings } from '../../config/settings.js';
import { secretIfThere, secretOf } from '../../platform/files/secrets.js';

type KeySettings = Pick<Settings, 'anchorKey' | 'dataDirectory'>;

/** What anchors and closed registers are signed with: given to each of several machines, or made at first start. */
export async function anchorSecret({ anchorKey, dataDirectory }: KeySettings): Promise<string> {
  return anchorKey ?? secretOf(dataDirectory, 'moc');
}

/** @returns null where none was made yet */
export async function anchorSecretIfThere({ anchorKey, dataDirectory }: KeySettings): Promise<string | null> {
  return anchorKey ?? secretIfThere(dataDirectory, 'moc');
}
