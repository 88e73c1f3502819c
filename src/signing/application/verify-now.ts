import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { verifyPdf, type Verification } from '../domain/verification/verify-pdf.js';
import { CrlSource, TrustAnchors } from '../ports/crl-source.port.js';

/** Verifies a signed file with the authorities that are trusted and the lists of revoked certificates of the day. */
@Injectable()
export class VerifyNow {
  constructor(
    private readonly trust: TrustAnchors,
    private readonly crlSource: CrlSource,
    private readonly clock: Clock,
  ) {}

  /** @throws OutsideUnavailable when a certificate's list of revocations cannot be had now: nothing is judged without it */
  async execute(pdf: Buffer): Promise<Verification> {
    const anchors = await this.trust.anchors();
    const now = this.clock.now();
    const first = verifyPdf(pdf, { anchors, crls: [], now });
    const crls = await this.fetchAll(first.wantedCrls);
    return crls.length === 0 ? first : verifyPdf(pdf, { anchors, crls, now });
  }

  private async fetchAll(urls: readonly string[]): Promise<Buffer[]> {
    const crls: Buffer[] = [];
    for (const url of urls) {
      try {
        crls.push(await this.crlSource.fetch(url));
      } catch (error) {
        if (!(error instanceof OutsideRefused)) throw error;
      }
    }
    return crls;
  }
}
