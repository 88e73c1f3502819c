import { Module } from '@nestjs/common';
import { JournalModule } from '../journal/index.js';
import { Policies } from './application/policies.js';
import { PublishPolicy } from './application/publish-policy.js';

@Module({ imports: [JournalModule], providers: [Policies, PublishPolicy], exports: [Policies, PublishPolicy] })
export class PoliciesModule {}
