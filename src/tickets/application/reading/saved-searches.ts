import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { clean } from '../../../kernel/vietnamese.js';
import { Journal } from '../../../journal/index.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NO_QUESTION, type TicketQuestion } from '../../domain/search/search-question.js';
import { SavedSearchEntity } from '../../persistence/search.entities.js';

/** A search that its owner asks again by name. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly question: TicketQuestion;
}

/** Searches of one person; more of them are no shortcut any more. */
export const MAX_SAVED = 50;
export const MAX_NAME_LENGTH = 80;

/**
 * Keeps the searches that people want to ask again, each for its owner alone. The journal says that one was kept, never what it asks: a question may
 * hold a citizen's name.
 */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** In the order of their names. What was kept before a condition was known asks nothing of it. */
  async of(actor: Actor): Promise<readonly SavedSearch[]> {
    const saved = await this.database.reader.getRepository(SavedSearchEntity).findBy({ staffId: actor.id });
    return saved
      .map(({ id, name, question }) => ({ id, name, question: { ...NO_QUESTION, ...question } }))
      .sort((one, other) => one.name.localeCompare(other.name, 'vi') || (one.id < other.id ? -1 : 1));
  }

  /** @throws DomainError `input-invalid`, `saved-search-name-taken`, `saved-search-too-many` @returns its id */
  async save(actor: Actor, name: string, question: TicketQuestion): Promise<string> {
    const id = newId();
    const named = requireName(name);
    await this.uow.run(async (tx) => {
      const searches = tx.getRepository(SavedSearchEntity);
      if ((await searches.countBy({ staffId: actor.id })) >= MAX_SAVED) {
        throw new DomainError('saved-search-too-many', { most: MAX_SAVED });
      }
      const row = { id, staffId: actor.id, question, createdAt: this.clock.now(), ...named };
      await searches.insert(row).catch(refuseTakenName);
      await this.journal.record(tx, actor, { action: 'savedSearch.save', objectKind: 'savedSearch', objectId: id });
    });
    return id;
  }

  /** @throws DomainError `not-found`, `input-invalid`, `saved-search-name-taken` */
  async rename(actor: Actor, id: string, name: string): Promise<void> {
    const named = requireName(name);
    await this.uow.run(async (tx) => {
      const searches = tx.getRepository(SavedSearchEntity);
      const renamed = await searches.update({ id, staffId: actor.id }, named).catch(refuseTakenName);
      requireFound(renamed.affected);
      await this.journal.record(tx, actor, { action: 'savedSearch.rename', objectKind: 'savedSearch', objectId: id });
    });
  }

  /** @throws DomainError `not-found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const removed = await tx.getRepository(SavedSearchEntity).delete({ id, staffId: actor.id });
      requireFound(removed.affected);
      await this.journal.record(tx, actor, { action: 'savedSearch.remove', objectKind: 'savedSearch', objectId: id });
    });
  }
}

function requireName(given: string): { name: string; nameKey: string } {
  const name = clean(given).replace(/\s+/gu, ' ').trim();
  if (name === '') throw new DomainError('input-invalid', { field: 'name', message: 'Nhập tên cho tìm kiếm này.' });
  if (name.length > MAX_NAME_LENGTH) {
    throw new DomainError('input-invalid', {
      field: 'name',
      message: `Tên dài quá ${String(MAX_NAME_LENGTH)} chữ; rút ngắn lại.`,
    });
  }
  return { name, nameKey: name.toLocaleLowerCase('vi') };
}

/** Another person's search counts as not found. */
function requireFound(affected: number | null | undefined): void {
  if (affected !== 1) throw new DomainError('not-found', { what: 'savedSearch' });
}

function refuseTakenName(error: unknown): never {
  throw isUniqueViolation(error) ? new DomainError('saved-search-name-taken') : error;
}
