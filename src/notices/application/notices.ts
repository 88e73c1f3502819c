import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { insertRows, rowsBy } from '../../platform/database/rows.js';
import { substitutesOf } from '../../substitution/index.js';
import { MAX_NOTICE_LENGTH, type NoticeKind } from '../domain/notice.js';
import { choiceOf } from '../domain/notice-choices.js';
import { NoticeChoiceEntity } from '../persistence/notice-choice.entity.js';
import { NoticeEntity } from '../persistence/notices.entities.js';

export interface NoticeToTell {
  /** Unique name of the notice; a second one with the same name is not told. */
  readonly key: string;
  readonly staffId: string;
  readonly kind: NoticeKind;
  /** The ticket it is about; who may no longer see that ticket no longer reads the words. */
  readonly ticket?: { readonly id: string; readonly code: string };
  /** Vietnamese, short sentences, without a citizen's name, phone, address or words. */
  readonly words: string;
}

/** What several people hear; each has a notice of their own, named by the key and the person. */
export type SharedNotice = Omit<NoticeToTell, 'staffId'>;

/** Tells members of staff what they should know, in the transaction of what happened. */
@Injectable()
export class Notices {
  constructor(private readonly clock: Clock) {}

  /** Tells each of them once, however often they are named. */
  async tellEach(tx: EntityManager, staffIds: Iterable<string>, { key, ...notice }: SharedNotice): Promise<void> {
    const each = [...new Set(staffIds)].map((staffId) => ({ ...notice, key: `${key}:${staffId}`, staffId }));
    await this.tell(tx, ...each);
  }

  /** The substitute of a person who is away hears of that person's tickets, too. */
  async tell(tx: EntityManager, ...notices: readonly NoticeToTell[]): Promise<void> {
    const at = this.clock.now();
    const wanted = new Map<string, NoticeToTell>();
    for (const notice of [...notices, ...(await forSubstitutes(tx, notices, at))])
      if (!wanted.has(notice.key)) wanted.set(notice.key, notice);
    const told = await inPieces([...wanted.keys()], (keys) =>
      rowsBy(tx, NoticeEntity, { key: keys }, { only: ['key'] }),
    );
    for (const { key } of told) wanted.delete(key);
    const isQuiet = await quietFor(tx, [...wanted.values()]);
    const rows = [...wanted.values()].map((notice) => ({ ...rowOf(notice, at), readAt: isQuiet(notice) ? at : null }));
    for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE)
      await insertRows(tx, NoticeEntity, ...rows.slice(from, from + WRITTEN_AT_ONCE));
  }
}

/** Nine values a row; SQL Server takes 2,100 in a statement. */
const WRITTEN_AT_ONCE = 200;

function rowOf({ key, staffId, kind, ticket, words }: NoticeToTell, at: Date): Omit<NoticeEntity, 'seq' | 'readAt'> {
  return {
    key,
    staffId,
    kind,
    at,
    ticketId: ticket?.id ?? null,
    code: ticket?.code ?? null,
    words: words.slice(0, MAX_NOTICE_LENGTH),
    mailedAt: null,
  };
}

/** @returns whether the person has chosen not to be rung for it */
async function quietFor(
  tx: EntityManager,
  notices: readonly NoticeToTell[],
): Promise<(notice: NoticeToTell) => boolean> {
  const choices = [...new Set(notices.flatMap((notice) => choiceOf(notice) ?? []))];
  if (choices.length === 0) return () => false;
  const staffIds = [...new Set(notices.map(({ staffId }) => staffId))];
  const rows = await inPieces(staffIds, (some) =>
    tx.findBy(NoticeChoiceEntity, { staffId: In(some), choice: In(choices) }),
  );
  const quiet = new Set(rows.map(({ staffId, choice }) => `${staffId} ${choice}`));
  return (notice) => quiet.has(`${notice.staffId} ${choiceOf(notice) ?? ''}`);
}

const MAX_KEY_LENGTH = 200;

async function forSubstitutes(
  tx: EntityManager,
  notices: readonly NoticeToTell[],
  at: Date,
): Promise<readonly NoticeToTell[]> {
  const ofTickets = notices.filter(({ ticket }) => ticket !== undefined);
  if (ofTickets.length === 0) return [];
  const told = new Set(notices.map(({ staffId }) => staffId));
  const substitutes = await substitutesOf(tx, [...new Set(ofTickets.map(({ staffId }) => staffId))], at);
  return ofTickets.flatMap((notice) => {
    const found = substitutes.get(notice.staffId);
    if (found === undefined || told.has(found.substituteId)) return [];
    const key = `${notice.key}:thay:${found.substituteId}`.slice(-MAX_KEY_LENGTH);
    return [{ ...notice, key, staffId: found.substituteId, words: `Thay ${found.principalName}: ${notice.words}` }];
  });
}
