import { Module } from '@nestjs/common';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { CommendationReader } from './application/commendation-reader.js';
import { FlagMerit } from './application/flag-merit.js';
import { ProposalLetter } from './application/proposal-letter.js';
import { WriteProposal } from './application/write-proposal.js';

/** What other features, pages and commands use. */
const EXPORTED = [CommendationReader, FlagMerit, ProposalLetter, WriteProposal];

@Module({
  imports: [DraftingModule, JournalModule, OrganisationModule, TicketsModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class CommendationsModule {}
