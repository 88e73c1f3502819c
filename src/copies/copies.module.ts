import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { HouseModule } from '../house/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { MakeConversion } from './application/make-conversion.js';
import { ConversionQueries } from './persistence/conversion-queries.js';

@Module({
  imports: [DocumentsModule, HouseModule, JournalModule, OrganisationModule],
  providers: [MakeConversion, ConversionQueries],
  exports: [MakeConversion, ConversionQueries],
})
export class CopiesModule {}
