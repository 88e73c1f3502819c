import { Module, type OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { DocumentsModule } from '../documents/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { SigningModule } from '../signing/index.js';
import { MakeCertifiedCopy } from './application/make-certified-copy.js';
import { MakeConversion } from './application/make-conversion.js';
import { SealCopy } from './application/seal-copy.js';
import { ConversionQueries } from './persistence/conversion-queries.js';

@Module({
  imports: [DocumentsModule, FilesModule, SigningModule, AgencyProfileModule, JournalModule, OrganisationModule],
  providers: [MakeConversion, MakeCertifiedCopy, SealCopy, ConversionQueries],
  exports: [MakeConversion, MakeCertifiedCopy, SealCopy, ConversionQueries],
})
export class CopiesModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly seal: SealCopy,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.seal);
  }
}
