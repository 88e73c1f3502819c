import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CalendarModule } from '../calendar/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { HttpModule } from '../platform/http/http.module.js';
import { FilesModule } from '../files/index.js';
import { HotlineModule } from '../hotline/index.js';
import { AgencyProfileModule } from '../agency-profile/index.js';
import { Open311Answers } from './open311/open311-answers.js';
import { PublishedRequests } from './open311/published-requests.js';
import { Open311Callers } from './open311/open311-callers.js';
import { Open311Controller } from './open311/open311.controller.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { PublicationModule } from '../publication/index.js';
import { PoliciesModule } from '../policies/index.js';
import { TicketsModule } from '../tickets/index.js';
import { TicketActDoors } from './acts/act-doors.js';
import { AfterActs } from './acts/after-acts.js';
import { AnswerActs } from './acts/answer-acts.js';
import { DeskActs } from './acts/desk-acts.js';
import { UnitActs } from './acts/unit-acts.js';
import { WaitingActs } from './acts/waiting-acts.js';
import { ApiDescriptionController } from './http/openapi.controller.js';
import { CorrespondenceModule } from '../correspondence/index.js';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { RecordsModule } from '../records/index.js';
import { SigningModule } from '../signing/index.js';
import { ApiDocumentActsController } from './http/document-acts.controller.js';
import { ApiDocumentsController } from './http/documents.controller.js';
import { ApiIncomingDocumentsController } from './http/incoming-documents.controller.js';
import { ApiRecipientsController } from './http/recipients.controller.js';
import { ApiRegistersController } from './http/registers.controller.js';
import { ApiDeskController } from './http/desk.controller.js';
import { ApiRulesController } from './http/rules.controller.js';
import { ApiTicketRecordsController } from './http/ticket-records.controller.js';
import { ApiSessionController } from './http/session.controller.js';
import { ApiTicketActsController } from './http/ticket-acts.controller.js';
import { ApiTicketsController } from './http/tickets.controller.js';
import { DescribedPlans } from './openapi/described-plans.js';
import { TicketFacts } from './readings/ticket-facts.js';

/** The doors for programs: the same acts and readings as the pages, as JSON. */
@Module({
  imports: [
    DiscoveryModule,
    HttpModule,
    CalendarModule,
    CorrespondenceModule,
    DocumentsModule,
    DraftingModule,
    ExchangeModule,
    FilesModule,
    HotlineModule,
    AgencyProfileModule,
    PublicationModule,
    NoticesModule,
    OrganisationModule,
    PoliciesModule,
    RecordsModule,
    SigningModule,
    TicketsModule,
  ],
  controllers: [
    ApiTicketsController,
    ApiTicketRecordsController,
    ApiTicketActsController,
    ApiRulesController,
    ApiDeskController,
    ApiDocumentsController,
    ApiDocumentActsController,
    ApiIncomingDocumentsController,
    ApiRecipientsController,
    ApiRegistersController,
    ApiSessionController,
    ApiDescriptionController,
    Open311Controller,
    WebhooksController,
  ],
  providers: [
    TicketFacts,
    DeskActs,
    UnitActs,
    WaitingActs,
    AnswerActs,
    AfterActs,
    TicketActDoors,
    DescribedPlans,
    Open311Answers,
    Open311Callers,
    PublishedRequests,
  ],
})
export class ApiModule {}
