import { Module } from '@nestjs/common';
import { FileInspector } from './application/file-inspector.js';

@Module({
  providers: [{ provide: FileInspector, useFactory: () => new FileInspector() }],
  exports: [FileInspector],
})
export class FilesModule {}
