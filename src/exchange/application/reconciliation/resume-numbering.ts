import { Injectable } from '@nestjs/common';
import { NumberingHold } from '../../../documents/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { RecoverNumbers } from './recover-numbers.js';

/** Gives numbers again after a restore although nobody could compare: two people decide it, or an administrator at the server. */
@Injectable()
export class ResumeNumbering {
  constructor(
    private readonly hold: NumberingHold,
    private readonly recover: RecoverNumbers,
  ) {}

  /** @returns whether numbers are given again; the first who asks only asks @throws DomainError `forbidden`, `input-invalid`, `changed-meanwhile` */
  resume(actor: Actor, reason: string): Promise<boolean> {
    return this.recover.goOn((tx) => this.hold.goOn(tx, actor, reason));
  }

  /** @throws DomainError `input-invalid`, `changed-meanwhile` where numbers are given */
  async resumeAtConsole(actor: Actor, reason: string): Promise<void> {
    await this.recover.goOn(async (tx) => {
      await this.hold.goOnAtTheConsole(tx, actor, reason);
      return true;
    });
  }
}
