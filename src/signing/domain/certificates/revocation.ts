import { DerMalformed } from '../der/der.js';
import type { Certificate } from './certificate.js';
import { crlAddresses, saysWhereRevoked } from './certificate-extensions.js';
import { answerFor, type OcspResponse, readOcspResponse } from './ocsp-response.js';
import type { CertificatePath } from './path.js';
import { readRevocationList, type RevocationList, speaksFor } from './revocation-list.js';

/** What is at hand to tell whether certificates were revoked. */
export interface RevocationEvidence {
  readonly lists: readonly RevocationList[];
  readonly responses: readonly OcspResponse[];
}

/** Reads what can be read; a broken list or response is as good as none. */
export function readEvidence(crls: readonly Buffer[], ocsps: readonly Buffer[]): RevocationEvidence {
  return { lists: readable(crls, readRevocationList), responses: readable(ocsps, readOcspResponse) };
}

function readable<T>(sources: readonly Buffer[], read: (der: Buffer) => T): T[] {
  return sources.flatMap((der) => {
    try {
      return [read(der)];
    } catch (error) {
      if (error instanceof DerMalformed) return [];
      throw error;
    }
  });
}

export function joinEvidence(...all: readonly RevocationEvidence[]): RevocationEvidence {
  return { lists: all.flatMap(({ lists }) => lists), responses: all.flatMap(({ responses }) => responses) };
}

export interface PathRevocation {
  readonly status: 'good' | 'revoked' | 'unknown' | 'notDeclared';
  /** The certificate that decided. */
  readonly certificate: Certificate;
  readonly revokedAt: Date | null;
  /** Latest issue time of the evidence used. */
  readonly evidenceAt: Date | null;
  readonly wantedCrls: readonly string[];
}

/** When the judgement is made and, if something proves it, when the signature existed. */
export interface JudgedTime {
  readonly instant: Date;
  /** Time of a verified timestamp; only this, never a claimed time, makes a later revocation harmless. */
  readonly proven: Date | null;
}

/**
 * Whether a certificate of a path was revoked. The anchor is trusted by configuration and is not asked about.
 *
 * One that says where to ask and has no usable evidence is `unknown`; one that says nothing is `notDeclared`.
 */
export function pathRevocation(path: CertificatePath, evidence: RevocationEvidence, time: JudgedTime): PathRevocation {
  const judged = path
    .slice(0, -1)
    .map((certificate, at) => judgeOne(certificate, path[at + 1] ?? certificate, { evidence, time }));
  const worst =
    judged.find(({ status }) => status === 'revoked') ??
    judged.find(({ status }) => status === 'unknown') ??
    judged.find(({ status }) => status === 'good') ??
    judged[0];
  const wantedCrls = judged.flatMap((one) => one.wantedCrls);
  const [signer] = path;
  if (worst) return { ...worst, wantedCrls };
  if (!signer) throw new DerMalformed('empty path');
  return { status: 'notDeclared', certificate: signer, revokedAt: null, evidenceAt: null, wantedCrls };
}

/** What speaks of the certificates of a path, whatever it says of them. */
export function evidenceAbout(path: CertificatePath, { lists, responses }: RevocationEvidence): RevocationEvidence {
  const isSpokenOf = (speaks: (certificate: Certificate, issuer: Certificate) => boolean): boolean =>
    path.slice(0, -1).some((certificate, at) => speaks(certificate, path[at + 1] ?? certificate));
  return {
    lists: lists.filter((list) => isSpokenOf((one, issuer) => speaksFor(list, one, issuer))),
    responses: responses.filter((response) => isSpokenOf((one, issuer) => answerFor(response, one, issuer) !== null)),
  };
}

interface Statement {
  readonly revokedAt: Date | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
}

function judgeOne(
  certificate: Certificate,
  issuer: Certificate,
  { evidence, time }: { readonly evidence: RevocationEvidence; readonly time: JudgedTime },
): PathRevocation {
  const statements = statementsAbout(certificate, issuer, evidence);
  const revokedAt = earliest(statements.flatMap((one) => (one.revokedAt ? [one.revokedAt] : [])));
  const result = { certificate, revokedAt, evidenceAt: null, wantedCrls: [] };
  if (revokedAt && !(time.proven && revokedAt > time.proven)) return { ...result, status: 'revoked' };
  const usable = statements.filter((one) => one.nextUpdate !== null && one.nextUpdate >= time.instant);
  const evidenceAt = usable.reduce<Date | null>((a, { thisUpdate: b }) => (a && a > b ? a : b), null);
  if (evidenceAt) return { ...result, status: 'good', evidenceAt };
  if (!saysWhereRevoked(certificate)) return { ...result, status: 'notDeclared' };
  return { ...result, status: 'unknown', wantedCrls: crlAddresses(certificate) };
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
}

function statementsAbout(
  certificate: Certificate,
  issuer: Certificate,
  { lists, responses }: RevocationEvidence,
): Statement[] {
  const fromLists = lists
    .filter((list) => speaksFor(list, certificate, issuer))
    .map((list) => ({ ...list, revokedAt: list.revoked.get(certificate.serial)?.at ?? null }));
  const fromResponses = responses.flatMap((response) => {
    const answer = answerFor(response, certificate, issuer);
    return answer && answer.status !== 'unknown' ? [withEnd(answer)] : [];
  });
  return [...fromLists, ...fromResponses];
}

/** RFC 6960, 2.4: without a next update newer answers are always to be had; we let one speak for its own day. */
function withEnd(statement: Statement): Statement {
  const day = 24 * 60 * 60_000;
  return { ...statement, nextUpdate: statement.nextUpdate ?? new Date(statement.thisUpdate.getTime() + day) };
}
