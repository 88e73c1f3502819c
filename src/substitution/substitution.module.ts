import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { StandIns } from './application/stand-ins.js';
import { WriteSubstitution } from './application/write-substitution.js';
import { SubstitutionQueries } from './persistence/substitution-queries.js';

@Module({
  imports: [JournalModule, OrganisationModule],
  providers: [StandIns, WriteSubstitution, SubstitutionQueries],
  exports: [StandIns, WriteSubstitution, SubstitutionQueries],
})
export class SubstitutionModule {}
