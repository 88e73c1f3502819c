import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OfficersModule } from '../officers/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { CloseUnit } from './application/close-unit.js';

/** One unit follows another. Stands above all whose open work moves; they bring it through `WorkInHand`. */
@Module({
  imports: [JournalModule, NoticesModule, OfficersModule, OrganisationModule],
  providers: [CloseUnit],
  exports: [CloseUnit],
})
export class SuccessionModule {}
