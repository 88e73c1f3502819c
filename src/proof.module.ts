import { Module, type DynamicModule } from '@nestjs/common';
import { DocumentsModule } from './documents/index.js';
import { JournalModule } from './journal/index.js';
import { PlatformModule, type Ground } from './platform/platform.module.js';
import { EvidenceModule } from './signing/index.js';

/** What proves registers, journal and the evidence of signatures, and nothing that reaches outside: an inspector has the data, not the e-office. */
@Module({})
export class ProofModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: ProofModule,
      imports: [PlatformModule.on(ground), DocumentsModule, JournalModule, EvidenceModule],
    };
  }
}
