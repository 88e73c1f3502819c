import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { DocumentsModule } from '../documents/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { SigningModule } from '../signing/index.js';
import { MakeCertifiedCopy } from './application/make-certified-copy.js';
import { MakeConversion } from './application/make-conversion.js';
import { SealCopy } from './application/seal-copy.js';
import { ConversionQueries } from './persistence/conversion-queries.js';

/** Who does which job. */
export const COPY_HANDLERS = {
  'copies.seal': SealCopy,
};

/** What other features, pages and commands use. */
const EXPORTED = [MakeConversion, MakeCertifiedCopy, ConversionQueries];

@Module({
  imports: [DocumentsModule, FilesModule, SigningModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [...EXPORTED, ...Object.values(COPY_HANDLERS)],
  exports: [...EXPORTED, SealCopy],
})
export class CopiesModule {}
