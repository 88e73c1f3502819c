import { Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { FileStore } from '../platform/files/file-store.js';
import { Log } from '../platform/telemetry/log.js';
import { FileInspector } from './application/file-inspector.js';
import { IncomingFiles } from './application/incoming-files.js';
import { ListFiles } from './application/lists/list-files.js';
import { ScanForViruses } from './application/scan-for-viruses.js';
import { VirusScanner } from './ports/virus-scanner.port.js';

@Module({
  providers: [
    {
      provide: FileInspector,
      useFactory: (scanner: VirusScanner, { antivirus }: Settings, log: Log) =>
        new FileInspector({ scan: new ScanForViruses(scanner, antivirus.whenAway, log) }),
      inject: [VirusScanner, Settings, Log],
    },
    {
      provide: IncomingFiles,
      useFactory: (inspector: FileInspector, files: FileStore) => new IncomingFiles(inspector, files),
      inject: [FileInspector, FileStore],
    },
    ListFiles,
  ],
  exports: [FileInspector, IncomingFiles, ListFiles],
})
export class FilesModule {}
