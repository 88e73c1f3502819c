import { sha256Of } from '../../../kernel/sha256.js';
import type { Certificate } from './certificate.js';
import type { RevocationEvidence } from './revocation.js';

/** What a judgement rests on: with the file itself, enough to judge it again and come to the same verdict. */
export interface Grounds {
  readonly judgedAt: Date;
  /** Authorities that were trusted: sha256 of their certificates, lower-case hex. */
  readonly anchors: readonly string[];
  /** Certificates of signers and timestamp authorities, and the paths from them to an anchor; DER, each once. */
  readonly certificates: readonly Uint8Array[];
  /** Lists and responses that spoke of one of them, whatever they said; DER, each once. */
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** Gathers in one judgement what it was drawn from. */
export class GroundsGathering {
  private readonly certificates = new Map<string, Buffer>();
  private readonly crls = new Map<string, Buffer>();
  private readonly ocsps = new Set<Buffer>();

  drewOnCertificates(certificates: readonly Certificate[]): void {
    for (const { sha256, der } of certificates) this.certificates.set(sha256, der);
  }

  drewOnEvidence({ lists, responses }: RevocationEvidence): void {
    for (const { sha256, der } of lists) this.crls.set(sha256, der);
    for (const { der } of responses) this.ocsps.add(der);
  }

  grounds(anchors: readonly Buffer[], judgedAt: Date): Grounds {
    return {
      judgedAt,
      anchors: [...new Set(anchors.map((der) => sha256Of(der)))],
      certificates: copies(this.certificates),
      crls: copies(this.crls),
      ocsps: copies(new Map([...this.ocsps].map((der) => [sha256Of(der), der]))),
    };
  }
}

/** Each by itself: what was enclosed in a file would otherwise take the whole file along into another thread. */
function copies(ders: ReadonlyMap<string, Buffer>): Uint8Array[] {
  return [...ders.values()].map((der) => Uint8Array.from(der));
}
