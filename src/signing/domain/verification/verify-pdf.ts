import { type Certificate, readCertificate } from '../certificates/certificate.js';
import { distinctWanted, NOTHING_WANTED, readEvidence, type WantedEvidence } from '../certificates/revocation.js';
import { TrustSources } from '../certificates/trust-judgement.js';
import { type Form, readForm } from '../../../files/domain/pdf/form-fields.js';
import { type FileState, PdfFile } from '../../../files/domain/pdf/file-state.js';
import { isWhitespace } from '../../../files/domain/pdf/lexer.js';
import { PdfMalformed, PdfTooLarge } from '../../../files/domain/pdf/limits.js';
import { textOf } from '../../../files/domain/pdf/values.js';
import { type Grounds, GroundsCollector } from '../certificates/grounds.js';
import { type Bench, findingsOfEach, judgeFields, type SignatureVerdict } from './judge-fields.js';
import {
  distinctReasons,
  reason,
  type Reason,
  type ReasonCode,
  type Verdict,
  verdictOf,
  worstVerdict,
} from './reasons.js';
import type { StoreAt } from './signature-level.js';
import { readSecurityStore } from './security-store.js';
import { hasStraySignature, isCut, signedFields } from './signature-fields.js';

export interface VerificationOptions {
  /** Authorities that are trusted, DER. */
  readonly anchors: readonly Buffer[];
  /** Authorities that are trusted for times, DER; left out, the same. */
  readonly timestampAnchors?: readonly Buffer[];
  /** Certificates that may help to reach them, DER. */
  readonly intermediates?: readonly Buffer[];
  /** Lists of revoked certificates, DER. */
  readonly crls: readonly Buffer[];
  /** OCSP responses, DER. */
  readonly ocsps?: readonly Buffer[];
  /** Judge certificates at this time instead of the signing time. */
  readonly at?: Date;
  readonly now: Date;
  /** Whether current evidence is demanded where nothing proves when it was signed; for callers that can fetch it. */
  readonly demandsCurrent?: boolean;
  /** Leave the certificate path out: the verdict then speaks of integrity alone. */
  readonly integrityOnly?: boolean;
}

export type { SignatureVerdict };

export interface Verification extends WantedEvidence {
  /** The file may be relied on: verdict `valid` and nothing else. */
  readonly accept: boolean;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signatures: readonly SignatureVerdict[];
  /** Values of the text fields as last saved, by field name. */
  readonly formTexts: ReadonlyMap<string, string>;
  readonly grounds: Grounds;
}

/**
 * Whether a signed PDF may be relied on: every check in a fixed order, no repair, no benefit of the doubt.
 *
 * Order: structure of the file, fields, signed range, CMS, certificate path and revocation, timestamps, every save after
 * each signature against a whitelist, rules of the signatures themselves. The file is as good as its worst signature,
 * and the last one must cover what is shown. Never throws for what a file contains.
 *
 * Source: Thông tư 15/2025/TT-BKHCN (kiểm tra chữ ký số); ISO 32000-1, 12.8; ETSI EN 319 142-1; RFC 5280, 5652, 3161, 6960.
 */
export function verifyPdf(pdf: Buffer, options: VerificationOptions): Verification {
  const collector = new GroundsCollector();
  return new Judged(judgePdf(pdf, options, collector), collector, options);
}

/**
 * What a verification of the file would want to know of revocations, found without looking at what was saved after the signatures, which is nearly all
 * of its work. Nothing of a file that cannot be read.
 */
export function evidenceWantedBy(pdf: Buffer, options: VerificationOptions): WantedEvidence {
  try {
    const file = new PdfFile(pdf);
    const state = newestOf(file);
    if (isEncrypted(state)) return NOTHING_WANTED;
    const fields = signedFields(file, state, readForm(state));
    return wantedIn(findingsOfEach(fields, benchOf(file, options, new GroundsCollector())));
  } catch (error) {
    if (error instanceof RangeError || error instanceof PdfMalformed) return NOTHING_WANTED;
    throw error;
  }
}

type Conclusion = Omit<Verification, 'grounds'>;

/** A conclusion whose grounds are hashed only when somebody reads them. */
class Judged implements Verification {
  readonly accept: boolean;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  readonly signatures: readonly SignatureVerdict[];
  readonly wantedCrls: Verification['wantedCrls'];
  readonly wantedOcsps: Verification['wantedOcsps'];
  readonly formTexts: ReadonlyMap<string, string>;
  readonly #collector: GroundsCollector;
  readonly #options: VerificationOptions;

  constructor(conclusion: Conclusion, collector: GroundsCollector, options: VerificationOptions) {
    this.accept = conclusion.accept;
    this.verdict = conclusion.verdict;
    this.reasons = conclusion.reasons;
    this.signatures = conclusion.signatures;
    this.wantedCrls = conclusion.wantedCrls;
    this.wantedOcsps = conclusion.wantedOcsps;
    this.formTexts = conclusion.formTexts;
    this.#collector = collector;
    this.#options = options;
  }

  get grounds(): Grounds {
    const { anchors, timestampAnchors = [], now } = this.#options;
    return this.#collector.grounds([...anchors, ...timestampAnchors], now);
  }
}

function judgePdf(pdf: Buffer, options: VerificationOptions, collector: GroundsCollector): Conclusion {
  try {
    return verifyFile(new PdfFile(pdf), options, collector);
  } catch (error) {
    // The language's own limits, where ours do not come first.
    if (error instanceof RangeError) return conclude([], [reason('file-too-large')], NO_TEXTS);
    if (!(error instanceof PdfMalformed)) throw error;
    const code = error instanceof PdfTooLarge ? 'file-too-large' : 'file-malformed';
    return conclude([], [reason(code, placeOf(error)), ...cutReasons(pdf)], NO_TEXTS);
  }
}

