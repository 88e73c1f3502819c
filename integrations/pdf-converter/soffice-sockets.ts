import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where LibreOffice makes its sockets; it heeds no `TMPDIR` for these. */
const FOLDERS = ['/tmp', '/var/tmp'];

/**
 * Takes away the sockets of a LibreOffice that was killed: by itself it removes them only at an orderly end.
 *
 * @param profile its own folder of settings, by which it names its socket
 * @param more pipes that it was told to open, by name
 */
export async function removeSockets(profile: string, more: readonly string[] = []): Promise<void> {
  const names = [`SingleOfficeIPC_${ownName(profile)}`, ...more];
  const own = String(process.geteuid?.() ?? 0);
  for (const folder of FOLDERS)
    for (const name of names) await rm(join(folder, `OSL_PIPE_${own}_${name}`), { force: true }).catch(() => undefined);
}

/** As LibreOffice writes it: the MD5 of the profile's address in UTF-16, each byte without its leading zero. */
function ownName(profile: string): string {
  const sum = createHash('md5')
    .update(Buffer.from(pathToFileURL(profile).href, 'utf16le'))
    .digest();
  return [...sum].map((byte) => byte.toString(16)).join('');
}
