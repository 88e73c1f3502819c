import { createHash } from 'node:crypto';

import { DerMalformed, type DerNode, readWholeDer, TAG } from '../der/der.js';
import { contextChild, instantOfTime, integerHex, octetsOf, oidOf, sequenceOf, wholeBits } from '../der/der-values.js';
import { isSignedBy, signatureScheme } from './algorithms.js';
import {
  type Certificate,
  type Extension,
  hasCriticalBesides,
  readCertificate,
  readExtensions,
} from './certificate.js';
import { mayUseKeyFor, PURPOSE, purposesOf } from './certificate-extensions.js';
import { hashedKey, OCSP_NONCE } from './ocsp-request.js';
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
  /** Why it was revoked, as lists number the reasons; null when it is not said. */
  readonly reason: number | null;
  /** Since when the responder remembers certificates that ended; null when it does not say. */
  readonly remembersFrom: Date | null;
}

/** A basic OCSP response, parsed but not verified yet. */
export interface OcspResponse {
  readonly der: Buffer;
  readonly answers: readonly OcspAnswer[];
  readonly producedAt: Date;
  readonly certificates: readonly Certificate[];
  /** The nonce of the question that it answers; null for an answer to everybody. */
  readonly nonce: Buffer | null;
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
  const extensions = understood(contextChild(parts.slice(3), 1)?.children[0], RESPONSE_EXTENSIONS);
  const nonce = extensions.get(OCSP_NONCE);
  return {
    der,
    answers: sequenceOf(answers).map((answer) => readAnswer(sequenceOf(answer))),
    producedAt: instantOfTime(producedAt),
    certificates: (certificates?.children[0]?.children ?? []).map((one) => readCertificate(one.bytes)),
    nonce: nonce ? octetsOf(readWholeDer(nonce.value)) : null,
    signed: body.bytes,
    signatureAlgorithm,
    signature: wholeBits(signature),
  };
}

const ARCHIVE_CUTOFF = '1.3.6.1.5.5.7.48.1.6';
const RESPONSE_EXTENSIONS: ReadonlySet<string> = new Set([OCSP_NONCE]);
const ANSWER_EXTENSIONS: ReadonlySet<string> = new Set([ARCHIVE_CUTOFF]);

/** @throws DerMalformed for a critical extension whose meaning we do not heed */
function understood(list: DerNode | undefined, known: ReadonlySet<string>): ReadonlyMap<string, Extension> {
  const extensions = readExtensions(list);
  if (hasCriticalBesides(extensions, known)) {
    throw new DerMalformed('OCSP response with a condition not known here');
  }
  return extensions;
}

const STATUSES = ['good', 'revoked', 'unknown'] as const;

function readAnswer([id, status, thisUpdate, ...rest]: readonly DerNode[]): OcspAnswer {
  const [hash, issuerName, issuerKey, serial] = sequenceOf(id);
  const cutoff = understood(contextChild(rest, 1)?.children[0], ANSWER_EXTENSIONS).get(ARCHIVE_CUTOFF);
  return {
    serial: integerHex(serial),
    hash: HASHES[oidOf(sequenceOf(hash)[0])] ?? '',
    issuerName: octetsOf(issuerName),
    issuerKey: octetsOf(issuerKey),
    ...readStatus(status),
    thisUpdate: instantOfTime(thisUpdate),
    nextUpdate: instantIn(contextChild(rest, 0)?.children[0]),
    remembersFrom: instantIn(cutoff && readWholeDer(cutoff.value)),
  };
}

function instantIn(time: DerNode | undefined): Date | null {
  return time ? instantOfTime(time) : null;
}

function readStatus(status: DerNode | undefined): Pick<OcspAnswer, 'status' | 'revokedAt' | 'reason'> {
  const said = STATUSES[status?.tagClass === 'context' ? status.tag : 2] ?? 'unknown';
  if (said !== 'revoked') return { status: said, revokedAt: null, reason: null };
  return { status: said, revokedAt: instantOfTime(status?.children[0]), reason: reasonIn(status) };
}

/** `RevokedInfo ::= [1] { revocationTime, [0] revocationReason OPTIONAL }` */
function reasonIn(revoked: DerNode | undefined): number | null {
  return contextChild(revoked?.children ?? [], 0)?.children[0]?.content[0] ?? null;
}

export interface Answers {
  readonly answers: readonly OcspAnswer[];
  /** The issuer itself, or whom it named to answer. */
  readonly responder: Certificate;
}

/** The answers about one certificate, when they come from its issuer or from a responder that the issuer named. */
export function answersFor(response: OcspResponse, certificate: Certificate, issuer: Certificate): Answers | null {
  const answers = response.answers.filter((one) => isAbout(one, certificate, issuer));
  const responder = answers.length > 0 ? responderOf(response, issuer) : null;
  return responder && { answers, responder };
}

function isAbout(answer: OcspAnswer, certificate: Certificate, issuer: Certificate): boolean {
  if (answer.serial !== certificate.serial || answer.hash === '') return false;
  const digest = (bytes: Buffer): Buffer => createHash(answer.hash).update(bytes).digest();
  // The name as the certificate writes it or as its issuer does: they may differ in their encoding.
  const isNamed = [certificate.issuer, issuer.subject].some((name) => digest(name).equals(answer.issuerName));
  return isNamed && digest(hashedKey(issuer)).equals(answer.issuerKey);
}

function responderOf(response: OcspResponse, issuer: Certificate): Certificate | null {
  const mayAnswer = (responder: Certificate): boolean =>
    responder.sha256 === issuer.sha256 || isNamedResponder(responder, issuer, response.producedAt);
  const responders = [issuer, ...response.certificates];
  return responders.find((one) => mayAnswer(one) && isSignedByKeyOf(one, response)) ?? null;
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
