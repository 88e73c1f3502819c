import { Injectable } from '@nestjs/common';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { authorityFlaws, type AuthorityDraft } from '../domain/authority-flaws.js';
import type { SigningForm } from '../domain/authority-lines.js';
import { SEALED_AUTHORITY } from '../persistence/sealed-authorities.js';
import { SigningAuthorityEntity } from '../persistence/signing-authority.entity.js';
import { AuthorityCandidates } from './authority-candidates.js';
import {
  AuthorityRecords,
  requireAuthorityEditor,
  requireFlawless,
  type AuthorityFile,
  type AuthorityTable,
  type EndOfAuthority,
} from './authority-records.js';
import { SigningAuthorities } from './signing-authorities.js';

export interface NewAuthority extends Omit<AuthorityDraft, 'hasFile'> {
  /** Names of all kinds of documents there are. */
  readonly allKinds: readonly string[];
  readonly file: AuthorityFile | null;
}

const TABLE: AuthorityTable<SigningAuthorityEntity> = {
  entity: SigningAuthorityEntity,
  sealed: SEALED_AUTHORITY,
  objectKind: 'authority',
  acts: { add: 'authority.add', end: 'authority.end' },
};

/** Writes down who may sign what, as the head has decided it, and ends it. */
@Injectable()
export class WriteAuthority {
  constructor(
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly candidates: AuthorityCandidates,
    private readonly authorities: SigningAuthorities,
    private readonly records: AuthorityRecords,
  ) {}

  /** @returns the id of the line @throws DomainError `forbidden`, `authority-flawed` with the flaws, `input-invalid` for an unsafe file */
  async add(actor: Actor, given: NewAuthority): Promise<string> {
    requireAuthorityEditor(actor);
    const [people, { byOrderKinds, titlesBeforeNames: titlesAllowed }] = await Promise.all([
      this.candidates.all(),
      this.agencyProfiles.today(),
    ]);
    const known = { people, byOrderKinds, titlesAllowed, kinds: given.allKinds, today: civilDateOf(this.clock.now()) };
    const draft = { ...given, hasFile: given.file !== null };
    requireFlawless(authorityFlaws(draft, { ...known, table: await this.authorities.all() }));
    return this.records.add(actor, TABLE, { file: given.file, line: lineOf(draft) }, async (tx) =>
      requireFlawless(authorityFlaws(draft, { ...known, table: await this.authorities.within(tx) })),
    );
  }

  /** @throws DomainError as `AuthorityRecords.end` */
  end(actor: Actor, end: EndOfAuthority): Promise<void> {
    return this.records.end(actor, TABLE, end);
  }
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
    kinds: [...new Set(draft.kinds)],
    field: text(draft.field),
    validFrom: civilDate(draft.validFrom),
    validTo: draft.validTo === '' ? null : civilDate(draft.validTo),
    basis: draft.basis.trim(),
    basisDate: civilDate(draft.basisDate),
  };
}
