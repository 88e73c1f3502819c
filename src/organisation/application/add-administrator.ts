import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Journal, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { passwordFlaw } from '../domain/sign-in/password-rules.js';
import { isUsername } from '../domain/person-facts.js';
import { SEALED_ACCOUNT } from '../persistence/sealed-accounts.js';
import { StaffEntity, UnitEntity } from '../persistence/organisation.entities.js';
import { AssignRoles } from './assign-roles.js';
import { passwordHash } from './sign-in.js';
import { WriteUnits } from './write-units.js';

export interface NewAdministrator {
  readonly username: string;
  readonly fullName: string;
  readonly password: string;
  /** Of a unit that is there; left out, the Office, which is made where there is no unit at all. */
  readonly unitCode: string | undefined;
}

/** The account by which a new installation is set up, and by which one comes in while the directory does not answer. */
@Injectable()
export class AddAdministrator {
  constructor(
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly units: WriteUnits,
    private readonly roles: AssignRoles,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `input-invalid` with a `message`; `not-found` when no unit has that code */
  async add(actor: Actor, given: NewAdministrator): Promise<void> {
    const [username, fullName] = [given.username.trim().toLowerCase(), given.fullName.trim()];
    if (!isUsername(username)) throw refused('Tên tài khoản gồm từ 3 chữ thường không dấu, số, dấu chấm hoặc gạch.');
    if (fullName === '') throw refused('Thiếu họ tên.');
    const flaw = passwordFlaw(given.password, [username, fullName], this.settings.session.passwordLength);
    if (flaw !== null) throw refused(flaw);
    const hash = await passwordHash(given.password);
    const today = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(StaffEntity, { username })) throw refused(`Đã có tài khoản ${username}.`);
      const unitId = await this.unitFor(tx, actor, { code: given.unitCode, today });
      const id = newId();
      await tx.insert(StaffEntity, { ...NEW_ACCOUNT, id, username, fullName, unitId, passwordHash: hash });
      await sealRecords(tx, SEALED_ACCOUNT, [id]);
      const act = { action: 'account.addAdministrator', objectKind: 'staff', objectId: id } as const;
      await this.journal.record(tx, actor, { ...act, detail: { username } });
      await this.roles.giveIn(tx, actor, { staffId: id, role: 'administrator', from: today });
    });
  }

  private async unitFor(
    tx: EntityManager,
    actor: Actor,
    { code, today }: { readonly code: string | undefined; readonly today: CivilDate },
  ): Promise<string> {
    const wanted = await tx.findOneBy(UnitEntity, code === undefined ? { kind: 'office' } : { code });
    if (wanted) return wanted.id;
    if (code !== undefined || (await tx.existsBy(UnitEntity, {}))) throw new DomainError('not-found', { what: 'unit' });
    return this.units.insert(tx, actor, { ...FIRST_OFFICE, validFrom: today });
  }
}

const NEW_ACCOUNT: Pick<StaffEntity, 'position' | 'honorific' | 'roles' | 'active'> = {
  position: 'Quản trị hệ thống',
  honorific: 'Ông',
  roles: [],
  active: true,
};

const FIRST_OFFICE = {
  code: 'VP',
  name: 'Văn phòng',
  symbol: 'VP',
  kind: 'office',
  parentId: '',
  address: '',
  website: '',
  email: '',
  phone: '',
} as const;

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { message });
}
