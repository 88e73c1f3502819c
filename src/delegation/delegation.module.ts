import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AuthorityCandidates } from './application/authority-candidates.js';
import { AuthorityRecords } from './application/authority-records.js';
import { SigningAuthorities } from './application/signing-authorities.js';
import { DecisionAuthorities } from './application/decision-authorities.js';
import { WriteDecisionAuthority } from './application/write-decision-authority.js';
import { WriteAuthority } from './application/write-authority.js';

/** What other features, pages and commands use. */
const EXPORTED = [AuthorityCandidates, SigningAuthorities, WriteAuthority, DecisionAuthorities, WriteDecisionAuthority];

@Module({
  imports: [FilesModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [...EXPORTED, AuthorityRecords],
  exports: EXPORTED,
})
export class DelegationModule {}
