import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { FileStore } from '../../platform/files/file-store.js';
import { SupervisionQueries } from '../../supervision/index.js';
import { DIRECTORS, directivesSeenBy, INSPECTORS, mayAnswerFor } from '../../supervision/domain/policy.js';
import { TicketListReader, TicketReader } from '../../tickets/index.js';
import { DOCX } from '../ticket-files/file-answer.js';
import { CaseLetterQuery } from '../drafting/case-letter-query.js';
import type { KeptFile } from '../ticket-files/kept-files.js';

/** Reads directives, as the one person may who asks, and letters that remind units. */
@Injectable()
export class DirectivesPageQuery {
  constructor(
    private readonly queries: SupervisionQueries,
    private readonly tickets: TicketReader,
    private readonly lists: TicketListReader,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly written: CaseLetterQuery,
  ) {}

  async list(actor: Actor) {
    const seen = directivesSeenBy(actor);
    const mayDirect = hasRole(actor, ...DIRECTORS);
    const [open, answered, closed, offered] = await Promise.all([
      this.queries.directives(seen, 'open'),
      this.queries.directives(seen, 'answered'),
      this.queries.directives(seen, 'closed'),
      mayDirect ? this.staff.commandedUnits() : [],
    ]);
    const units = await this.names.units([...open, ...answered, ...closed].map(({ unitId }) => unitId));
    return { open, answered, closed, offered, units, mayDirect, today: civilDateOf(this.clock.now()) };
  }

  /** @throws DomainError `not-found`, also for those whom it does not concern */
  async one(actor: Actor, id: string) {
    const directive = await this.queries.directive(id);
    const seen = directivesSeenBy(actor);
    if (!directive || (seen !== 'every' && !seen.includes(directive.unitId))) {
      throw new DomainError('not-found', { what: 'directive' });
    }
    const { unitId, ticketId } = directive;
    const [steps, units, ticket] = await Promise.all([
      this.queries.stepsOf(id),
      this.names.units([unitId]),
      ticketId === null ? null : this.tickets.find(actor, ticketId),
    ]);
    return {
      directive,
      steps,
      units,
      ticket,
      today: civilDateOf(this.clock.now()),
      mayAnswer: mayAnswerFor(actor, unitId),
      mayDirect: hasRole(actor, ...DIRECTORS),
    };
  }

  async letters(actor: Actor) {
    const letters = await this.queries.letters();
    const units = await this.names.units(letters.map(({ unitId }) => unitId));
    const ids = [...new Set(letters.flatMap(({ ticketIds }) => ticketIds))];
    const open = await inPieces(ids, (some) => this.lists.ids(actor, { ids: some, open: true }, some.length));
    const made = letters.filter(({ state }) => state === 'made').map(({ id }) => id);
    const written = await this.written.of('reminder', made);
    return { letters, units, written, open: new Set(open), mayInspect: hasRole(actor, ...INSPECTORS) };
  }

  /** @throws DomainError `not-found` while it is not made */
  async letter(id: string): Promise<KeptFile> {
    const sha256 = (await this.queries.letter(id))?.letterSha256 ?? null;
    if (sha256 === null) throw new DomainError('not-found', { what: 'file' });
    return { content: await this.files.get(sha256), name: `cong-van-don-doc-${id.slice(0, 8)}.docx`, type: DOCX };
  }
}

export type DirectiveReading = Awaited<ReturnType<DirectivesPageQuery['one']>>;

export type DirectivesReading = Awaited<ReturnType<DirectivesPageQuery['list']>>;

export type LettersReading = Awaited<ReturnType<DirectivesPageQuery['letters']>>;
