import { Module, type OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { DigestSources, NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobHandlers } from '../platform/outbox/outbox.js';
import { AcknowledgeCircular } from './application/acknowledge-circular.js';
import { AddressBook } from './application/address-book.js';
import { BriefUnit } from './application/brief-unit.js';
import { CircularDigest } from './application/circular-digest.js';
import { CircularReader } from './application/circular-reader.js';
import { CircularSheet } from './application/circular-sheet.js';
import { DistributeCircular } from './application/distribute-circular.js';
import { TellReceivers } from './application/tell-receivers.js';
import { WriteCircular } from './application/write-circular.js';
import { KeepHandedOut } from './jobs/keep-handed-out.js';
import { RemindReaders } from './jobs/remind-readers.js';
import { CircularQueries } from './persistence/circular-queries.js';

@Module({
  imports: [FilesModule, JournalModule, NoticesModule, OrganisationModule],
  providers: [
    CircularQueries,
    AddressBook,
    CircularReader,
    CircularSheet,
    WriteCircular,
    DistributeCircular,
    TellReceivers,
    AcknowledgeCircular,
    BriefUnit,
    CircularDigest,
    KeepHandedOut,
    RemindReaders,
  ],
  exports: [
    AddressBook,
    CircularReader,
    CircularSheet,
    WriteCircular,
    AcknowledgeCircular,
    BriefUnit,
    KeepHandedOut,
    RemindReaders,
  ],
})
export class CircularsModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly sources: DigestSources,
    private readonly distributeCircular: DistributeCircular,
    private readonly tell: TellReceivers,
    private readonly digest: CircularDigest,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.distributeCircular, this.tell);
    this.sources.add(this.digest);
  }
}