function cutReasons(pdf: Buffer): Reason[] {
  return isCut(pdf) ? [reason('file-cut')] : [];
}

/** What exactly is wrong there is for logs; people are told where. */
function placeOf({ offset }: PdfMalformed): string | undefined {
  return offset === undefined ? undefined : `(từ byte thứ ${(offset + 1).toLocaleString('vi-VN')})`;
}

const NO_TEXTS: ReadonlyMap<string, string> = new Map();

function verifyFile(file: PdfFile, options: VerificationOptions, collector: GroundsCollector): Conclusion {
  const state = newestOf(file);
  if (isEncrypted(state)) return conclude([], [reason('file-encrypted')], NO_TEXTS);
  const form = readForm(state);
  const fields = signedFields(file, state, form);
  const { signatures, reasons } = judgeFields(file, fields, benchOf(file, options, collector));
  const fileReasons = [...reasons, ...fileReasonsOf(file, state, form)];
  if (options.integrityOnly) fileReasons.push(reason('integrity-only'));
  return conclude(signatures, fileReasons, textsOf(state, form));
}

function newestOf(file: PdfFile): FileState {
  return file.stateAfter(file.revisions.length - 1);
}

function isEncrypted({ trailer }: FileState): boolean {
  return trailer.raw('Encrypt') !== null;
}

function benchOf(file: PdfFile, options: VerificationOptions, collector: GroundsCollector): Bench {
  const state = newestOf(file);
  const sources = sourcesOf(options, collector).with(readSecurityStore(state));
  const storeAt: StoreAt = (revision) => storeAlone(revision === 'newest' ? state : file.stateAfter(revision), options);
  const { now, at = null, demandsCurrent = false } = options;
  return { sources, storeAt, times: { at, now, demandsCurrent } };
}

function sourcesOf(options: VerificationOptions, collector: GroundsCollector): TrustSources {
  const read = (ders: readonly Buffer[]): Certificate[] => ders.map((der) => readCertificate(der));
  const anchors = read(options.anchors);
  const trust = {
    anchors,
    timestampAnchors: options.timestampAnchors ? read(options.timestampAnchors) : anchors,
    intermediates: read(options.intermediates ?? []),
  };
  const evidence = readEvidence(options.crls, options.ocsps ?? []);
  return new TrustSources(trust, evidence, options.integrityOnly === true, collector);
}

/** The anchors and the file's own store at that time; null without a store. */
function storeAlone(state: FileState, options: VerificationOptions): TrustSources | null {
  if (state.dictionary(state.catalog.raw('DSS')) === null) return null;
  return sourcesOf({ ...options, intermediates: [], crls: [], ocsps: [] }, new GroundsCollector()).with(
    readSecurityStore(state),
  );
}

function fileReasonsOf(file: PdfFile, state: FileState, form: Form | null): Reason[] {
  const reasons: Reason[] = [];
  if (hasStraySignature(file, state, form)) reasons.push(reason('signature-stray'), ...cutReasons(file.bytes));
  if (file.bytesAfterEnd > 0) {
    const hanging = reason('bytes-after-end', `(${file.bytesAfterEnd} byte)`);
    reasons.push(endsInBlanks(file) ? { ...hanging, isBlank: true } : hanging);
  }
  return reasons;
}

/** Byte by byte, and no further than to the first that shows something. */
function endsInBlanks({ bytes, bytesAfterEnd }: PdfFile): boolean {
  return bytes.subarray(bytes.length - bytesAfterEnd).every((byte) => isWhitespace(byte));
}

function textsOf(state: FileState, form: Form | null): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { type, name, value } of form?.fields ?? []) {
    if (type === 'Tx') texts.set(name, textOf(state.resolve(value)) ?? '');
  }
  return texts;
}

/** Where what is signed could not be read, or lies outside of the fields, nobody can say that nothing is. */
const HIDES_SIGNATURES: ReadonlySet<ReasonCode> = new Set([
  'file-malformed',
  'file-too-large',
  'file-encrypted',
  'signature-stray',
]);

function absenceReasons(signatures: readonly SignatureVerdict[], fileReasons: readonly Reason[]): Reason[] {
  if (fileReasons.some(({ code }) => HIDES_SIGNATURES.has(code))) return [];
  return [reason(signatures.length === 0 ? 'no-signature' : 'no-person-signed')];
}

function wantedIn(findings: readonly (WantedEvidence | null)[]): WantedEvidence {
  return distinctWanted(findings.map((one) => one ?? NOTHING_WANTED));
}

function conclude(
  signatures: readonly SignatureVerdict[],
  fileReasons: readonly Reason[],
  formTexts: ReadonlyMap<string, string>,
): Conclusion {
  const judged = worstVerdict([...signatures.map((one) => one.verdict), verdictOf(fileReasons)]);
  const isSigned = signatures.some(({ isTimestamp }) => !isTimestamp);
  const verdict = judged === 'valid' && !isSigned ? 'unsigned' : judged;
  const reasons = distinctReasons([
    ...signatures.flatMap((signature) => signature.reasons),
    ...fileReasons,
    ...(isSigned ? [] : absenceReasons(signatures, fileReasons)),
  ]);
  const { wantedCrls, wantedOcsps } = wantedIn(signatures.map(({ findings }) => findings));
  return { accept: verdict === 'valid', verdict, reasons, signatures, wantedCrls, wantedOcsps, formTexts };
}
