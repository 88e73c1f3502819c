import { DAY_MS } from '../../../kernel/civil-date.js';
import { DerMalformed } from '../der/der.js';
import { readable } from '../der/readable.js';
import type { Certificate } from './certificate.js';
import { isStillToCome } from './clock-tolerance.js';
import { crlAddresses, saysWhereRevoked } from './certificate-extensions.js';
import { type OcspWish, ocspWishes } from './ocsp-request.js';
import { answersFor, type OcspResponse, readOcspResponse } from './ocsp-response.js';
import type { CertificatePath } from './path.js';
import { readRevocationList, remembersFrom, type RevocationList, speaksFor } from './revocation-list.js';

/** What is at hand to tell whether certificates were revoked. */
export interface RevocationEvidence {
  readonly lists: readonly RevocationList[];
  readonly responses: readonly OcspResponse[];
}

/** Reads what can be read. */
export function readEvidence(crls: readonly Buffer[], ocsps: readonly Buffer[]): RevocationEvidence {
  return { lists: readable(crls, readRevocationList), responses: readable(ocsps, readOcspResponse) };
}

export function joinEvidence(...all: readonly RevocationEvidence[]): RevocationEvidence {
  return { lists: all.flatMap(({ lists }) => lists), responses: all.flatMap(({ responses }) => responses) };
}

/** What a certificate names and nobody gave: with it the judgement could be another. */
export interface WantedEvidence {
  readonly wantedCrls: readonly string[];
  readonly wantedOcsps: readonly OcspWish[];
}

export const NOTHING_WANTED: WantedEvidence = { wantedCrls: [], wantedOcsps: [] };

export interface PathRevocation extends WantedEvidence {
  readonly status: 'good' | 'revoked' | 'unknown' | 'notDeclared';
  /** The certificate that decided. */
  readonly certificate: Certificate;
  readonly revokedAt: Date | null;
  /** Latest issue time of the evidence used. */
  readonly evidenceAt: Date | null;
}

/** The time that counts and, if something proves it, when the signature existed. */
export interface JudgedTime {
  readonly instant: Date;
  /** Time of a verified timestamp; only this, never a claimed time, makes a later revocation harmless. */
  readonly proven: Date | null;
  /**
   * When the judgement is made, of signers and of timestamp authorities alike: nothing is evidence that was said later, and without a proven time only
   * evidence of this time tells of revocations since.
   */
  readonly now: Date;
  /**
   * Whether older evidence is not enough where nothing proves the time. A file that is judged by what it carries, with nobody to ask, does with evidence
   * of the time that it claims.
   */
  readonly demandsCurrent?: boolean;
  /** Whether it is a timestamp authority that is judged. */
  readonly isStamping?: boolean;
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
  const [signer] = path;
  if (worst) return judged.length === 1 ? worst : { ...worst, ...joinWanted(judged) };
  if (!signer) throw new DerMalformed('empty path');
  return { status: 'notDeclared', certificate: signer, revokedAt: null, evidenceAt: null, ...NOTHING_WANTED };
}

/** The same, each once. */
export function distinctWanted(all: readonly WantedEvidence[]): WantedEvidence {
  const { wantedCrls, wantedOcsps } = joinWanted(all);
  const keyOf = ({ url, certId }: OcspWish): string => `${url} ${Buffer.from(certId).toString('hex')}`;
  return {
    wantedCrls: [...new Set(wantedCrls)],
    wantedOcsps: [...new Map(wantedOcsps.map((wish) => [keyOf(wish), wish] as const)).values()],
  };
}

export function joinWanted(all: readonly WantedEvidence[]): WantedEvidence {
  return {
    wantedCrls: all.flatMap(({ wantedCrls }) => wantedCrls),
    wantedOcsps: all.flatMap(({ wantedOcsps }) => wantedOcsps),
  };
}

/** What speaks of the certificates of a path, whatever it says of them. */
export function evidenceAbout(path: CertificatePath, { lists, responses }: RevocationEvidence): RevocationEvidence {
  const isSpokenOf = (speaks: (certificate: Certificate, issuer: Certificate) => boolean): boolean =>
    path.slice(0, -1).some((certificate, at) => speaks(certificate, path[at + 1] ?? certificate));
  return {
    lists: lists.filter((list) => isSpokenOf((one, issuer) => speaksFor(list, one, issuer))),
    responses: responses.filter((response) => isSpokenOf((one, issuer) => answersFor(response, one, issuer) !== null)),
  };
}

interface Statement {
  readonly revokedAt: Date | null;
  readonly reason: number | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly remembersFrom: Date | null;
}

