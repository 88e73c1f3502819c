import { sha256Of } from '../../../kernel/sha256.js';
import type { CertificatePath } from './path.js';
import { evidenceAbout, type RevocationEvidence } from './revocation.js';

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
  private readonly drawn: { readonly path: CertificatePath; readonly evidence: RevocationEvidence }[] = [];

  /** @param path or the signer alone where none was found @param evidence what was at hand, of which only some may speak of the path */
  drewOn(path: CertificatePath, evidence: RevocationEvidence): void {
    this.drawn.push({ path, evidence });
  }

  grounds(anchors: readonly Buffer[], judgedAt: Date): Grounds {
    const about = this.drawn.map(({ path, evidence }) => evidenceAbout(path, evidence));
    return {
      judgedAt,
      anchors: [...new Set(anchors.map((der) => sha256Of(der)))],
      certificates: copies(new Map(this.drawn.flatMap(({ path }) => path.map(({ sha256, der }) => [sha256, der])))),
      crls: copies(new Map(about.flatMap(({ lists }) => lists.map(({ sha256, der }) => [sha256, der])))),
      ocsps: copies(new Map(about.flatMap(({ responses }) => responses.map(({ der }) => [sha256Of(der), der])))),
    };
  }
}

/** Each by itself: what was enclosed in a file would otherwise take the whole file along into another thread. */
function copies(ders: ReadonlyMap<string, Buffer>): Uint8Array[] {
  return [...ders.values()].map((der) => Uint8Array.from(der));
}
