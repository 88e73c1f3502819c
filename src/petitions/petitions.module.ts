import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PositionSources } from '../platform/position/position-sources.js';
import { AcceptPetition } from './application/accept-petition.js';
import { CarryOutPetition } from './application/carry-out-petition.js';
import { ClosePetition } from './application/close-petition.js';
import { DecidePetition } from './application/decide-petition.js';
import { EnterPetition } from './application/enter-petition.js';
import { ExtendPetition } from './application/extend-petition.js';
import { GiveBackPetition } from './application/give-back-petition.js';
import { PetitionOfTicket } from './application/petition-of-ticket.js';
import { PetitionNumbers } from './application/petition-numbers.js';
import { PetitionRegisterExport } from './application/petition-register-export.js';
import { Petitions } from './application/petitions.js';
import { ReadPetition } from './application/read-petition.js';
import { ScreenPetition } from './application/screen-petition.js';
import { SettlePetition } from './application/settle-petition.js';
import { WritePetitionNotice } from './application/write-petition-notice.js';
import { RemindOfPetitions } from './jobs/remind-of-petitions.js';
import { PetitionQueries } from './persistence/petition-queries.js';

const USED_ELSEWHERE = [
  AcceptPetition,
  CarryOutPetition,
  ClosePetition,
  DecidePetition,
  EnterPetition,
  ExtendPetition,
  GiveBackPetition,
  PetitionOfTicket,
  PetitionQueries,
  PetitionRegisterExport,
  ReadPetition,
  RemindOfPetitions,
  ScreenPetition,
  SettlePetition,
  WritePetitionNotice,
];

@Module({
  imports: [CalendarModule, DocumentsModule, DraftingModule, JournalModule, NoticesModule, OrganisationModule],
  providers: [Petitions, PetitionNumbers, ...USED_ELSEWHERE],
  exports: USED_ELSEWHERE,
})
export class PetitionsModule implements OnModuleInit {
  constructor(
    private readonly positions: PositionSources,
    private readonly numbers: PetitionNumbers,
  ) {}

  onModuleInit(): void {
    this.positions.add(this.numbers);
  }
}
