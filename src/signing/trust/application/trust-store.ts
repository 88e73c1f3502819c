import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TrustAnchors } from '../../ports/trust-anchors.port.js';
import { type Certificate, readCertificate } from '../../domain/certificates/certificate.js';
import type { TrustInForce } from '../domain/trusted-certificate.js';
import type { TrustCertificateEntity } from '../persistence/trust.entities.js';
import { TrustQueries } from '../persistence/trust-queries.js';

/** What is trusted today, in DER, as the verifier takes it. */
export interface TrustToday {
  readonly anchors: readonly Buffer[];
  readonly timestampAnchors: readonly Buffer[];
  readonly intermediates: readonly Buffer[];
}

/**
 * Whom we trust: what two people put into the store, and what the server's file names and nobody took out. A verification always asks
 * for today: an authority that lost our trust proves nothing any more, not about earlier days either.
 */
@Injectable()
export class TrustStore {
  constructor(
    private readonly configured: TrustAnchors,
    private readonly queries: TrustQueries,
  ) {}

  async today(): Promise<TrustToday> {
    const [file, rows] = await Promise.all([this.configured.anchors(), this.queries.certificates()]);
    const active = rows.filter(({ activeTo }) => activeTo === null);
    const anchors = active.filter(({ kind }) => kind === 'anchor');
    const unrecorded = unrecordedOf(file, rows);
    const trustedFor = (purpose: 'signing' | 'timestamp'): Buffer[] => [
      ...anchors.filter(({ purposes }) => purposes.includes(purpose)).map(derOf),
      ...unrecorded,
    ];
    return {
      anchors: trustedFor('signing'),
      timestampAnchors: trustedFor('timestamp'),
      intermediates: active.filter(({ kind }) => kind === 'intermediate').map(derOf),
    };
  }

  /** The same for rules; both purposes together. */
  async inForce(): Promise<TrustInForce> {
    const { anchors, timestampAnchors, intermediates } = await this.today();
    const read = (ders: readonly Buffer[]): Certificate[] => ders.map((der) => readCertificate(der));
    return { anchors: read([...anchors, ...timestampAnchors]), intermediates: read(intermediates) };
  }

  /** Anchors of the server's file that the store has no row of, or only rows that ended because they had left the file. */
  async unrecorded(tx?: EntityManager): Promise<readonly Certificate[]> {
    const [file, rows] = await Promise.all([this.configured.anchors(), this.queries.certificates(tx)]);
    return unrecordedOf(file, rows).map((der) => readCertificate(der));
  }

  /** Whether the store has just those anchors of the server's file that are in it now, or were taken out by people. */
  async isFileRecorded(): Promise<boolean> {
    const [file, rows] = await Promise.all([this.configured.anchors(), this.queries.certificates()]);
    const inFile = new Set(file.map((der) => readCertificate(der).sha256));
    const isLeft = rows.some(
      ({ origin, activeTo, sha256 }) => origin === 'configuration' && activeTo === null && !inFile.has(sha256),
    );
    return !isLeft && unrecordedOf(file, rows).length === 0;
  }

  /** Fingerprints of the anchors in the server's file. */
  async configuredFingerprints(): Promise<ReadonlySet<string>> {
    return new Set((await this.configured.anchors()).map((der) => readCertificate(der).sha256));
  }
}

/** Of a row, or of a proposal. */
export function derOf({ der }: Pick<TrustCertificateEntity, 'der'>): Buffer {
  return Buffer.from(der, 'base64');
}

export function certificateOf(row: Pick<TrustCertificateEntity, 'der'>): Certificate {
  return readCertificate(derOf(row));
}

function unrecordedOf(file: readonly Buffer[], rows: readonly TrustCertificateEntity[]): Buffer[] {
  const settled = rows.filter(
    ({ kind, activeTo, endedById }) => kind === 'anchor' && (activeTo === null || endedById !== null),
  );
  const known = new Set(settled.map(({ sha256 }) => sha256));
  return file.filter((der) => !known.has(readCertificate(der).sha256));
}
