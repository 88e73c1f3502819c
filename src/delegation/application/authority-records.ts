import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { IncomingFiles } from '../../files/index.js';
import { Journal, noteTampers, sealRecords, type JournalAction, type SealedRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { endFlaws, mayEditAuthorities } from '../domain/authority-flaws.js';
import type { AuthorityLine } from '../persistence/authority-line.js';

/** The written delegation. */
export interface AuthorityFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface EndOfAuthority {
  readonly id: string;
  /** The first day without it, as typed. */
  readonly endedFrom: string;
  readonly reason: string;
}

/** A table of lines: how it is sealed, and what the journal calls its acts. */
export interface AuthorityTable<Line extends AuthorityLine> {
  readonly entity: new () => Line;
  readonly sealed: SealedRecords;
  readonly objectKind: 'authority' | 'decisionAuthority';
  readonly acts: { readonly add: JournalAction; readonly end: JournalAction };
}

/** What of a line the form says. */
type Written<Line extends AuthorityLine> = Omit<
  Line,
  'id' | 'fileName' | 'fileSha256' | `created${string}` | `ended${string}`
>;

const MAX_NAME_LENGTH = 200;

/** Adds and ends lines of both tables of powers, sealed and journalled. */
@Injectable()
export class AuthorityRecords {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly incoming: IncomingFiles,
    private readonly journal: Journal,
  ) {}

  /**
   * @param requireSound asked in the transaction that writes
   * @returns the id of the line @throws DomainError `input-invalid` for an unsafe file, and what `requireSound` throws
   */
  async add<Line extends AuthorityLine>(
    actor: Actor,
    { entity, sealed, objectKind, acts }: AuthorityTable<Line>,
    { file, line }: { readonly file: AuthorityFile | null; readonly line: Written<Line> },
    requireSound: (tx: EntityManager) => Promise<void>,
  ): Promise<string> {
    const fileSha256 = file && (await this.incoming.keepOne(file, 'file')).sha256;
    const objectId = newId();
    await this.uow.run(async (tx) => {
      await requireSound(tx);
      await tx.getRepository<AuthorityLine>(entity).insert({
        ...line,
        id: objectId,
        fileName: file && file.name.slice(-MAX_NAME_LENGTH),
        fileSha256,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        endedFrom: null,
        endedBecause: null,
        endedByName: null,
        endedAt: null,
      });
      await sealRecords(tx, sealed, [objectId]);
      await this.journal.record(tx, actor, {
        action: acts.add,
        objectKind,
        objectId,
        detail: { ...line, fileSha256 },
      });
    });
    return objectId;
  }

  /**
   * Ends a line, or ends it sooner than was written.
   *
   * @throws DomainError `forbidden`, `not-found`, `authority-flawed` with the flaws, `changed-meanwhile` when it ends by then already
   */
  async end<Line extends AuthorityLine>(
    actor: Actor,
    { entity, sealed, objectKind, acts }: AuthorityTable<Line>,
    { id, endedFrom, reason }: EndOfAuthority,
  ): Promise<void> {
    requireAuthorityEditor(actor);
    const endedAt = this.clock.now();
    requireFlawless(endFlaws({ endedFrom, reason }, civilDateOf(endedAt)));
    await this.uow.run(async (tx) => {
      const lines = tx.getRepository<AuthorityLine>(entity);
      const line = await lines.findOneBy({ id });
      if (line === null) throw new DomainError('not-found', { what: 'authority' });
      const endedBecause = reason.trim();
      const end = { endedFrom: civilDate(endedFrom), endedBecause, endedByName: actor.name, endedAt };
      const isSooner = line.endedFrom === null || end.endedFrom < line.endedFrom;
      await noteTampers(tx, sealed, [id]);
      const asRead = { id, endedFrom: line.endedFrom ?? IsNull() };
      const { affected } = isSooner ? await lines.update(asRead, end) : { affected: 0 };
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'authority', id });
      await sealRecords(tx, sealed, [id]);
      const detail = { endedFrom, reason: endedBecause };
      await this.journal.record(tx, actor, { action: acts.end, objectKind, objectId: id, detail });
    });
  }
}

/** @throws DomainError `forbidden` */
export function requireAuthorityEditor(actor: Actor): void {
  if (!mayEditAuthorities(actor)) throw new DomainError('forbidden');
}

/** @throws DomainError `authority-flawed` */
export function requireFlawless(flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new DomainError('authority-flawed', { flaws });
}
