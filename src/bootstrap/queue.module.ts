import { Module, type DynamicModule } from '@nestjs/common';
import { RetryJob } from '../exchange/index.js';
import { JournalModule } from '../journal/index.js';
import { PlatformModule, type Ground } from '../platform/platform.module.js';

/** What looks at the outbox and has things tried again by the workers, and nothing that reaches outside itself. */
@Module({})
export class QueueModule {
  static on(ground: Ground): DynamicModule {
    return { module: QueueModule, imports: [PlatformModule.on(ground), JournalModule], providers: [RetryJob] };
  }
}
