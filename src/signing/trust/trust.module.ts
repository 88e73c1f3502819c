import { Module } from '@nestjs/common';
import { AgencyProfileModule } from '../../agency-profile/index.js';
import { JournalModule } from '../../journal/index.js';
import { NoticesModule } from '../../notices/index.js';
import { OrganisationModule } from '../../organisation/index.js';
import { BoundCertificates } from './application/bound-certificates.js';
import { DecideTrust } from './application/decide-trust.js';
import { JudgeCertificate } from './application/judge-certificate.js';
import { ProposeTrust } from './application/propose-trust.js';
import { RecordConfiguredAnchors } from './application/record-configured-anchors.js';
import { RevocationLists } from './application/revocation-lists.js';
import { TrustStore } from './application/trust-store.js';
import { RefreshLists } from './jobs/refresh-lists.js';
import { WarnOfExpiry } from './jobs/warn-of-expiry.js';
import { RevocationListQueries } from './persistence/revocation-list-queries.js';
import { TrustQueries } from './persistence/trust-queries.js';

const SERVICES = [
  TrustQueries,
  RevocationListQueries,
  RevocationLists,
  RefreshLists,
  WarnOfExpiry,
  BoundCertificates,
  TrustStore,
  JudgeCertificate,
  ProposeTrust,
  DecideTrust,
  RecordConfiguredAnchors,
];

/** Whom the agency trusts for signatures, and who decided so. */
@Module({
  imports: [AgencyProfileModule, JournalModule, NoticesModule, OrganisationModule],
  providers: SERVICES,
  exports: SERVICES,
})
export class TrustModule {}
