import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { DirectoryRuns, SyncDirectory } from '../../organisation/index.js';

/** Reads the runs with the directory of people, and the plan of one of them. */
@Injectable()
export class DirectorySyncPageQuery {
  constructor(
    private readonly runs: DirectoryRuns,
    private readonly sync: SyncDirectory,
    private readonly settings: Settings,
  ) {}

  /** @param id the run that is looked at; null for the newest */
  async read(id: string | null) {
    const runs = await this.runs.latest();
    const shownId = id ?? runs[0]?.id;
    return {
      isOn: this.sync.isOffered,
      place: this.sync.place,
      settings: this.settings.directorySync,
      runs,
      shown: shownId === undefined ? null : await this.runs.find(shownId),
    };
  }
}

export type DirectorySyncReading = Awaited<ReturnType<DirectorySyncPageQuery['read']>>;
