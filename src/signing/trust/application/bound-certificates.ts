import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { Certificate } from '../../domain/certificates/certificate.js';
import { crlAddresses } from '../../domain/certificates/certificate-extensions.js';
import { findPath } from '../../domain/certificates/path.js';
import { pathRevocation, readEvidence } from '../../domain/certificates/revocation.js';
import { whyNotSigning } from '../domain/expiry.js';
import { RevocationListQueries } from '../persistence/revocation-list-queries.js';
import { TrustQueries } from '../persistence/trust-queries.js';
import { idOf } from './revocation-lists.js';
import { certificateOf, TrustStore } from './trust-store.js';

/** Whether somebody's certificates still count, by what the agency knows without asking anybody. */
@Injectable()
export class BoundCertificates {
  constructor(
    private readonly queries: TrustQueries,
    private readonly lists: RevocationListQueries,
    private readonly store: TrustStore,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Why somebody cannot be asked to sign; null when nothing speaks against it.
   *
   * Source: Nghị định 23/2025/NĐ-CP, Điều 13 đến 17: the state of a certificate is checked before signing.
   */
  async whyNotSigning({ id, fullName }: { readonly id: string; readonly fullName: string }): Promise<string | null> {
    const rows = (await this.queries.certificates()).filter((row) => row.kind === 'person' && row.personId === id);
    if (rows.length === 0) return null;
    const bound = rows.filter(({ activeTo }) => activeTo === null);
    const judged = await Promise.all(
      bound.map(async (row) => {
        const { notBefore, notAfter } = row;
        return { notBefore, notAfter, isRevoked: await this.isRevoked(certificateOf(row)) };
      }),
    );
    return whyNotSigning(fullName, judged, this.clock.now());
  }

  private async isRevoked(certificate: Certificate): Promise<boolean> {
    const now = this.clock.now();
    const found = findPath(certificate, await this.store.inForce(), { instant: now });
    if ('fault' in found) return false;
    const lists = await this.keptLists(certificate);
    return (
      pathRevocation(found.path, readEvidence(lists, []), { instant: now, proven: null, now }).status === 'revoked'
    );
  }

  private async keptLists(certificate: Certificate): Promise<Buffer[]> {
    const kept = await Promise.all(crlAddresses(certificate).map((address) => this.lists.byId(idOf(address))));
    return Promise.all(kept.flatMap((row) => (row?.sha256 ? [this.files.get(row.sha256)] : [])));
  }
}
