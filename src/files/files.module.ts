import { Module } from '@nestjs/common';
import { FileStore } from '../platform/files/file-store.js';
import { FileInspector } from './application/file-inspector.js';
import { IncomingFiles } from './application/incoming-files.js';

@Module({
  providers: [
    { provide: FileInspector, useFactory: () => new FileInspector() },
    {
      provide: IncomingFiles,
      useFactory: (inspector: FileInspector, files: FileStore) => new IncomingFiles(inspector, files),
      inject: [FileInspector, FileStore],
    },
  ],
  exports: [FileInspector, IncomingFiles],
})
export class FilesModule {}
