import { Module, type DynamicModule } from '@nestjs/common';
import { AdaptersModule } from './adapters.module.js';
import { BackgroundModule } from './background.module.js';
import { PlatformModule, type AppContext } from '../platform/platform.module.js';

/** Background work alone, beside web processes on the same database. */
@Module({})
export class WorkerModule {
  static on(appContext: AppContext): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.on(appContext), AdaptersModule, BackgroundModule] };
  }
}
