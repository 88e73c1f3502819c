import { type Certificate, readCertificate } from '../../domain/certificates/certificate.js';
import { type DistinguishedName, readName } from '../../domain/certificates/names.js';
import { DerMalformed } from '../../domain/der/der.js';

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+?)-----END CERTIFICATE-----/gu;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/u;

/** The certificates of an uploaded file, PEM, DER or bare base64; null when it holds something else. */
export function certificatesIn(content: Buffer): readonly Certificate[] | null {
  try {
    return dersIn(content).map((der) => readable(der));
  } catch (error) {
    if (error instanceof DerMalformed) return null;
    throw error;
  }
}

/** Reads the parts that are otherwise read late, so that callers may rely on them. */
function readable(der: Buffer): Certificate {
  const certificate = readCertificate(der);
  readName(certificate.subject);
  readName(certificate.issuer);
  return certificate;
}

function dersIn(content: Buffer): readonly Buffer[] {
  const text = content.toString('latin1');
  const blocks = [...text.matchAll(PEM)].map(([, body = '']) => Buffer.from(body, 'base64'));
  if (blocks.length > 0) return blocks;
  return [BASE64.test(text) ? Buffer.from(text, 'base64') : content];
}

/** `Đỗ Quốc Khánh, Phó Giám đốc, Sở Giáo dục và Đào tạo` */
export function nameWords(name: DistinguishedName): string {
  const parts = [name.commonName, name.title, name.organizationalUnit, name.organization];
  return [...new Set(parts.filter((part) => part !== undefined))].join(', ') || 'không tên';
}

/** A fingerprint as authorities publish it: pairs of upper-case hex. */
export function fingerprintWords(sha256: string): string {
  return sha256.toUpperCase().replaceAll(/(..)(?=.)/gu, '$1 ');
}
