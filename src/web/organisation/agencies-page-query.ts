import { Injectable } from '@nestjs/common';
import { AgencyQueries } from '../../exchange/index.js';

/** Reads the directory of agencies, and what a question finds in it. */
@Injectable()
export class AgenciesPageQuery {
  constructor(private readonly agencies: AgencyQueries) {}

  async read(question: string) {
    const [found, counts, runs] = await Promise.all([
      this.agencies.offered(question),
      this.agencies.counts(),
      this.agencies.runs(),
    ]);
    const parents = await this.agencies.namesOf(found.flatMap(({ parentCode }) => parentCode ?? []));
    return { question, found, parents, counts, runs };
  }
}

export type AgenciesReading = Awaited<ReturnType<AgenciesPageQuery['read']>>;
