import { sha256Of } from '../../../kernel/sha256.js';
import type { CertificatePath } from './path.js';
import { evidenceAbout, type RevocationEvidence } from './revocation.js';

/** The evidence behind a verdict. Together with the file it is enough to verify again with the same result. */
export interface Grounds {
  readonly judgedAt: Date;
  /** Authorities that were trusted: sha256 of their certificates, lower-case hex. */
  readonly anchors: readonly string[];
  /** Certificates of signers and timestamp authorities, and the paths from them to an anchor; DER, each once. */
  readonly certificates: readonly Uint8Array[];
  /** Revocation lists and OCSP responses about one of them, whatever they say; DER, each once. */
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** Gathers the certificates and the evidence that one judgement used. */
export class GroundsCollector {
  private readonly uses: { readonly path: CertificatePath; readonly evidence: RevocationEvidence }[] = [];

  /** @param path or only the signer where no path was found @param evidence all that was available; what does not concern the path is left out later */
  add(path: CertificatePath, evidence: RevocationEvidence): void {
    this.uses.push({ path, evidence });
  }

  grounds(anchors: readonly Buffer[], judgedAt: Date): Grounds {
    const about = this.uses.map(({ path, evidence }) => evidenceAbout(path, evidence));
    return {
      judgedAt,
      anchors: [...new Set(anchors.map((der) => sha256Of(der)))],
      certificates: copies(new Map(this.uses.flatMap(({ path }) => path.map(({ sha256, der }) => [sha256, der])))),
      crls: copies(new Map(about.flatMap(({ lists }) => lists.map(({ sha256, der }) => [sha256, der])))),
      ocsps: copies(new Map(about.flatMap(({ responses }) => responses.map(({ der }) => [sha256Of(der), der])))),
    };
  }
}

/** Copies, because a view into the file's buffer would send the whole buffer to another thread. */
function copies(ders: ReadonlyMap<string, Buffer>): Uint8Array[] {
  return [...ders.values()].map((der) => Uint8Array.from(der));
}
