import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import {
  authoritiesFor,
  authorityOf,
  blockLines,
  holdsOn,
  signedName,
  sourceOf,
  whyNot,
  type AuthorityTable,
  type SigningAuthority,
} from '../domain/signing-authority.js';
import { refusalToSign } from '../domain/refusal-to-sign.js';
import { SigningAuthorityEntity } from '../persistence/signing-authority.entity.js';

/** Somebody who may sign, with the block that the document will have. */
export interface Signer {
  readonly person: Person;
  readonly lines: readonly string[];
  /** As it stands under the signature. */
  readonly name: string;
}

/** Asks the table who may sign what on a day. */
@Injectable()
export class SigningAuthorities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
  ) {}

  /** The whole table, oldest line first. */
  all(tx: EntityManager = this.database.reader.manager): Promise<SigningAuthorityEntity[]> {
    return tx.find(SigningAuthorityEntity, { order: { validFrom: 'ASC', createdAt: 'ASC', id: 'ASC' } });
  }

  /** Who may sign a kind of document today, the usual signer first; of people who left, nobody. */
  async signersOf(kind: string): Promise<readonly Signer[]> {
    const day = civilDateOf(this.clock.now());
    const [table, facts, people] = await Promise.all([this.all(), this.agencyProfiles.at(day), this.staff.people()]);
    const named = new Map(people.map((person) => [person.id, person]));
    const signers: (Signer & { readonly form: string })[] = [];
    for (const authority of authoritiesFor(table, kind, day)) {
      const person = named.get(authority.personId);
      if (person === undefined || signers.some((one) => one.person.id === person.id)) continue;
      signers.push({ ...signerBy({ table, authority, person, facts }), form: authority.form });
    }
    return signers.toSorted((one, other) => byName(one, other));
  }

  /** Those who sign today in the place of the head of a unit: their lines rest on his. */
  async deputiesOf(headId: string): Promise<readonly string[]> {
    const day = civilDateOf(this.clock.now());
    const table = await this.all();
    return table
      .filter((line) => sourceOf(table, line)?.personId === headId && holdsOn(table, line, day))
      .map(({ personId }) => personId);
  }

  /** @throws DomainError `signing-not-allowed` when nobody may sign a kind of document today */
  async usualSigner(kind: string): Promise<Signer> {
    const [signer] = await this.signersOf(kind);
    if (signer === undefined) throw new DomainError('signing-not-allowed', { message: NOBODY });
    return signer;
  }

  /** How somebody signs a kind of document on a day, or why not and where it is mended. */
  async ask(personId: string, kind: string, on?: CivilDate): Promise<Signer | { readonly refusal: string }> {
    const day = on ?? civilDateOf(this.clock.now());
    const [table, facts, people] = await Promise.all([this.all(), this.agencyProfiles.at(day), this.staff.people()]);
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) return { refusal: refusalToSign('Người ký đã chọn', 'gone') };
    const authority = authorityOf(table, personId, { kind, day });
    return authority === null
      ? { refusal: refusalToSign(person.fullName, whyNot(table, personId, { kind, day })) }
      : signerBy({ table, authority, person, facts });
  }

  /**
   * How somebody signs a kind of document on a day.
   *
   * @throws DomainError `signing-not-allowed` with why not and where it is mended
   */
  async require(personId: string, kind: string, on?: CivilDate): Promise<Signer> {
    const answer = await this.ask(personId, kind, on);
    if ('refusal' in answer)
      throw new DomainError('signing-not-allowed', { field: 'signerId', message: answer.refusal });
    return answer;
  }
}

interface Signing {
  readonly table: AuthorityTable;
  readonly authority: SigningAuthority;
  readonly person: Person;
  readonly facts: AgencyProfile;
}

function signerBy({ table, authority, person, facts }: Signing): Signer {
  const lines = blockLines(table, authority, facts.titles);
  return { person, lines, name: signedName(person.fullName, authority, facts.titlesBeforeNames) };
}

const NOBODY =
  'Chưa ai có thẩm quyền ký loại văn bản này hôm nay. Văn phòng hoặc quản trị ghi người ký ở trang Thẩm quyền ký (/tham-quyen-ky).';

function byName(
  one: { readonly person: Person; readonly form: string },
  other: { readonly person: Person; readonly form: string },
): number {
  return one.form === other.form ? byPersonName(one.person.fullName, other.person.fullName) : 0;
}
