import type { ComputedDigest } from '../certificates/algorithms.js';
import type { TrustSources } from '../certificates/trust-judgement.js';
import type { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { checkTimestamp, type TimestampCheck } from '../timestamps/timestamp.js';
import { reviewRevision } from './changes/review-revision.js';
import type { RevisionChanges } from './changes/change-review.js';
import { type BindingSignature, mayStayUnsigned, ruleFaults, type Step, stepFaults } from './modification-policy.js';
import type { PadesLevel } from './pades-level.js';
import { distinctReasons, reason, type Reason, type Verdict, verdictOf } from './reasons.js';
import type { PlacedSignature } from './signature-dictionary.js';
import type { SignedField } from './signature-fields.js';
import type { DocumentStamp, StoreAt } from './signature-level.js';
import {
  digestOfRanges,
  judgeSignature,
  type JudgingTimes,
  type SignatureFindings,
  timestampReasons,
} from './signature-verdict.js';

export interface SignatureVerdict {
  readonly field: string;
  /** The name in the certificate; empty when there is none to read. */
  readonly signer: string;
  readonly signerSerial?: string;
  /** Lower-case hex; empty without a certificate. */
  readonly certificateSha256: string;
  readonly signedAt: Date | null;
  readonly verdict: Exclude<Verdict, 'unsigned'>;
  readonly coversWholeFile: boolean;
  /** Byte after the last one that is signed; 0 when the signed range is unsound. */
  readonly revisionEnd: number;
  readonly subFilter: string;
  readonly isTimestamp: boolean;
  /** PAdES baseline level; null for timestamps and for signatures of another profile. */
  readonly level: PadesLevel | null;
  readonly reasons: readonly Reason[];
  readonly findings: SignatureFindings | null;
}

export interface Bench {
  readonly sources: TrustSources;
  readonly storeAt: StoreAt;
  readonly times: JudgingTimes;
}

/** Every signature judged by itself and by what was saved after it. */
export function judgeFields(
  file: PdfFile,
  fields: readonly SignedField[],
  bench: Bench,
): { readonly signatures: readonly SignatureVerdict[]; readonly reasons: readonly Reason[] } {
  const binding = fields.flatMap(({ name, placed }) => (placed ? [bindingOf(name, placed)] : []));
  const steps = stepsAfter(file, binding);
  const found = findingsOfEach(fields, bench);
  const signatures = fields.map((field, at) => {
    const findings = found[at] ?? null;
    const later = field.placed ? laterFaults(field.name, binding, steps) : [];
    return describe(file, field, { findings, later });
  });
  return { signatures, reasons: coverageFaults(binding, steps) };
}

/** What each signature tells by itself; null where nothing is signed. */
export function findingsOfEach(fields: readonly SignedField[], bench: Bench): readonly (SignatureFindings | null)[] {
  const stamps = new Map(fields.flatMap((field) => stampOf(field, bench)));
  return fields.map(({ name, placed }) => (placed ? findingsOf(name, placed, { bench, stamps }) : null));
}

function bindingOf(field: string, { revision, subFilter, rules, ownRules }: PlacedSignature): BindingSignature {
  return { field, revision, isTimestamp: subFilter === 'ETSI.RFC3161', rules, ownRules };
}

const UNREADABLE: RevisionChanges = {
  signatures: [],
  filled: [],
  emptyFields: [],
  hasSecurityStore: false,
  hasDescription: false,
  refused: [reason('increment-malformed')],
};

/** What the saves after the first signature changed, oldest first. */
function stepsAfter(file: PdfFile, signatures: readonly BindingSignature[]): Step[] {
  const first = Math.min(...signatures.map(({ revision }) => revision));
  const steps: Step[] = [];
  for (let revision = first + 1; revision < file.revisions.length; revision += 1) {
    steps.push({ revision, changes: changesOf(file, revision) });
  }
  return steps;
}

function changesOf(file: PdfFile, revision: number): RevisionChanges {
  try {
    return reviewRevision(file, revision);
  } catch (error) {
    if (error instanceof PdfMalformed) return UNREADABLE;
    throw error;
  }
}

function stampOf({ name, placed }: SignedField, { sources, times }: Bench): [string, DocumentStamp][] {
  if (placed?.subFilter !== 'ETSI.RFC3161') return [];
  const imprintOf = (algorithm: ComputedDigest): Buffer => digestOfRanges(placed, algorithm);
  const stamp = checkTimestamp(placed.cms, imprintOf, { sources, now: times.now });
  return [[name, { stamp, revision: placed.revision }]];
}

function findingsOf(
  name: string,
  placed: PlacedSignature,
  { bench, stamps }: { readonly bench: Bench; readonly stamps: ReadonlyMap<string, DocumentStamp> },
): SignatureFindings {
  const stampsOver = [...stamps.values()].filter(
    ({ stamp, revision }) => revision > placed.revision && stamp.faults.length === 0,
  );
  const own = stamps.get(name);
  if (own) return timestampFindings(own.stamp, stampsOver.length > 0);
  const { sources, storeAt, times } = bench;
  return judgeSignature(placed, { sources, storeAt, times, stampsOver });
}

function timestampFindings(stamp: TimestampCheck, isReplaced: boolean): SignatureFindings {
  const { at, faults, authority, wantedCrls, wantedOcsps } = stamp;
  return {
    certificate: null,
    authority,
    level: null,
    signedAt: at,
    judgedAt: at,
    timeSource: 'timestamp',
    algorithms: null,
    revocation: null,
    reasons: timestampReasons(faults, isReplaced),
    wantedCrls,
    wantedOcsps,
  };
}

function laterFaults(name: string, all: readonly BindingSignature[], steps: readonly Step[]): Reason[] {
  const signature = all.find(({ field }) => field === name);
  if (!signature) return [];
  return steps
    .filter(({ revision }) => revision > signature.revision)
    .flatMap((step, at, later) => [...stepFaults(step, all, later.slice(at + 1)), ...ruleFaults(signature, step)]);
}

/** The last signature must reach to the end of what is shown; only evidence that shows nothing may follow it. */
function coverageFaults(signatures: readonly BindingSignature[], steps: readonly Step[]): Reason[] {
  const last = Math.max(...signatures.map(({ revision }) => revision));
  const after = steps.filter(({ revision }) => revision > last);
  return after.every((step) => mayStayUnsigned(step)) ? [] : [reason('not-covered')];
}

function describe(
  file: PdfFile,
  { name, placed, subFilter, faults }: SignedField,
  { findings, later }: { readonly findings: SignatureFindings | null; readonly later: readonly Reason[] },
): SignatureVerdict {
  const own = findings ? findings.reasons : [];
  const reasons = distinctReasons([...faults, ...own, ...later, ...endFaults(file, placed)]);
  const { signer, signerSerial, certificateSha256, signedAt } = signerOf(findings);
  return {
    field: name,
    signer,
    ...(signerSerial === undefined ? {} : { signerSerial }),
    certificateSha256,
    signedAt,
    verdict: verdictOf(reasons),
    coversWholeFile: placed?.end === file.bytes.length,
    revisionEnd: placed?.end ?? 0,
    subFilter,
    isTimestamp: subFilter === 'ETSI.RFC3161',
    level: findings?.level ?? null,
    reasons,
    findings,
  };
}

type SignerFacts = Pick<SignatureVerdict, 'signer' | 'signerSerial' | 'certificateSha256' | 'signedAt'>;

function signerOf(findings: SignatureFindings | null): SignerFacts {
  if (!findings) return { signer: '', certificateSha256: '', signedAt: null };
  const { certificate, authority, signedAt } = findings;
  if (!certificate) return { signer: authority ?? '', certificateSha256: '', signedAt };
  const { subject, serial, sha256 } = certificate;
  const signer = subject.commonName ?? subject.organization ?? '';
  return { signer, signerSerial: serial, certificateSha256: sha256, signedAt };
}

/** A signature over the last save that leaves even an end of line unsigned does not cover the file. */
function endFaults(file: PdfFile, placed: PlacedSignature | null): Reason[] {
  const isLast = placed?.revision === file.revisions.length - 1;
  return isLast && placed.end !== file.bytes.length && file.bytesAfterEnd === 0 ? [reason('not-covered')] : [];
}
