import { Injectable } from '@nestjs/common';
import { AccessChanges, ReadJournal, type JournalEntryEntity, type JournalWish } from '../../journal/index.js';
import { seenLine } from '../../journal/domain/policy.js';
import type { ExportForm } from '../../journal/domain/export-line.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { addDays, instantOf } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import { NameQueries } from '../../organisation/index.js';
import type { JournalReading } from './journal-view.js';
import type { JournalAddress } from './journal-form.js';
import { journalPlace, writtenPlace } from './journal-place.js';

/** Who acts without being of the staff, by the names under which they stand in the journal. */
const OTHERS: readonly (readonly [id: string, name: string])[] = [
  [SYSTEM.id, SYSTEM.name],
  ['console', 'Dòng lệnh'],
];

/** Reads the journal for its pages. */
@Injectable()
export class JournalPageQuery {
  constructor(
    private readonly journal: ReadJournal,
    private readonly names: NameQueries,
    private readonly changes: AccessChanges,
  ) {}

  async page(actor: Actor, asked: JournalAddress): Promise<JournalReading> {
    const { lines, next } = await this.journal.page(actor, await this.wishOf(asked), journalPlace(asked.trang));
    const waiting = (await this.changes.waiting()).map((line) => seenLine(actor, line));
    const about = [...lines, ...waiting].filter(({ objectKind }) => objectKind === 'staff');
    return {
      actor,
      asked,
      lines,
      people: await this.names.people(about.map(({ objectId }) => objectId)),
      waiting,
      next: writtenPlace(next),
    };
  }

  line(actor: Actor, seq: number): Promise<JournalEntryEntity> {
    return this.journal.line(actor, seq);
  }

  async export(actor: Actor, asked: JournalAddress, form: ExportForm): Promise<AsyncIterable<string>> {
    return this.journal.export(actor, await this.wishOf(asked), form);
  }

  private async wishOf(asked: JournalAddress): Promise<JournalWish> {
    return {
      actorIds: asked.nguoi === '' ? undefined : await this.idsOf(asked.nguoi),
      action: said(asked.viec),
      objectKind: said(asked.loai),
      objectId: said(asked.ma),
      address: said(asked['dia-chi']),
      from: asked.tu === null ? undefined : instantOf(asked.tu, 0),
      before: asked.den === null ? undefined : instantOf(addDays(asked.den, 1), 0),
    };
  }

  private async idsOf(words: string): Promise<readonly string[]> {
    const others = OTHERS.filter(([, name]) => fold(name).includes(fold(words))).map(([id]) => id);
    return [...(await this.names.idsNamed(words)), ...others];
  }
}

function said(text: string): string | undefined {
  return text === '' ? undefined : text;
}
