import { Module, type OnModuleInit } from '@nestjs/common';
import { AgencyProfileModule } from '../../agency-profile/index.js';
import { JournalModule } from '../../journal/index.js';
import { JobHandlers } from '../../platform/outbox/outbox.js';
import { SealClosing } from '../anchoring/seal-closing.js';
import { CloseRegister } from '../application/close-register.js';
import { MakePrint } from '../application/make-print.js';
import { RequestPrint } from '../application/request-print.js';
import { DocumentsModule } from '../documents.module.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { RegisterPrinter } from './register-printer.js';

/** Registers on paper, and the closing that keeps a print-out; apart from the registers themselves, which are proved where no PDF is made. */
@Module({
  imports: [DocumentsModule, AgencyProfileModule, JournalModule],
  providers: [RegisterPrinter, RegisterPrintQueries, RequestPrint, MakePrint, CloseRegister, SealClosing],
  exports: [RegisterPrinter, RegisterPrintQueries, RequestPrint, CloseRegister],
})
export class RegisterPrintingModule implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly makePrint: MakePrint,
    private readonly sealClosing: SealClosing,
  ) {}

  onModuleInit(): void {
    this.handlers.add(this.makePrint, this.sealClosing);
  }
}
