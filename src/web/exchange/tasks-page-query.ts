import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { AgencyQueries, TaskQueries } from '../../exchange/index.js';

/** Reads what waits for a clerk's decision, and what was decided last. */
@Injectable()
export class TasksPageQuery {
  constructor(
    private readonly settings: Settings,
    private readonly tasks: TaskQueries,
    private readonly agencies: AgencyQueries,
  ) {}

  async read() {
    const [open, decided] = await Promise.all([this.tasks.open(), this.tasks.decided()]);
    const { hotline } = this.settings;
    const names = await this.agencies.namesOf([...open, ...decided].map(({ inbox }) => inbox.fromAgency));
    return { open, decided, agencies: new Map([...names, [hotline.code, hotline.name]]) };
  }
}

export type TasksReading = Awaited<ReturnType<TasksPageQuery['read']>>;
