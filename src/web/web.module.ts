import { Global, Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { DelegationModule } from '../delegation/index.js';
import { CopiesModule } from '../copies/index.js';
import { DocumentsModule, RegisterPrintingModule, RegisterStartModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { JournalModule } from '../journal/index.js';
import { NoticesModule } from '../notices/index.js';
import { OutagesModule } from '../outages/index.js';
import { OfficersModule } from '../officers/index.js';
import { DirectorySyncModule, OrganisationModule } from '../organisation/index.js';
import { ActorSource } from '../platform/http/access.js';
import { ProofOfPerson } from '../platform/http/ask-again.js';
import { TokenSource } from '../platform/http/bearer.js';
import { RefusalPages } from '../platform/http/refusal-filter.js';
import { PetitionsModule } from '../petitions/index.js';
import { PoliciesModule } from '../policies/index.js';
import { ProposalsModule } from '../proposals/index.js';
import { PublicationModule } from '../publication/index.js';
import { RecordsModule } from '../records/index.js';
import { SubstitutionModule } from '../substitution/index.js';
import { ReportsModule } from '../reports/index.js';
import { RoutingTableModule } from '../routing-table/index.js';
import { SuccessionModule } from '../succession/index.js';
import { SafetyModule } from '../safety/index.js';
import { SigningModule } from '../signing/index.js';
import { TrustModule } from '../signing/trust/index.js';
import { SupervisionModule } from '../supervision/index.js';
import { TicketsModule } from '../tickets/index.js';
import { TokensModule } from '../tokens/index.js';
import { CircularsModule } from '../circulars/index.js';
import { CorrespondenceModule } from '../correspondence/index.js';
import { CommendationsModule } from '../commendations/index.js';
import { DataRequestsModule } from '../data-requests/index.js';
import { WebRefusals } from './kit/http/refusal-pages.js';
import { HotlineModule } from '../hotline/index.js';
import { StaffProof } from './account/staff-proof.js';
import { StaffActors } from './account/staff-actors.js';
import { TokenPrograms } from './system/token-programs.js';
import { CONTROLLERS } from './controllers.js';
import { LetterActs } from './drafting/letter-acts.js';
import { WatchMoves } from './moves/watch-moves.js';
import { PAGE_QUERIES } from './page-queries.js';

/** The pages. Global, for the guards and the refusals of every controller ask it who calls and how a refusal looks. */
@Global()
@Module({
  imports: [
    CalendarModule,
    DelegationModule,
    CopiesModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    AgencyProfileModule,
    JournalModule,
    DataRequestsModule,
    CircularsModule,
    CommendationsModule,
    CorrespondenceModule,
    NoticesModule,
    DirectorySyncModule,
    OfficersModule,
    OutagesModule,
    OrganisationModule,
    SubstitutionModule,
    SuccessionModule,
    SupervisionModule,
    PetitionsModule,
    PoliciesModule,
    ProposalsModule,
    PublicationModule,
    RecordsModule,
    ReportsModule,
    RoutingTableModule,
    RegisterPrintingModule,
    RegisterStartModule,
    SafetyModule,
    SigningModule,
    TrustModule,
    TicketsModule,
    TokensModule,
    HotlineModule,
  ],
  controllers: CONTROLLERS,
  providers: [
    ...PAGE_QUERIES,
    LetterActs,
    WatchMoves,
    { provide: ActorSource, useClass: StaffActors },
    { provide: ProofOfPerson, useClass: StaffProof },
    { provide: TokenSource, useClass: TokenPrograms },
    { provide: RefusalPages, useClass: WebRefusals },
  ],
  exports: [ActorSource, ProofOfPerson, TokenSource, RefusalPages],
})
export class WebModule {}