function judgeOne(
  certificate: Certificate,
  issuer: Certificate,
  { evidence, time }: { readonly evidence: RevocationEvidence; readonly time: JudgedTime },
): PathRevocation {
  const statements = statementsAbout(certificate, issuer, evidence);
  const revokedAt = earliest(statements.flatMap((one) => (one.revokedAt ? [one.revokedAt] : [])));
  const found = (status: PathRevocation['status'], evidenceAt: Date | null, wanted: WantedEvidence): PathRevocation => {
    const { wantedCrls, wantedOcsps } = wanted;
    return { status, certificate, revokedAt, evidenceAt, wantedCrls, wantedOcsps };
  };
  if (revokedAt && !isForgiven(statements, time)) return found('revoked', null, NOTHING_WANTED);
  const usable = statements.filter((one) => isUsable(one, certificate, time));
  const evidenceAt = latest(usable.map(({ thisUpdate }) => thisUpdate));
  if (evidenceAt) {
    if (isSettled(usable, time)) return found('good', evidenceAt, NOTHING_WANTED);
    return found(isOutdated(usable, time) ? 'unknown' : 'good', evidenceAt, wantedFor(certificate, issuer));
  }
  if (!saysWhereRevoked(certificate)) return found('notDeclared', null, NOTHING_WANTED);
  return found('unknown', null, wantedFor(certificate, issuer));
}

/** What was found once of certificates that many letters bring, under the issuer that they were compared with. */
const wanting = new WeakMap<Certificate, { readonly issuer: Certificate; readonly wanted: WantedEvidence }>();

function wantedFor(certificate: Certificate, issuer: Certificate): WantedEvidence {
  const known = wanting.get(certificate);
  if (known?.issuer === issuer) return known.wanted;
  const wanted = { wantedCrls: crlAddresses(certificate), wantedOcsps: ocspWishes(certificate, issuer) };
  wanting.set(certificate, { issuer, wanted });
  return wanted;
}

/** Reasons for which a timestamp authority is revoked and yet what it stamped before stays good. */
const HARMLESS_TO_STAMPS: ReadonlySet<number> = new Set([0, 3, 4, 5]);

/**
 * Whether every revocation came after the proven time.
 *
 * Source: RFC 3161, 4 (1): without one of four reasons, nothing is left of what a revoked timestamp authority stamped.
 */
function isForgiven(statements: readonly Statement[], { proven, isStamping }: JudgedTime): boolean {
  return statements.every(({ revokedAt, reason }) => {
    if (!revokedAt) return true;
    const isHarmless = !isStamping || (reason !== null && HARMLESS_TO_STAMPS.has(reason));
    return proven !== null && revokedAt > proven && isHarmless;
  });
}

/**
 * Whether silence about the certificate means that it was not revoked: said by now, for the time in question, and while the certificate
 * was still kept in the list.
 *
 * Source: RFC 5280, 3.3 (entries may go once the certificate ended); RFC 6960, 4.4.4; X.509, expiredCertsOnCRL.
 */
function isUsable(
  { thisUpdate, nextUpdate, remembersFrom }: Statement,
  { fields }: Certificate,
  { instant, now }: JudgedTime,
): boolean {
  if (nextUpdate === null || nextUpdate < instant || isStillToCome(thisUpdate, now)) return false;
  return thisUpdate <= fields.notAfter || (remembersFrom !== null && remembersFrom <= fields.notAfter);
}

/**
 * Whether nothing newer can matter: a statement after the proven time tells of every revocation that counts. Earlier evidence is the signer's choice, who
 * decides what to enclose; and a timestamp authority proves its own time.
 */
function isSettled(usable: readonly Statement[], { proven, isStamping }: JudgedTime): boolean {
  return proven !== null && isStamping !== true && usable.some(({ thisUpdate }) => thisUpdate >= proven);
}

/** Whether none of it speaks of now where only that would do. */
function isOutdated(usable: readonly Statement[], { proven, now, demandsCurrent }: JudgedTime): boolean {
  if (proven !== null || demandsCurrent !== true) return false;
  return !usable.some(({ nextUpdate }) => nextUpdate !== null && nextUpdate >= now);
}

function earliest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((a, b) => (a && a < b ? a : b), null);
}

function latest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((a, b) => (a && a > b ? a : b), null);
}

function statementsAbout(
  certificate: Certificate,
  issuer: Certificate,
  { lists, responses }: RevocationEvidence,
): Statement[] {
  const fromLists = lists
    .filter((list) => speaksFor(list, certificate, issuer))
    .map((list) => fromList(list, certificate));
  const fromResponses = responses.flatMap((response) => {
    const said = answersFor(response, certificate, issuer);
    if (!said || isListed(said.responder, issuer, lists)) return [];
    return said.answers.filter(({ status }) => status !== 'unknown').map((answer) => withEnd(answer));
  });
  return [...fromLists, ...fromResponses];
}

function fromList(list: RevocationList, { serial }: Certificate): Statement {
  const { at = null, reason = null } = list.revoked.get(serial) ?? {};
  const { thisUpdate, nextUpdate } = list;
  return { revokedAt: at, reason, thisUpdate, nextUpdate, remembersFrom: remembersFrom(list) };
}

/** Whether who answers in the authority's name was revoked by it. */
function isListed(responder: Certificate, issuer: Certificate, lists: readonly RevocationList[]): boolean {
  return lists.some((list) => list.revoked.has(responder.serial) && speaksFor(list, responder, issuer));
}

/** RFC 6960, 2.4: without a next update newer answers are always available; we let one speak for its own day. */
function withEnd(statement: Statement): Statement {
  return { ...statement, nextUpdate: statement.nextUpdate ?? new Date(statement.thisUpdate.getTime() + DAY_MS) };
}
