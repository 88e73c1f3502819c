import { Module, type DynamicModule } from '@nestjs/common';
import { OrganisationModule } from './organisation/index.js';
import { PlatformModule, type Ground } from './platform/platform.module.js';

/** Accounts for whoever sits at the server, and nothing that reaches outside. */
@Module({})
export class AccountsModule {
  static on(ground: Ground): DynamicModule {
    return { module: AccountsModule, imports: [PlatformModule.on(ground), OrganisationModule] };
  }
}
