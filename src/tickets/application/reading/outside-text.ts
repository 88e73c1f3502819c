import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NameQueries, type PersonName } from '../../../organisation/index.js';
import type { TextFor } from '../../domain/identity/secrecy.js';
import type { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketVisibility } from './ticket-visibility.js';
import { uninformedAuthors } from './uninformed-authors.js';

type Asked = Pick<TicketCoordinationEntity, 'id' | 'question' | 'askedById' | 'askedAt'>;

/** Words about a ticket as they go outside the department. */
export interface OutsideWords {
  readonly text: TextFor;
  /** What is asked, by the ids of the requests. */
  readonly questions: ReadonlyMap<string, string>;
}

/** Takes the people out of what goes to units outside the department, on their pages and in letters alike. */
@Injectable()
export class OutsideText {
  constructor(
    private readonly visibility: TicketVisibility,
    private readonly names: NameQueries,
  ) {}

  /**
   * Who asks from a unit from which a sender is hidden now counts as uninformed, as for a reader of that unit: a name in the question is a guess, and
   * must read the same whether it is right or not.
   */
  async of(tx: EntityManager, ticket: TicketEntity, requests: readonly Asked[]): Promise<OutsideWords> {
    const text = await this.visibility.outside(ticket, tx);
    const people = await this.names.people(requests.map(({ askedById }) => askedById));
    const uninformed = await uninformedAuthors(tx, ticket.id);
    const questions = new Map<string, string>();
    for (const { id, question, askedById, askedAt } of requests) {
      const since = uninformed.get(askedById);
      const guessed = since !== undefined && since <= askedAt;
      const guesses = guessed || (await this.isHiddenFrom(tx, ticket, people.get(askedById)));
      questions.set(id, text.ofStaff(question, { uninformed: guesses, colleagues: [] }));
    }
    return { text, questions };
  }

  private async isHiddenFrom(tx: EntityManager, ticket: TicketEntity, asker: PersonName | undefined): Promise<boolean> {
    if (asker === undefined) return false;
    const { fullName, unitId } = asker;
    const ofUnit = { id: '', name: fullName, unitId, roles: [] };
    return (await this.visibility.of(ofUnit, ticket, tx)).hidesSomebody;
  }
}
