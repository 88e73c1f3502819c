import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { IncomingFiles } from '../../files/index.js';
import { AgencyProfiles } from '../../agency-profile/index.js';
import { Journal, noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import type { Flaw } from '../../law/policy-draft.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { authorityFlaws, endFlaws, mayEditAuthorities, type AuthorityDraft } from '../domain/authority-flaws.js';
import type { SigningForm } from '../domain/authority-lines.js';
import { SEALED_AUTHORITY } from '../persistence/sealed-authorities.js';
import { SigningAuthorityEntity } from '../persistence/signing-authority.entity.js';
import { AuthorityCandidates } from './authority-candidates.js';
import { SigningAuthorities } from './signing-authorities.js';

export interface NewAuthority extends Omit<AuthorityDraft, 'hasFile'> {
  /** Names of all kinds of documents there are. */
  readonly allKinds: readonly string[];
  /** The written delegation. */
  readonly file: { readonly name: string; readonly content: Buffer } | null;
}

export interface EndOfAuthority {
  readonly id: string;
  /** The first day without it, as typed. */
  readonly endedFrom: string;
  readonly reason: string;
}

const LONGEST_NAME = 200;

/** Writes down who may sign what, as the head has decided it, and ends it. Lines are never changed: another one takes their place. */
@Injectable()
export class WriteAuthority {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly candidates: AuthorityCandidates,
    private readonly authorities: SigningAuthorities,
    private readonly incoming: IncomingFiles,
    private readonly journal: Journal,
  ) {}

  /** @returns the id of the line @throws DomainError `forbidden`, `authority-flawed` with the flaws, `input-invalid` for an unsafe file */
  async add(actor: Actor, given: NewAuthority): Promise<string> {
    if (!mayEditAuthorities(actor)) throw new DomainError('forbidden');
    const [people, { byOrderKinds, titlesBeforeNames: titlesAllowed }] = await Promise.all([
      this.candidates.all(),
      this.agencyProfiles.today(),
    ]);
    const known = { people, byOrderKinds, titlesAllowed, kinds: given.allKinds, today: civilDateOf(this.clock.now()) };
    const draft = { ...given, hasFile: given.file !== null };
    requireFlawless(authorityFlaws(draft, { ...known, table: await this.authorities.all() }));
    const kept = given.file && { ...(await this.incoming.keepOne(given.file, 'file')), name: given.file.name };
    const id = newId();
    await this.uow.run(async (tx) => {
      requireFlawless(authorityFlaws(draft, { ...known, table: await this.authorities.all(tx) }));
      const line = lineOf(draft);
      await tx.insert(SigningAuthorityEntity, {
        ...line,
        id,
        fileName: kept && kept.name.slice(-LONGEST_NAME),
        fileSha256: kept && kept.sha256,
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: this.clock.now(),
        ...{ endedFrom: null, endedBecause: null, endedByName: null, endedAt: null },
      });
      await sealRecords(tx, SEALED_AUTHORITY, [id]);
      const detail = { ...line, fileSha256: kept && kept.sha256 };
      await this.journal.record(tx, actor, { action: 'authority.add', objectKind: 'authority', objectId: id, detail });
    });
    return id;
  }

  /**
   * Ends a line, or ends it sooner than was written.
   *
   * @throws DomainError `forbidden`, `not-found`, `authority-flawed` with the flaws, `changed-meanwhile` when it ends by then already
   */
  async end(actor: Actor, { id, endedFrom, reason }: EndOfAuthority): Promise<void> {
    if (!mayEditAuthorities(actor)) throw new DomainError('forbidden');
    const now = this.clock.now();
    requireFlawless(endFlaws({ endedFrom, reason }, civilDateOf(now)));
    await this.uow.run(async (tx) => {
      const line = await tx.findOneBy(SigningAuthorityEntity, { id });
      if (!line) throw new DomainError('not-found', { what: 'authority' });
      const end = {
        endedFrom: civilDate(endedFrom),
        endedBecause: reason.trim(),
        endedByName: actor.name,
        endedAt: now,
      };
      const isSooner = line.endedFrom === null || end.endedFrom < line.endedFrom;
      const asRead = { id, endedFrom: line.endedFrom ?? IsNull() };
      await noteTampers(tx, SEALED_AUTHORITY, [id]);
      const { affected } = isSooner ? await tx.update(SigningAuthorityEntity, asRead, end) : { affected: 0 };
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'authority', id });
      await sealRecords(tx, SEALED_AUTHORITY, [id]);
      const detail = { endedFrom, reason: end.endedBecause };
      await this.journal.record(tx, actor, { action: 'authority.end', objectKind: 'authority', objectId: id, detail });
    });
  }
}

function requireFlawless(flaws: readonly Flaw[]): void {
  if (flaws.length > 0) throw new DomainError('authority-flawed', { flaws });
}

function lineOf(draft: AuthorityDraft) {
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    personId: draft.personId,
    form: draft.form as SigningForm,
    position: text(draft.position),
    academicTitle: text(draft.academicTitle),
    collective: draft.form === 'TM' ? text(draft.collective) : null,
    sourceId: text(draft.sourceId),
    kinds: [...draft.kinds],
    field: text(draft.field),
    validFrom: civilDate(draft.validFrom),
    validTo: draft.validTo === '' ? null : civilDate(draft.validTo),
    basis: draft.basis.trim(),
    basisDate: civilDate(draft.basisDate),
  };
}
