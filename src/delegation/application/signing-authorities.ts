import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgencyProfiles } from '../../agency-profile/index.js';
import type { AgencyProfile } from '../../agency-profile/domain/agency-profile.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { StaffDirectory, type Person } from '../../organisation/index.js';
import { kindNamed } from '../../../templates/catalogue.js';
import { Database } from '../../platform/database/database.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import { authorityLines } from '../domain/authority-lines.js';
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

/** What is to be signed: its kind, and the unit that drafts it. */
export interface DocumentToSign {
  readonly template: string;
  readonly unitId: string;
}

type AuthorityRows = readonly Readonly<SigningAuthorityEntity>[];

const TABLE = new ReferenceData<AuthorityRows>(['signing_authority'], rowsIn);

/**
 * Asks who may sign what on a day: the table for papers of the agency, and for those of a unit its head.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.
 */
@Injectable()
export class SigningAuthorities {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly staff: StaffDirectory,
  ) {}

  /** The whole table, oldest line first. */
  all(): Promise<AuthorityRows> {
    return TABLE.of(this.database);
  }

  /** The same, for a transaction that decides by it what it writes into it. */
  within(tx: EntityManager): Promise<AuthorityRows> {
    return rowsIn(tx);
  }

  /** Who may sign a document today, the usual signer first; former staff are left out. */
  async signersOf({ template: kind, unitId }: DocumentToSign): Promise<readonly Signer[]> {
    if (isOfUnit(kind)) return this.headsOf(unitId);
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

  /** @throws DomainError `signing-not-allowed` when no signer is authorised today */
  async usualSigner(document: DocumentToSign): Promise<Signer> {
    const [signer] = await this.signersOf(document);
    if (signer !== undefined) return signer;
    throw new DomainError('signing-not-allowed', { message: isOfUnit(document.template) ? NO_HEAD : NOBODY });
  }

  /** How a signer signs a document on a day, or why not and where it is corrected; the head of a unit is the person who heads it now. */
  async ask(
    personId: string,
    { template: kind, unitId }: DocumentToSign,
    on?: CivilDate,
  ): Promise<Signer | { readonly refusal: string }> {
    if (isOfUnit(kind))
      return (await this.headsOf(unitId)).find(({ person }) => person.id === personId) ?? { refusal: NOT_HEAD };
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
   * How a signer signs a document today.
   *
   * @throws DomainError `signing-not-allowed` with why not and where it is corrected
   */
  async require(personId: string, document: DocumentToSign): Promise<Signer> {
    const answer = await this.ask(personId, document);
    if ('refusal' in answer)
      throw new DomainError('signing-not-allowed', { field: 'signerId', message: answer.refusal });
    return answer;
  }

  private async headsOf(unitId: string): Promise<readonly Signer[]> {
    const heads = await this.staff.peopleWith('unitHead', unitId);
    return heads.map((person) => ({
      person,
      name: person.fullName,
      lines: authorityLines({ form: 'head', holder: person.position }),
    }));
  }
}

function isOfUnit(kind: string): boolean {
  return kindNamed(kind)?.issuer === 'unit';
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

const NO_HEAD =
  'Đơn vị soạn văn bản này chưa có thủ trưởng để ký. Quản trị ghi vai trò thủ trưởng đơn vị ở trang Cán bộ (/to-chuc/nguoi).';

const NOT_HEAD =
  'Văn bản của đơn vị trình lãnh đạo Sở do thủ trưởng đơn vị ký. Chọn thủ trưởng đơn vị rồi lưu bản thảo.';

function rowsIn(rows: EntityManager): Promise<AuthorityRows> {
  return rows.find(SigningAuthorityEntity, { order: { validFrom: 'ASC', createdAt: 'ASC', id: 'ASC' } });
}

function byName(
  one: { readonly person: Person; readonly form: string },
  other: { readonly person: Person; readonly form: string },
): number {
  return one.form === other.form ? byPersonName(one.person.fullName, other.person.fullName) : 0;
}
