import { Module, type DynamicModule } from '@nestjs/common';
import { AdaptersModule } from './adapters.module.js';
import { CircularsModule } from '../circulars/index.js';
import { DraftingModule } from '../drafting/index.js';
import { ExchangeModule } from '../exchange/index.js';
import { DirectorySyncModule, OrganisationModule } from '../organisation/index.js';
import { PlatformModule, type AppContext } from '../platform/platform.module.js';
import { SigningModule } from '../signing/index.js';
import { TicketsModule } from '../tickets/index.js';
import { TokensModule } from '../tokens/index.js';

/** The use cases without doors and without background work: for commands that act once and end. */
@Module({})
export class CliModule {
  static on(appContext: AppContext): DynamicModule {
    return {
      module: CliModule,
      imports: [
        PlatformModule.on(appContext),
        AdaptersModule,
        OrganisationModule,
        DirectorySyncModule,
        DraftingModule,
        SigningModule,
        ExchangeModule,
        TicketsModule,
        TokensModule,
        CircularsModule,
      ],
    };
  }
}
