import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OutgoingRegister } from './application/outgoing-register.js';
import { RegisterExport } from './application/register-export.js';
import { RegisterIncoming } from './application/register-incoming.js';
import { RegisterNumbers } from './application/register-numbers.js';
import { RegisterQueries } from './persistence/register-queries.js';

@Module({
  imports: [JournalModule],
  providers: [RegisterNumbers, RegisterIncoming, OutgoingRegister, RegisterQueries, RegisterExport],
  exports: [RegisterIncoming, OutgoingRegister, RegisterQueries, RegisterExport],
})
export class DocumentsModule {}
