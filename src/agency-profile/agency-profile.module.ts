import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { AgencyProfiles } from './application/agency-profiles.js';
import { PublishAgencyProfile } from './application/publish-agency-profile.js';

@Module({
  imports: [JournalModule],
  providers: [AgencyProfiles, PublishAgencyProfile],
  exports: [AgencyProfiles, PublishAgencyProfile],
})
export class AgencyProfileModule {}
