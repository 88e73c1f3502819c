import { Module } from '@nestjs/common';
import { AgencyProfileModule } from '../../agency-profile/index.js';
import { JournalModule } from '../../journal/index.js';
import { SealClosing } from '../anchoring/seal-closing.js';
import { CloseRegister } from '../application/close-register.js';
import { MakePrint } from '../application/make-print.js';
import { RequestPrint } from '../application/request-print.js';
import { DocumentsModule } from '../documents.module.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { RegisterPrinter } from './register-printer.js';

/** Who does which job. */
export const PRINTING_HANDLERS = {
  'registers.print': MakePrint,
  'registers.seal': SealClosing,
};

/** What other features, pages and commands use. */
const EXPORTED = [RegisterPrinter, RegisterPrintQueries, RequestPrint, CloseRegister];

/** Registers on paper, and the closing that keeps a print-out; apart from the registers themselves, which are proved where no PDF is made. */
@Module({
  imports: [DocumentsModule, AgencyProfileModule, JournalModule],
  providers: [...EXPORTED, ...Object.values(PRINTING_HANDLERS)],
  exports: EXPORTED,
})
export class RegisterPrintingModule {}
