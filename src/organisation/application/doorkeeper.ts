import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { KnownDevices } from './known-devices.js';
import { SecondFactors } from './second-factors.js';
import { SignIn } from './sign-in.js';
import { SlowDown, type Knock } from './slow-down.js';

/** `owesCode`: the password was right, and the account asks for a code besides. */
export type AnswerAtTheDoor =
  { readonly kind: 'in'; readonly actor: Actor; readonly owesCode: boolean } | { readonly kind: 'wrong' };

/** Stands between the door and what opens it: passwords, codes, and the patience with wrong ones. */
@Injectable()
export class Doorkeeper {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
    private readonly factors: SecondFactors,
  ) {}

  /** @throws DomainError `tried-too-often` with `waitSeconds`; the password was not looked at */
  async password(knock: Knock, password: string): Promise<AnswerAtTheDoor> {
    const staffId = await this.staffIdOf(knock.account);
    const { actor } = await this.slowDown.around(knock, await this.isKnown(knock, staffId), async () => {
      const found = await this.signIn.execute(knock.account, password);
      return { actor: found, isWrong: found === null };
    });
    return actor === null ? { kind: 'wrong' } : { kind: 'in', actor, owesCode: await this.factors.isOn(actor.id) };
  }

  /** The code that is asked after the password. @throws DomainError `tried-too-often`, as above */
  async code(knock: Knock, staffId: string, typed: string): Promise<boolean> {
    const { isWrong } = await this.slowDown.around(knock, await this.isKnown(knock, staffId), async () => ({
      isWrong: !(await this.factors.accept(staffId, typed)),
    }));
    return !isWrong;
  }

  /** Whoever is signed in shows again who they are: by a code where the account has them, else by the password. @throws DomainError `tried-too-often` */
  async again({ id }: Actor, knock: Knock, typed: string): Promise<boolean> {
    if (await this.factors.isOn(id)) return this.code(knock, id, typed);
    const answer = await this.password(knock, typed);
    return answer.kind === 'in' && answer.actor.id === id;
  }

  private async staffIdOf(account: string): Promise<string | null> {
    const username = account.trim().toLowerCase();
    const staff = await this.database.reader.getRepository(StaffEntity).findOne({
      where: { username },
      select: { id: true },
    });
    return staff?.id ?? null;
  }

  private async isKnown({ device }: Knock, staffId: string | null): Promise<boolean> {
    return staffId !== null && this.devices.knows(device, staffId);
  }
}
