import { Integer } from 'asn1js';
import { CertificateRevocationList, Extensions, RevokedCertificate, Time } from 'pkijs';
import { z } from 'zod';
import { authorityKey, extension } from './certificates.js';
import type { Issued } from './certificates.js';
import { rsaEngine } from './rsa-engine.js';

const HOUR = 60 * 60 * 1000;

/** A list is good for a day, and a new one comes out after half of it. */
const LIST_LIVES = 24 * HOUR;
const LIST_IS_FRESH = LIST_LIVES / 2;

const CRL_NUMBER = '2.5.29.20';

const revocationsSchema = z.object({
  /** Grows with every list. */
  number: z.int().positive(),
  issuedAt: z.iso.datetime(),
  revoked: z.array(z.object({ serial: z.string().regex(/^[0-9a-f]+$/u), at: z.iso.datetime() })).readonly(),
});

/** What the authority remembers about its list; the signed list follows from it and the key alone. Instants ISO 8601, UTC. */
export type Revocations = Readonly<z.infer<typeof revocationsSchema>>;

/** @throws ZodError when the kept text is not ours */
export function readRevocations(text: string): Revocations {
  return revocationsSchema.parse(JSON.parse(text));
}

/** Whether the list is neither half used up nor from the future. */
export function isFresh({ issuedAt }: Revocations, now: Date): boolean {
  const age = now.getTime() - Date.parse(issuedAt);
  return age >= 0 && age < LIST_IS_FRESH;
}

/** As if it had been issued two lives ago. */
export function outdated(revocations: Revocations): Revocations {
  return { ...revocations, issuedAt: new Date(Date.parse(revocations.issuedAt) - 2 * LIST_LIVES).toISOString() };
}

/** The signed list, DER. RSA with PKCS #1 v1.5 is deterministic, so equal revocations give equal bytes. */
export async function signList({ number, issuedAt, revoked }: Revocations, root: Issued): Promise<Buffer> {
  const issued = new Date(issuedAt);
  const list = new CertificateRevocationList({ version: 1 });
  list.issuer = root.certificate.subject;
  list.thisUpdate = new Time({ value: issued });
  list.nextUpdate = new Time({ value: new Date(issued.getTime() + LIST_LIVES) });
  if (revoked.length > 0) list.revokedCertificates = revoked.map(entry);
  list.crlExtensions = new Extensions({
    extensions: [authorityKey(root.certificate), extension(CRL_NUMBER, new Integer({ value: number }))],
  });
  await list.sign(root.privateKey, 'SHA-256', rsaEngine);
  return Buffer.from(list.toString('base64'), 'base64');
}

function entry({ serial, at }: Revocations['revoked'][number]): RevokedCertificate {
  return new RevokedCertificate({
    userCertificate: new Integer({ valueHex: new Uint8Array(Buffer.from(serial, 'hex')) }),
    revocationDate: new Time({ value: new Date(at) }),
  });
}
