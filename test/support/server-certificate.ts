import { isIP } from 'node:net';
import { implicit, sequence } from './test-authority/der-writer.js';
import { extension, issue, nameOf } from './test-authority/certificates.js';

const DNS_NAME = 2;
const IP_ADDRESS = 7;

/** A certificate that a server of a test signs for itself, for those names and IPv4 addresses; as PEM, with its key. */
export function serverCertificate(...names: readonly string[]): { readonly key: string; readonly cert: string } {
  const subjects = names.map((name) =>
    isIP(name) === 0
      ? implicit(DNS_NAME, Buffer.from(name))
      : implicit(IP_ADDRESS, Buffer.from(name.split('.').map(Number))),
  );
  const { key, der } = issue({
    name: nameOf(names[0] ?? 'localhost'),
    notAfter: new Date('2049-01-01T00:00:00Z'),
    extensions: [extension('2.5.29.17', sequence(...subjects))],
  });
  const cert = `-----BEGIN CERTIFICATE-----\n${(der.toString('base64').match(/.{1,64}/gu) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
  return { key: key.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
