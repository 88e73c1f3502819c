import { Injectable } from '@nestjs/common';
import { JournalCheck, type JournalHead, type JournalVerdict } from '../domain/journal-check.js';
import { JournalQueries } from '../persistence/journal-queries.js';

/** Below any line that somebody could have put in. */
const LOWEST = -2_147_483_648;

/** Proves the journal from its first line to its last. Reads alone; acts may be written meanwhile. */
@Injectable()
export class VerifyJournal {
  constructor(private readonly queries: JournalQueries) {}

  /** @param anchored where the journal stood at earlier moments, when somebody kept that outside */
  async verify(anchored: readonly JournalHead[] = []): Promise<JournalVerdict> {
    const check = new JournalCheck(anchored);
    let before: JournalHead | null = null;
    for (let walked = LOWEST; ; walked = check.lastSeq) {
      for await (const page of this.queries.linesAfter(walked)) for (const line of page) check.line(line);
      const head = await this.queries.head();
      if (head.seq <= check.lastSeq || head.seq === before?.seq)
        return check.verdict(head, await this.queries.isGuarded());
      before = head;
    }
  }
}
