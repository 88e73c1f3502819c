import { Module, type OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { DigestSources, NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
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

/** Who does which job. */
export const CIRCULAR_HANDLERS = {
  'circulars.handOut': DistributeCircular,
  'circulars.tell': TellReceivers,
};

/** What other features, pages and commands use. */
const EXPORTED = [
  AddressBook,
  CircularReader,
  CircularSheet,
  WriteCircular,
  AcknowledgeCircular,
  BriefUnit,
  KeepHandedOut,
  RemindReaders,
];

@Module({
  imports: [FilesModule, JournalModule, NoticesModule, OrganisationModule],
  providers: [...EXPORTED, CircularQueries, CircularDigest, ...Object.values(CIRCULAR_HANDLERS)],
  exports: EXPORTED,
})
export class CircularsModule implements OnModuleInit {
  constructor(
    private readonly sources: DigestSources,
    private readonly digest: CircularDigest,
  ) {}

  onModuleInit(): void {
    this.sources.add(this.digest);
  }
}
