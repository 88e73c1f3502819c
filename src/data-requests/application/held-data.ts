import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TicketListReader, type FoundTicket } from '../../tickets/index.js';
import { NO_QUESTION } from '../../tickets/domain/search/search-question.js';
import { requireRequestKeeper, requireRequestReader } from '../domain/data-request.js';
import type { DataRequestEntity } from '../persistence/data-request.entity.js';
import { DataRequestQueries } from '../persistence/data-request-queries.js';

/** At most so many tickets are shown; the rest is found by the search of tickets. */
const SHOWN = 50;

export interface HeldData {
  readonly tickets: readonly Pick<FoundTicket, 'id' | 'code' | 'subject'>[];
  /** Whether there are more tickets than are shown. */
  readonly more: boolean;
  /** How many members of staff bear the name. */
  readonly staff: number;
}

/** Finds what the agency holds of the person who asks, as far as the actor may see it. */
@Injectable()
export class HeldDataOfPerson {
  constructor(
    private readonly requests: DataRequestQueries,
    private readonly tickets: TicketListReader,
    private readonly names: NameQueries,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** Who asked for what, by name; that somebody read it stands in the journal. @throws DomainError `forbidden`, `not-found` */
  async request(actor: Actor, id: string): Promise<DataRequestEntity> {
    requireRequestReader(actor);
    const request = await this.requests.byId(id);
    if (!request) throw new DomainError('not-found', { what: 'dataRequest' });
    const act = { action: 'dataRequest.read', objectKind: 'dataRequest', objectId: id } as const;
    await this.uow.run((tx) => this.journal.record(tx, actor, act));
    return request;
  }

  /** By telephone and by name. That somebody looked stands in the journal. @throws DomainError `forbidden` */
  async of(actor: Actor, { id, personName, personPhone }: DataRequestEntity): Promise<HeldData> {
    requireRequestKeeper(actor);
    const wish = { from: null, direction: 'older', size: SHOWN } as const;
    const byPhone = personPhone === '' ? null : { ...NO_QUESTION, words: personPhone };
    const questions = [...(byPhone ? [byPhone] : []), { ...NO_QUESTION, person: personName }];
    const pages = await Promise.all(questions.map((question) => this.tickets.search(actor, question, wish)));
    const found = new Map(pages.flatMap(({ exact, rows }) => [...exact, ...rows]).map((row) => [row.id, row]));
    const staff = await this.names.idsNamed(personName);
    const act = { action: 'dataRequest.find', objectKind: 'dataRequest', objectId: id } as const;
    await this.uow.run((tx) => this.journal.record(tx, actor, { ...act, detail: { found: found.size } }));
    return {
      tickets: [...found.values()].slice(0, SHOWN),
      more: found.size > SHOWN || pages.some((page) => page.more),
      staff: staff.length,
    };
  }
}
