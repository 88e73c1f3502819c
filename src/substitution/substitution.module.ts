import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { StandIns } from './application/stand-ins.js';
import { WriteSubstitution } from './application/write-substitution.js';
import { SubstitutionQueries } from './persistence/substitution-queries.js';

/** What other features, pages and commands use. */
const EXPORTED = [StandIns, WriteSubstitution, SubstitutionQueries];

@Module({
  imports: [JournalModule, OrganisationModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class SubstitutionModule {}
