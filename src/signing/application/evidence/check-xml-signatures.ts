import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { type Certificate, readCertificate } from '../../domain/certificates/certificate.js';
import { GroundsCollector } from '../../domain/certificates/grounds.js';
import { joinWanted, readEvidence } from '../../domain/certificates/revocation.js';
import { TrustSources } from '../../domain/certificates/trust-judgement.js';
import { judgeXmlSignature, type JudgedXmlSignature } from '../../domain/xml/judge-xml-signature.js';
import { RevocationLists, TrustStore } from '../../trust/index.js';
import { XmlSignatures, type CheckedXmlSignature } from '../../ports/xml-signatures.port.js';
import { gatherEvidence, type EvidenceSources, type GatheredEvidence } from './gather-evidence.js';
import { OcspAnswers } from './ocsp-answers.js';

/** Says of XML from outside whose signatures it bears and what they are worth. */
@Injectable()
export class CheckXmlSignatures {
  constructor(
    private readonly xmlSignatures: XmlSignatures,
    @Inject(TrustStore) private readonly trust: Pick<TrustStore, 'today'>,
    @Inject(RevocationLists) private readonly lists: EvidenceSources['lists'],
    @Inject(OcspAnswers) private readonly responders: EvidenceSources['responders'],
    private readonly clock: Clock,
  ) {}

  /** @returns one for each signature; null when the document is too large or took too long */
  async check(xml: string): Promise<readonly JudgedXmlSignature[] | null> {
    const checked = await this.xmlSignatures.check(xml);
    if (checked === null || checked.length === 0) return checked === null ? null : [];
    const first = await this.judge(checked, { crls: [], ocsps: [] });
    const wanted = joinWanted(first.map((one) => one.wanted));
    const { crls, ocsps } = await gatherEvidence(wanted, { lists: this.lists, responders: this.responders });
    return crls.length + ocsps.length === 0 ? first : this.judge(checked, { crls, ocsps });
  }

  private async judge(
    checked: readonly CheckedXmlSignature[],
    { crls, ocsps }: Pick<GatheredEvidence, 'crls' | 'ocsps'>,
  ): Promise<readonly JudgedXmlSignature[]> {
    const today = await this.trust.today();
    const read = (ders: readonly Buffer[]): Certificate[] => ders.map((der) => readCertificate(der));
    const trust = { anchors: read(today.anchors), intermediates: read(today.intermediates) };
    const sources = new TrustSources(trust, readEvidence(crls, ocsps), false, new GroundsCollector());
    const now = this.clock.now();
    return checked.map((one) => judgeXmlSignature(one, sources, now));
  }
}
