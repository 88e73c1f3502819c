import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { type Certificate, readCertificate } from '../domain/certificates/certificate.js';
import { GroundsGathering } from '../domain/certificates/grounds.js';
import { readEvidence } from '../domain/certificates/revocation.js';
import { TrustSources } from '../domain/certificates/trust-judgement.js';
import { judgeXmlSignature, type JudgedXmlSignature } from '../domain/xml/judge-xml-signature.js';
import { RevocationLists, TrustStore } from '../trust/index.js';
import { XmlSignatures, type CheckedXmlSignature } from '../ports/xml-signatures.port.js';

/** Says of XML from outside whose signatures it bears and what they are worth. */
@Injectable()
export class CheckXmlSignatures {
  constructor(
    private readonly xmlSignatures: XmlSignatures,
    @Inject(TrustStore) private readonly trust: Pick<TrustStore, 'today'>,
    @Inject(RevocationLists) private readonly lists: Pick<RevocationLists, 'fetch'>,
    private readonly clock: Clock,
  ) {}

  /** @returns one for each signature; null when the document is too large or took too long */
  async execute(xml: string): Promise<readonly JudgedXmlSignature[] | null> {
    const checked = await this.xmlSignatures.check(xml);
    if (checked === null || checked.length === 0) return checked === null ? null : [];
    const first = await this.judge(checked, []);
    const crls = await this.obtainable(new Set(first.flatMap(({ wantedCrls }) => wantedCrls)));
    return crls.length === 0 ? first : this.judge(checked, crls);
  }

  private async judge(
    checked: readonly CheckedXmlSignature[],
    crls: readonly Buffer[],
  ): Promise<readonly JudgedXmlSignature[]> {
    const today = await this.trust.today();
    const read = (ders: readonly Buffer[]): Certificate[] => ders.map((der) => readCertificate(der));
    const trust = { anchors: read(today.anchors), intermediates: read(today.intermediates) };
    const sources = new TrustSources(trust, readEvidence(crls, []), false, new GroundsGathering());
    const now = this.clock.now();
    return checked.map((one) => judgeXmlSignature(one, sources, now));
  }

  private async obtainable(urls: ReadonlySet<string>): Promise<Buffer[]> {
    const crls: Buffer[] = [];
    for (const url of urls) {
      try {
        crls.push(await this.lists.fetch(url));
      } catch (error) {
        if (!(error instanceof OutsideUnavailable) && !(error instanceof OutsideRefused)) throw error;
      }
    }
    return crls;
  }
}
