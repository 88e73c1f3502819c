import { Injectable } from '@nestjs/common';
import { JournalCheck, type JournalHead, type JournalVerdict } from '../domain/journal-check.js';
import { JournalQueries } from '../persistence/journal-queries.js';

/** Proves the journal from its first line to its last. Reads alone; acts may be written meanwhile. */
@Injectable()
export class VerifyJournal {
  constructor(private readonly queries: JournalQueries) {}

  /** @param anchored where the journal stood at an earlier moment, when somebody kept that outside */
  async execute(anchored: JournalHead | null = null): Promise<JournalVerdict> {
    const check = new JournalCheck(anchored);
    for (;;) {
      const walked = check.lastSeq;
      for await (const page of this.queries.linesAfter(walked)) for (const line of page) check.line(line);
      const head = await this.queries.head();
      if (head.seq <= check.lastSeq || check.lastSeq === walked) return check.verdict(head);
    }
  }
}
