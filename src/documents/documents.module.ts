import { Module, type OnModuleInit } from '@nestjs/common';
import { HouseModule } from '../house/index.js';
import { JournalModule } from '../journal/index.js';
import { PromiseKeepers } from '../platform/outbox/outbox.js';
import { MakePrint } from './application/make-print.js';
import { RequestPrint } from './application/request-print.js';
import { OutgoingRegister } from './application/outgoing-register.js';
import { CheckRegister } from './application/check-register.js';
import { RegisterChain } from './application/register-chain.js';
import { RegisterExport } from './application/register-export.js';
import { RegisterIncoming } from './application/register-incoming.js';
import { RegisterNumbers } from './application/register-numbers.js';
import { RegisterRows } from './application/register-rows.js';
import { RegisterCheckQueries } from './persistence/register-check-queries.js';
import { RegisterPrintQueries } from './persistence/register-print-queries.js';
import { RegisterQueries } from './persistence/register-queries.js';
import { RegisterPrinter } from './printing/register-printer.js';

@Module({
  imports: [HouseModule, JournalModule],
  providers: [
    RegisterNumbers,
    RegisterChain,
    RegisterIncoming,
    OutgoingRegister,
    RegisterQueries,
    RegisterCheckQueries,
    CheckRegister,
    RegisterRows,
    RegisterExport,
    RegisterPrinter,
    RegisterPrintQueries,
    RequestPrint,
    MakePrint,
  ],
  exports: [
    RegisterIncoming,
    OutgoingRegister,
    RegisterQueries,
    RegisterCheckQueries,
    CheckRegister,
    RegisterExport,
    RegisterPrinter,
    RegisterPrintQueries,
    RequestPrint,
  ],
})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly keepers: PromiseKeepers,
    private readonly makePrint: MakePrint,
  ) {}

  onModuleInit(): void {
    this.keepers.add(this.makePrint);
  }
}
