import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { FilePlans } from './application/file-plans.js';
import { PublishFilePlan } from './application/publish-file-plan.js';

@Module({
  imports: [JournalModule],
  providers: [FilePlans, PublishFilePlan],
  exports: [FilePlans, PublishFilePlan],
})
export class RecordsModule {}
