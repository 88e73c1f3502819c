import { Module, type DynamicModule } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { JournalModule, VerifyRecords } from '../journal/index.js';
import { Database } from '../platform/database/database.js';
import { PlatformModule, type AppContext } from '../platform/platform.module.js';
import { SEALED_RECORDS } from './sealed-records.js';
import { EvidenceModule } from '../signing/index.js';

/** What proves registers, journal and the evidence of signatures, and nothing that reaches outside: an inspector has the data, not the e-office. */
@Module({})
export class ProofModule {
  static on(appContext: AppContext): DynamicModule {
    return {
      module: ProofModule,
      imports: [PlatformModule.on(appContext), DocumentsModule, JournalModule, EvidenceModule],
      providers: [
        {
          provide: VerifyRecords,
          inject: [Database],
          useFactory: (database: Database) => new VerifyRecords(database, SEALED_RECORDS),
        },
      ],
    };
  }
}
