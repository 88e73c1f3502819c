import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JournalModule } from '../../journal/index.js';
import { RecurringWork } from '../../platform/scheduling/recurring-work.js';
import { DocumentsModule } from '../documents.module.js';
import { KeepAnchor } from './keep-anchor.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Anchors journal and registers hour by hour; part of a worker's background. */
@Module({ imports: [DocumentsModule, JournalModule], providers: [KeepAnchor] })
export class AnchoringModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly keep: KeepAnchor,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'documents.anchor',
      everyMs: EVERY_HOUR_MS,
      claimed: true,
      run: () => this.keep.execute(),
    });
  }
}
