import { Injectable } from '@nestjs/common';
import { Settings } from '../../../config/settings.js';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { StaffDirectory } from '../../../organisation/index.js';
import type { Certificate } from '../../domain/certificates/certificate.js';
import { crlAddresses } from '../../domain/certificates/certificate-extensions.js';
import { certificatesIn } from '../domain/certificate-file.js';
import { authorityWarnings, certificateFlaws } from '../domain/certificate-flaws.js';
import { type Holder, holderWarnings } from '../domain/holder-warnings.js';
import type { CertificateKind } from '../domain/trusted-certificate.js';
import { TrustQueries } from '../persistence/trust-queries.js';
import { TrustStore } from './trust-store.js';

/** A certificate takes some two thousand bytes. */
const MAX_FILE_BYTES = 65_536;

/** What somebody wants a certificate to be here. */
export interface CertificateUse {
  readonly kind: CertificateKind;
  readonly personId: string | null;
}

export interface JudgedCertificate {
  readonly certificate: Certificate;
  /** Why it cannot come in. */
  readonly flaws: readonly string[];
  /** What the person who confirms should look at. */
  readonly warnings: readonly string[];
  /** Whose it is to be; null for an authority. */
  readonly holder: Holder | null;
}

/** Says what stands against a certificate that somebody wants in the store. */
@Injectable()
export class JudgeCertificate {
  constructor(
    private readonly store: TrustStore,
    private readonly queries: TrustQueries,
    private readonly staff: StaffDirectory,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `input-invalid` for a file without exactly one certificate; `not-found` for an unknown person */
  async judge(file: Buffer, { kind, personId }: CertificateUse): Promise<JudgedCertificate> {
    const certificate = onlyCertificate(file);
    const [trust, active, holder] = await Promise.all([
      this.store.inForce(),
      this.queries.active(),
      this.holderOf({ kind, personId }),
    ]);
    const known = new Set(active.filter((one) => one.kind === kind).map(({ sha256 }) => sha256));
    const flaws = certificateFlaws(certificate, kind, { ...trust, known, now: this.clock.now() });
    const said = holder === null ? authorityWarnings(certificate) : holderWarnings(certificate.name, holder);
    return { certificate, flaws, warnings: [...said, ...this.hostWarnings(certificate)], holder };
  }

  /** Whom the agency knows under that use; null for an authority. @throws DomainError `not-found` */
  async holderOf({ kind, personId }: CertificateUse): Promise<Holder | null> {
    if (kind === 'agency') {
      return { name: (await this.agencyProfiles.today()).name, position: null, code: this.settings.agency.code };
    }
    if (kind !== 'person') return null;
    const { fullName, position, eOfficeCode } = await this.staff.person(personId ?? '');
    return { name: fullName, position, code: eOfficeCode };
  }

  private hostWarnings(certificate: Certificate): string[] {
    const hosts = crlAddresses(certificate).flatMap((address) => URL.parse(address)?.host ?? []);
    const closed = [...new Set(hosts)].filter((host) => !this.settings.trust.crlHosts.includes(host));
    return closed.map(
      (host) => `Danh sách thu hồi ở máy ${host} chưa được phép tải: thêm máy đó vào biến TRUST_CRL_HOSTS của máy chủ.`,
    );
  }
}

/** @throws DomainError `input-invalid` */
function onlyCertificate(file: Buffer): Certificate {
  const found = file.length > MAX_FILE_BYTES ? null : certificatesIn(file);
  const [certificate, ...others] = found ?? [];
  if (certificate && others.length === 0) return certificate;
  const message =
    found === null || !certificate
      ? 'Tệp không phải chứng thư X.509. Chọn tệp .cer, .crt, .der hoặc .pem do tổ chức chứng thực công bố.'
      : `Tệp có ${String(found.length)} chứng thư; tách mỗi chứng thư thành một tệp rồi thêm từng tệp.`;
  throw new DomainError('input-invalid', { field: 'file', message });
}
