import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NoVirusScanner } from '../files/index.js';
import { VirusScanner } from '../files/ports/virus-scanner.port.js';
import { OrganisationModule } from '../organisation/index.js';
import { DirectoryLogin, type DirectoryAnswer } from '../organisation/ports/directory-login.port.js';
import { PlatformModule, type AppContext } from '../platform/platform.module.js';

/** Passwords kept here are set here: the directory is not asked. */
class DirectoryNotAsked extends DirectoryLogin {
  override readonly isOn = false;

  override check(): Promise<DirectoryAnswer> {
    return Promise.resolve({ kind: 'unknown' });
  }
}

@Global()
@Module({
  providers: [
    { provide: DirectoryLogin, useClass: DirectoryNotAsked },
    { provide: VirusScanner, useClass: NoVirusScanner },
  ],
  exports: [DirectoryLogin, VirusScanner],
})
class NothingOutsideModule {}

/** Accounts for commands at the server's console; connects to nothing outside. */
@Module({})
export class AccountsModule {
  static on(appContext: AppContext): DynamicModule {
    return {
      module: AccountsModule,
      imports: [PlatformModule.on(appContext), NothingOutsideModule, OrganisationModule],
    };
  }
}
