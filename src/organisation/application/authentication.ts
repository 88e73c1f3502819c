import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { StaffEntity } from '../persistence/organisation.entities.js';
import { KnownDevices } from './known-devices.js';
import { SecondFactors } from './second-factors.js';
import { SignIn, type SignInAnswer } from './sign-in.js';
import { SlowDown, tooOften, type Knock } from './slow-down.js';

/** `owesCode`: the password was right, and the account asks for a code besides. `owesPassword`: another must be chosen in its place. */
export type AuthenticationResult =
  | (Extract<SignInAnswer, { kind: 'in' }> & { readonly owesCode: boolean })
  | Extract<SignInAnswer, { kind: 'wrong' | 'stranger' | 'expired' | 'locked' }>;

/** Checks passwords and codes, and throttles wrong tries. */
@Injectable()
export class Authentication {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly slowDown: SlowDown,
    private readonly devices: KnownDevices,
    private readonly factors: SecondFactors,
  ) {}

  /**
   * A try of which the directory is spared counts as a wrong one here: the password was compared with the one that the app may keep of the account.
   *
   * @throws DomainError `tried-too-often` with `waitSeconds`, or `directory-away`; whether the password is right was not told
   */
  async password(knock: Knock, password: string): Promise<AuthenticationResult> {
    const staffId = await this.staffIdOf(knock.account);
    const isKnown = await this.isKnown(knock, staffId);
    const { answer, owesMore } = await this.slowDown.around(knock, isKnown, async () => {
      const found = await this.signIn.signIn(knock.account, password, isKnown);
      if (found.kind === 'directoryAway') throw new DomainError('directory-away');
      const owesMore = found.kind === 'in' && (await this.factors.isOn(found.actor.id));
      return { answer: found, isWrong: found.kind === 'wrong' || found.kind === 'directoryResting', owesMore };
    });
    if (answer.kind === 'directoryResting') throw tooOften(answer.waitSeconds);
    return answer.kind === 'in' ? { ...answer, owesCode: owesMore } : answer;
  }

  /** The code that is asked after the password. @throws DomainError `tried-too-often`, as above */
  async code(knock: Knock, staffId: string, typed: string): Promise<boolean> {
    const { isWrong } = await this.slowDown.around(knock, await this.isKnown(knock, staffId), async () => ({
      isWrong: !(await this.factors.accept(staffId, typed)),
    }));
    return !isWrong;
  }

  /** A signed-in person proves again who they are: by a code where the account has them, else by the password. @throws DomainError as `password` */
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
