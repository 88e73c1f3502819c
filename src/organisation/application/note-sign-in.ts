import { Injectable } from '@nestjs/common';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { KnownDevices } from './known-devices.js';

export interface NotedSignIn {
  /** The password was a temporary one, or is to be changed for its age. */
  readonly owesPassword: boolean;
  /** It was that of the directory. */
  readonly byDirectory: boolean;
  /** Whether a code was shown besides the password. */
  readonly withCode: boolean;
  /** What the browser's cookie of known devices holds. */
  readonly device: string | undefined;
}

/** Records a sign-in in the journal, and remembers the browser. */
@Injectable()
export class NoteSignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly devices: KnownDevices,
    private readonly journal: Journal,
  ) {}

  /**
   * Called only after password and code were right, so that no stranger adds lines to the journal.
   *
   * @returns what the browser shall bring from now on
   *
   * Source: TCVN 14423:2026, 4.8.2.1
   */
  async note(actor: Actor, { owesPassword, byDirectory, withCode, device }: NotedSignIn): Promise<string> {
    const isKnown = await this.devices.knows(device, actor.id);
    const signInBy = owesPassword ? 'owed' : byDirectory ? 'directory' : 'local';
    const detail = { signInBy, secondFactor: withCode, device: isKnown ? 'known' : 'new' };
    return this.uow.run(async (tx) => {
      const kept = await this.devices.remember(device, actor.id);
      const act = { action: 'account.signIn', objectKind: 'staff', objectId: actor.id } as const;
      await this.journal.record(tx, actor, { ...act, detail });
      return kept;
    });
  }
}
