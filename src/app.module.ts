import { Global, Module, type DynamicModule } from '@nestjs/common';
import { VOfficeCallbackModule } from '../integrations/e-office/profiles/viettel-voffice/v-office-callback.module.js';
import { EOfficeCallbackModule } from '../integrations/e-office/soap/door/callback.module.js';
import { ApiModule } from './api/index.js';
import { AdaptersModule } from './bootstrap/adapters.module.js';
import { signingProfile } from './bootstrap/e-office-lines.js';
import { BackgroundModule } from './bootstrap/background.module.js';
import { ExchangeModule } from './exchange/index.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule, type AppContext } from './platform/platform.module.js';
import { DEMONSTRATION_PASSWORD, PEOPLE } from './cli/demo/people.js';
import { DemonstrationAccounts, WebModule } from './web/index.js';

/** Shows the accounts of the invented department on the sign-in page. */
@Global()
@Module({
  providers: [{ provide: DemonstrationAccounts, useValue: { view: demonstrationView } }],
  exports: [DemonstrationAccounts],
})
class DemonstrationModule {}

function demonstrationView(): ReturnType<DemonstrationAccounts['view']> {
  const accounts = PEOPLE.flatMap(({ username, shownAs }) =>
    shownAs === undefined ? [] : [{ username, role: shownAs }],
  );
  return { accounts, password: DEMONSTRATION_PASSWORD };
}

/** The door of an e-office that tells results of signing by a wire of its own; others use the common one. @throws SettingsError */
function signingCallback(settings: AppContext['settings']): DynamicModule[] {
  if (signingProfile(settings).callback !== 'returnSignReult') return [];
  const { callback, http } = settings;
  const door = VOfficeCallbackModule.guardedBy({ ...callback, siteUrl: http.publicUrl });
  return [{ ...door, imports: [ExchangeModule] }];
}

/** Web and worker in one process: the composition root of a machine of its own. */
@Module({})
export class AppModule {
  static on(appContext: AppContext): DynamicModule {
    const { callback, eOffice, http } = appContext.settings;
    const callbackDoor = EOfficeCallbackModule.guardedBy({
      ...callback,
      password: callback.password ?? null,
      siteUrl: http.publicUrl,
      peerCert: eOffice.files.peerCert,
    });
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(appContext),
        AdaptersModule,
        HttpModule,
        WebModule,
        ApiModule,
        { ...callbackDoor, imports: [ExchangeModule] },
        ...signingCallback(appContext.settings),
        BackgroundModule,
        ...(appContext.settings.demonstration ? [DemonstrationModule] : []),
      ],
    };
  }
}
