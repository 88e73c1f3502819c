import { Module, type DynamicModule } from '@nestjs/common';
import { RetryJob } from '../exchange/index.js';
import { JournalModule } from '../journal/index.js';
import { PlatformModule, type AppContext } from '../platform/platform.module.js';

/** What looks at the outbox and has things tried again by the workers, and nothing that reaches outside itself. */
@Module({})
export class QueueModule {
  static on(appContext: AppContext): DynamicModule {
    return { module: QueueModule, imports: [PlatformModule.on(appContext), JournalModule], providers: [RetryJob] };
  }
}
