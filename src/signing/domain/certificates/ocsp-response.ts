import { createHash } from 'node:crypto';

import { DerMalformed, type DerNode, readWholeDer, TAG } from '../der/der.js';
import { contextChild, instantOfTime, integerHex, octetsOf, oidOf, sequenceOf, wholeBits } from '../der/der-values.js';
import { isSignedBy, signatureScheme } from './algorithms.js';
import { type Certificate, readCertificate } from './certificate.js';
import { mayUseKeyFor, PURPOSE, purposesOf } from './certificate-extensions.js';
import { isIssuedBy } from './path.js';

export interface OcspAnswer {
  readonly serial: string;
  readonly hash: string;
  readonly issuerName: Buffer;
  readonly issuerKey: Buffer;
  readonly status: 'good' | 'revoked' | 'unknown';
  readonly revokedAt: Date | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
}

/** A basic OCSP response, read but not yet believed. */
export interface OcspResponse {
  readonly der: Buffer;
  readonly answers: readonly OcspAnswer[];
  readonly producedAt: Date;
  readonly certificates: readonly Certificate[];
  readonly signed: Buffer;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Buffer;
}

const BASIC = '1.3.6.1.5.5.7.48.1.1';
/** Here a hash only finds the issuer among those at hand; it carries no trust, hence SHA-1 is in order. */
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Reads an OCSPResponse, or a BasicOCSPResponse by itself. @throws DerMalformed */
export function readOcspResponse(der: Buffer): OcspResponse {
  const outer = readWholeDer(der);
  const [first, second] = sequenceOf(outer);
  if (!first?.is(TAG.enumerated)) return readBasic(outer, der);
  if (first.content[0] !== 0) throw new DerMalformed('OCSP responder refused');
  const [type, response] = sequenceOf(second?.children[0]);
  if (oidOf(type) !== BASIC) throw new DerMalformed('OCSP response of another kind');
  return readBasic(readWholeDer(octetsOf(response)), der);
}

function readBasic(basic: DerNode, der: Buffer): OcspResponse {
  const [body, signatureAlgorithm, signature, certificates] = sequenceOf(basic);
  if (!body || !signatureAlgorithm) throw new DerMalformed('OCSP response incomplete');
  const parts = sequenceOf(body).filter((part, at) => at > 0 || !part.isContext(0));
  const [, producedAt, answers] = parts;
  return {
    der,
    answers: sequenceOf(answers).map((answer) => readAnswer(sequenceOf(answer))),
    producedAt: instantOfTime(producedAt),
    certificates: (certificates?.children[0]?.children ?? []).map((one) => readCertificate(one.bytes)),
    signed: body.bytes,
    signatureAlgorithm,
    signature: wholeBits(signature),
  };
}

const STATUSES = ['good', 'revoked', 'unknown'] as const;

function readAnswer([id, status, thisUpdate, ...rest]: readonly DerNode[]): OcspAnswer {
  const [hash, issuerName, issuerKey, serial] = sequenceOf(id);
  const nextUpdate = contextChild(rest, 0)?.children[0];
  const said = STATUSES[status?.tagClass === 'context' ? status.tag : 2] ?? 'unknown';
  return {
    serial: integerHex(serial),
    hash: HASHES[oidOf(sequenceOf(hash)[0])] ?? '',
    issuerName: octetsOf(issuerName),
    issuerKey: octetsOf(issuerKey),
    status: said,
    revokedAt: said === 'revoked' ? instantOfTime(status?.children[0]) : null,
    thisUpdate: instantOfTime(thisUpdate),
    nextUpdate: nextUpdate ? instantOfTime(nextUpdate) : null,
  };
}

/** The answer about one certificate, when it comes from its issuer or from a responder that the issuer named. */
export function answerFor(response: OcspResponse, certificate: Certificate, issuer: Certificate): OcspAnswer | null {
  const answer = response.answers.find((one) => isAbout(one, certificate, issuer));
  if (!answer || !isFromResponderOf(response, issuer)) return null;
  return answer;
}

function isAbout(answer: OcspAnswer, certificate: Certificate, issuer: Certificate): boolean {
  if (answer.serial !== certificate.serial || answer.hash === '') return false;
  const digest = (bytes: Buffer): Buffer => createHash(answer.hash).update(bytes).digest();
  const key = wholeBits(sequenceOf(readWholeDer(issuer.fields.keyInfo))[1]);
  return digest(certificate.issuer).equals(answer.issuerName) && digest(key).equals(answer.issuerKey);
}

function isFromResponderOf(response: OcspResponse, issuer: Certificate): boolean {
  return [issuer, ...response.certificates].some((responder) => {
    const isIssuer = responder.sha256 === issuer.sha256;
    return (
      (isIssuer || isNamedResponder(responder, issuer, response.producedAt)) && isSignedByKeyOf(responder, response)
    );
  });
}

/** RFC 6960, 4.2.2.2: issued by the very authority, for answering. */
function isNamedResponder(responder: Certificate, issuer: Certificate, at: Date): boolean {
  if (purposesOf(responder)?.includes(PURPOSE.ocspSigning) !== true) return false;
  return responder.isValidAt(at) && mayUseKeyFor(responder, 'digitalSignature') && isIssuedBy(responder, issuer);
}

function isSignedByKeyOf(responder: Certificate, response: OcspResponse): boolean {
  try {
    return isSignedBy(responder.key, signatureScheme(response.signatureAlgorithm, null), response);
  } catch {
    return false;
  }
}
