import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { OutgoingRegister } from './application/outgoing-register.js';
import { CheckRegister } from './application/check-register.js';
import { CopyRegister } from './application/copy-register.js';
import { CopyQueries } from './persistence/copy-queries.js';
import { RegisterChain } from './application/register-chain.js';
import { RegisterExport } from './application/register-export.js';
import { RegisterIncoming } from './application/register-incoming.js';
import { RegisterNumbers } from './application/register-numbers.js';
import { RegisterRows } from './application/register-rows.js';
import { RegisterCheckQueries } from './persistence/register-check-queries.js';
import { RegisterClosingQueries } from './persistence/register-closing-queries.js';
import { RegisterQueries } from './persistence/register-queries.js';

@Module({
  imports: [JournalModule],
  providers: [
    RegisterNumbers,
    RegisterChain,
    RegisterIncoming,
    OutgoingRegister,
    CopyRegister,
    CopyQueries,
    RegisterQueries,
    RegisterCheckQueries,
    CheckRegister,
    RegisterRows,
    RegisterExport,
    RegisterClosingQueries,
  ],
  exports: [
    RegisterIncoming,
    OutgoingRegister,
    CopyRegister,
    CopyQueries,
    RegisterQueries,
    RegisterCheckQueries,
    CheckRegister,
    RegisterRows,
    RegisterExport,
    RegisterChain,
    RegisterClosingQueries,
  ],
})
export class DocumentsModule {}
