import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { passwordFlaw } from '../domain/password-rules.js';
import { StaffEntity, UnitEntity } from '../persistence/organisation.entities.js';
import { passwordHash } from './sign-in.js';

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/u;

export interface NewAdministrator {
  readonly username: string;
  readonly fullName: string;
  readonly password: string;
  /** Of a unit that is there; left out, the Office, which is made where there is no unit at all. */
  readonly unitCode: string | undefined;
}

/** The account by which a new house is set up, and by which one comes in while the directory does not answer. */
@Injectable()
export class AddAdministrator {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `input-invalid` with a `message`; `not-found` when no unit has that code */
  async execute(actor: Actor, { username: typed, fullName, password, unitCode }: NewAdministrator): Promise<void> {
    const username = typed.trim().toLowerCase();
    if (!USERNAME.test(username)) throw refused('Tên tài khoản gồm từ 3 chữ thường không dấu, số, dấu chấm hoặc gạch.');
    if (fullName.trim() === '') throw refused('Thiếu họ tên.');
    const flaw = passwordFlaw(password, [username, fullName]);
    if (flaw !== null) throw refused(flaw);
    const hash = await passwordHash(password);
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(StaffEntity, { username })) throw refused(`Đã có tài khoản ${username}.`);
      const account = { id: randomUUID(), username, fullName: fullName.trim(), unitId: await unitFor(tx, unitCode) };
      await tx.insert(StaffEntity, { ...account, ...ADMINISTRATOR, passwordHash: hash });
      const act = { action: 'account.addAdministrator', objectKind: 'staff', objectId: account.id };
      await this.journal.record(tx, actor, { ...act, detail: { username } });
    });
  }
}

const ADMINISTRATOR: Pick<
  StaffEntity,
  'position' | 'honorific' | 'roles' | 'eOfficeCode' | 'email' | 'phone' | 'active'
> = {
  position: 'Quản trị hệ thống',
  honorific: 'Ông',
  roles: ['administrator'],
  eOfficeCode: null,
  email: null,
  phone: null,
  active: true,
};

async function unitFor(tx: EntityManager, code: string | undefined): Promise<string> {
  const wanted = await tx.findOneBy(UnitEntity, code === undefined ? { kind: 'office' } : { code });
  if (wanted) return wanted.id;
  if (code !== undefined || (await tx.existsBy(UnitEntity, {}))) throw new DomainError('not-found', { what: 'unit' });
  const office = {
    id: randomUUID(),
    code: 'VP',
    name: 'Văn phòng',
    symbol: 'VP',
    kind: 'office',
    parentId: null,
  } as const;
  await tx.insert(UnitEntity, office);
  return office.id;
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { message });
}
