import { Module, type OnModuleInit } from '@nestjs/common';
import { HouseModule } from '../../house/index.js';
import { PromiseKeepers } from '../../platform/outbox/outbox.js';
import { MakePrint } from '../application/make-print.js';
import { RequestPrint } from '../application/request-print.js';
import { DocumentsModule } from '../documents.module.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { RegisterPrinter } from './register-printer.js';

/** Registers on paper; apart from the registers themselves, which are proved where no PDF is made. */
@Module({
  imports: [DocumentsModule, HouseModule],
  providers: [RegisterPrinter, RegisterPrintQueries, RequestPrint, MakePrint],
  exports: [RegisterPrinter, RegisterPrintQueries, RequestPrint],
})
export class RegisterPrintingModule implements OnModuleInit {
  constructor(
    private readonly keepers: PromiseKeepers,
    private readonly makePrint: MakePrint,
  ) {}

  onModuleInit(): void {
    this.keepers.add(this.makePrint);
  }
}
