import { Module } from '@nestjs/common';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { BeginRegister } from './application/begin-register.js';
import { EnterOtherArrival } from './application/enter-other-arrival.js';
import { EnterOtherDocument } from './application/enter-other-document.js';
import { EnterTakenOver } from './application/enter-taken-over.js';
import { TakeOverRegister } from './application/take-over-register.js';
import { DocumentsModule } from './documents.module.js';

/** What other features, pages and commands use. */
const EXPORTED = [BeginRegister, TakeOverRegister, EnterOtherDocument, EnterOtherArrival];

/** What people enter of registers other than ours, and how books begin that go on from one: apart from what gives numbers. */
@Module({
  imports: [AgencyProfileModule, DocumentsModule, FilesModule, JournalModule, NoticesModule, OrganisationModule],
  providers: [...EXPORTED, EnterTakenOver],
  exports: EXPORTED,
})
export class RegisterStartModule {}
