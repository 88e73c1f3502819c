import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { DigestSource } from '../../notices/index.js';
import type { MailPart } from '../../notices/domain/mail-letter.js';
import { CircularQueries } from '../persistence/circular-queries.js';
import { dayWords } from './circular-words.js';

/** A person with more has a list in the app. */
const LISTED = 20;
const COUNTED = 100;

/** What somebody has still to read, in the mail of the day. */
@Injectable()
export class CircularDigest implements DigestSource {
  constructor(private readonly queries: CircularQueries) {}

  async partsFor({ id }: Actor, now: Date): Promise<readonly MailPart[]> {
    const owed = await this.queries.owedBy(id, civilDateOf(now), COUNTED);
    const lines = owed.slice(0, LISTED).map(({ circular }) => ({
      code: circular.symbol === '' ? 'Văn bản' : circular.symbol,
      words: `${circular.title}, xác nhận chậm nhất ${dayWords(circular.dueOn)}`,
      path: `/quan-triet/${circular.id}`,
    }));
    return [{ heading: 'Văn bản cần quán triệt', total: owed.length, lines }];
  }
}
