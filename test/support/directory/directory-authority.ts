import { writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import {
  authorityExtension,
  extension,
  issue,
  keyUsage,
  nameOf,
  purposes,
  type Holder,
} from '../test-authority/certificates.js';
import { implicit, sequence } from '../test-authority/der-writer.js';

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
const UNTIL = new Date('2049-01-01T00:00:00Z');

/** Files of a server in TLS, as paths: who vouches for it, its certificate, its key. */
export interface ServerFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Vouches for the directory servers of a test; made on the spot, in a folder of the test. */
export class DirectoryAuthority {
  private readonly root: Holder = issue({
    name: nameOf('Cơ quan chứng thực của danh bạ thử'),
    notAfter: UNTIL,
    extensions: [authorityExtension(), keyUsage('keyCertSign', 'cRLSign')],
  });

  constructor(private readonly folder: string) {}

  /** Writes a certificate for those names and addresses, and its key. */
  async certify(...names: readonly string[]): Promise<ServerFiles> {
    const subjects = names.map((name) =>
      isIP(name) === 0
        ? implicit(2, Buffer.from(name))
        : implicit(7, Buffer.from(name.split('.').map((part) => Number(part)))),
    );
    const { der, key } = issue({
      name: nameOf(names[0] ?? 'localhost'),
      issuer: this.root,
      kind: 'RSA-2048',
      label: 'directory server',
      notAfter: UNTIL,
      extensions: [
        extension('2.5.29.17', sequence(...subjects)),
        keyUsage('digitalSignature', 'keyEncipherment'),
        purposes(false, SERVER_AUTHENTICATION),
      ],
    });
    const files = {
      ca: join(this.folder, 'ca.pem'),
      cert: join(this.folder, 'cert.pem'),
      key: join(this.folder, 'key.pem'),
    };
    await writeFile(files.ca, pem(this.root.der));
    await writeFile(files.cert, pem(der));
    await writeFile(files.key, key.export({ type: 'pkcs8', format: 'pem' }).toString(), { mode: 0o600 });
    return files;
  }
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/gu) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
