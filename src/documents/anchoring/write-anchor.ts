import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import type { Anchor } from '../domain/anchor.js';
import { anchorKey, signedBy } from '../domain/signed.js';
import { NumberingHold } from '../application/numbering-hold.js';
import { RegisterCheckQueries } from '../persistence/register-check-queries.js';
import { anchorSecret } from './anchor-secret.js';
import { type AnchorPlace, atAnchors, lastAnchorAt } from './anchor-place.js';

/** The database was cut, or an old copy was put in its place. */
export class ChainsTakenBack extends Error {}

/** Writes where the journal and the registers stand, signed, to a place that ought to lie on another machine. */
@Injectable()
export class WriteAnchor {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: JournalQueries,
    private readonly registers: RegisterCheckQueries,
    private readonly hold: NumberingHold,
  ) {}

  /**
   * @returns where the new anchor lies; null when nothing was written down since the last one
   * @throws ChainsTakenBack when a chain no longer holds what the last anchor saw of it: no such state is anchored, unless a restore was made good
   *   since, which the journal says
   */
  write(): Promise<string | null> {
    return atAnchors(this.settings, (place) => this.writeAt(place));
  }

  private async writeAt(place: AnchorPlace): Promise<string | null> {
    const { agency } = this.settings;
    const at = this.clock.now().toISOString();
    const anchor: Anchor = { at, agency: agency.code, ...(await this.heads()) };
    const before = await lastAnchorAt(place);
    if (before && isSame(before, anchor)) return null;
    if (before && !(await this.mayFollow(before)))
      throw new ChainsTakenBack(`Nhật ký hoặc sổ không còn như lúc ghi mốc ${before.at}.`);
    const signed = signedBy(anchor, anchorKey(await anchorSecret(this.settings)));
    const name = `moc-${at.replaceAll(':', '-')}.json`;
    return place.add(name, `${JSON.stringify(signed, null, 2)}\n`);
  }

  /** Whether an anchor from after the last restore that was made good says more than the database holds. */
  async isTakenBackSince(recoveredAt: Date | null): Promise<boolean> {
    const last = await atAnchors(this.settings, lastAnchorAt).catch(() => null);
    if (last === null || last.agency !== this.settings.agency.code) return false;
    if (recoveredAt !== null && last.at <= recoveredAt.toISOString()) return false;
    return !(await this.stillStands(last));
  }

  private async mayFollow(before: Anchor): Promise<boolean> {
    const { recoveredAt } = await this.hold.begun();
    if (recoveredAt !== null && before.at <= recoveredAt.toISOString()) return true;
    return this.stillStands(before);
  }

  /** Chains only grow. */
  private async stillStands({ journal, registers }: Anchor): Promise<boolean> {
    if ((await this.journal.hashAt(journal.seq)) !== journal.hash) return false;
    for (const register of registers)
      if ((await this.registers.hashAt(register, register.seq)) !== register.hash) return false;
    return true;
  }

  private async heads(): Promise<Pick<Anchor, 'journal' | 'registers'>> {
    const registers: Anchor['registers'][number][] = [];
    for (const book of await this.registers.books()) {
      const head = await this.registers.headOf(book);
      if (head) registers.push({ ...book, ...head });
    }
    return { journal: await this.journal.head(), registers };
  }
}

function isSame(before: Anchor, now: Anchor): boolean {
  const { journal, registers } = before;
  return canonicalJson({ journal, registers }) === canonicalJson({ journal: now.journal, registers: now.registers });
}
