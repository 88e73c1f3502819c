import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AuthorityCandidates } from './application/authority-candidates.js';
import { SigningAuthorities } from './application/signing-authorities.js';
import { WriteAuthority } from './application/write-authority.js';

@Module({
  imports: [FilesModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [AuthorityCandidates, SigningAuthorities, WriteAuthority],
  exports: [AuthorityCandidates, SigningAuthorities, WriteAuthority],
})
export class DelegationModule {}
