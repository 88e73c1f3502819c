import { Module, type DynamicModule } from '@nestjs/common';
import { EOfficeCallbackModule } from '../integrations/e-office/soap/callback.module.js';
import { AdaptersModule } from './adapters.module.js';
import { BackgroundModule } from './background.module.js';
import { ExchangeModule } from './exchange/index.js';
import { HttpModule } from './platform/http/http.module.js';
import { PlatformModule, type Ground } from './platform/platform.module.js';
import { WebModule } from './web/index.js';

/** Web and worker in one process: the composition root of a machine of its own. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    const { callback, http } = ground.settings;
    const callbackDoor = EOfficeCallbackModule.guardedBy({
      ...callback,
      password: callback.password ?? null,
      siteUrl: http.publicUrl,
    });
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(ground),
        AdaptersModule,
        HttpModule,
        WebModule,
        { ...callbackDoor, imports: [ExchangeModule] },
        BackgroundModule,
      ],
    };
  }
}
