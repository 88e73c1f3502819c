import { Module, type OnModuleInit } from '@nestjs/common';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { OutgoingRegister } from './application/outgoing-register.js';
import { CheckRegister } from './application/check-register.js';
import { CopyRegister } from './application/copy-register.js';
import { CopyQueries } from './persistence/copy-queries.js';
import { PostalQueries } from './persistence/postal-queries.js';
import { RegisterChain } from './application/register-chain.js';
import { EnterCopies } from './application/enter-copies.js';
import { RegisterExport } from './application/register-export.js';
import { NumberIncoming } from './application/number-incoming.js';
import { RegisterIncoming } from './application/register-incoming.js';
import { HealthFacts } from '../platform/http/health/health-facts.js';
import { PositionSources } from '../platform/position/position-sources.js';
import { WriteAnchor } from './anchoring/write-anchor.js';
import { PositionMark } from './anchoring/position-mark.js';
import { RecogniseRestore } from './anchoring/recognise-restore.js';
import { RestoreMarks } from './anchoring/restore-marks.js';
import { RegisterPositions } from './anchoring/register-positions.js';
import { GivenNumbers } from './application/given-numbers.js';
import { LostNumbers } from './application/lost-numbers.js';
import { NumberingHold } from './application/numbering-hold.js';
import { RegisterNumbers } from './application/register-numbers.js';
import { RegisterRows } from './application/register-rows.js';
import { SecretLines } from './application/secret-lines.js';
import { RegisterCheckQueries } from './persistence/register-check-queries.js';
import { RegisterClosingQueries } from './persistence/register-closing-queries.js';
import { DocumentSearch } from './persistence/document-search.js';
import { GivenNumberQueries } from './persistence/given-number-queries.js';
import { RegisterQueries } from './persistence/register-queries.js';
import { RegisterStartQueries } from './persistence/register-start-queries.js';

/** What other features, pages and commands use. */
const EXPORTED = [
  NumberingHold,
  GivenNumbers,
  LostNumbers,
  WriteAnchor,
  PositionMark,
  RestoreMarks,
  RegisterNumbers,
  RegisterIncoming,
  NumberIncoming,
  OutgoingRegister,
  EnterCopies,
  CopyRegister,
  CopyQueries,
  PostalQueries,
  RegisterQueries,
  GivenNumberQueries,
  DocumentSearch,
  RegisterCheckQueries,
  CheckRegister,
  RegisterRows,
  SecretLines,
  RegisterExport,
  RegisterChain,
  RegisterClosingQueries,
  RegisterStartQueries,
];

@Module({
  imports: [AgencyProfileModule, JournalModule],
  providers: [...EXPORTED, RecogniseRestore, RegisterPositions],
  exports: EXPORTED,
})
export class DocumentsModule implements OnModuleInit {
  constructor(
    private readonly positions: PositionSources,
    private readonly registers: RegisterPositions,
    private readonly hold: NumberingHold,
    private readonly health: HealthFacts,
  ) {}

  onModuleInit(): void {
    this.positions.add(this.registers);
    this.health.add('numbering', async () => ((await this.hold.isHeld()) ? 'held' : 'given'));
  }
}
