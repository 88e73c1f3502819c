import { Global, Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ActorSource } from '../platform/http/access.js';
import { RefusalPages } from '../platform/http/refusal-filter.js';
import { SigningModule } from '../signing/index.js';
import { TicketsModule } from '../tickets/index.js';
import { Frames } from './http/frames.js';
import { LoginController } from './http/login.controller.js';
import { WebRefusals } from './http/refusal-pages.js';
import { StaffActors } from './http/staff-actors.js';

/** The pages. Global, for the guards and the refusals of every door ask it who calls and how a refusal looks. */
@Global()
@Module({
  imports: [DocumentsModule, DraftingModule, ExchangeModule, OrganisationModule, SigningModule, TicketsModule],
  controllers: [LoginController],
  providers: [
    Frames,
    { provide: ActorSource, useClass: StaffActors },
    { provide: RefusalPages, useClass: WebRefusals },
  ],
  exports: [ActorSource, RefusalPages],
})
export class WebModule {}
