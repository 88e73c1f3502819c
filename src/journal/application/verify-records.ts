import { In, MoreThan, type EntityManager } from 'typeorm';
import { ChainWalk } from '../../kernel/hash-chain.js';
import { isAppendOnly } from '../../platform/database/append-only.js';
import { Database } from '../../platform/database/database.js';
import { CHANGED_BEHIND, MARK, saidBySeal, type RecordFlaw } from '../domain/record-seal.js';
import { JournalEntryEntity, JournalHeadEntity } from '../persistence/journal.entities.js';
import { RecordSealEntity } from '../persistence/record-seal.entity.js';
import type { SealedRecords } from '../persistence/sealed-records.js';
import { isAllSealed } from './seal-older-records.js';
import { recordHashes } from './seal-records.js';
import { SEAL_HEAD } from '../persistence/heads.js';
import { recordIdsAfter, RECORDS_A_PAGE, unsealedAmong } from './unsealed-records.js';

/** A database takes so many values in one question. */
const PAGE = 500;

/** Compares records with their seals from when they were last decided. Reads alone; acts may be written meanwhile. */
export class VerifyRecords {
  constructor(
    private readonly database: Database,
    private readonly sealed: readonly SealedRecords[],
  ) {}

  async verify(): Promise<readonly RecordFlaw[]> {
    const flaws: RecordFlaw[] = (await isAppendOnly(this.rows, 'record_seal')) ? [] : [{ code: 'unguarded' }];
    const walk = new ChainWalk();
    let last = 0;
    for await (const page of this.pages()) {
      for (const seal of page) walk.step(seal, saidBySeal(seal));
      last = page.at(-1)?.seq ?? last;
      flaws.push(...changedBehind(page), ...(await this.changed(page)));
    }
    if (walk.brokenAt !== null) flaws.push({ code: 'chain-broken', seq: walk.brokenAt });
    for (const of of this.sealed) flaws.push(...(await this.unsealed(of)));
    return [...flaws, ...(await this.atTheEnd(last, walk.head)), ...(await this.unmarked())];
  }

  private get rows(): EntityManager {
    return this.database.reader.manager;
  }

  private async *pages(): AsyncGenerator<readonly RecordSealEntity[]> {
    for (let after = 0; ;) {
      const where = { seq: MoreThan(after) };
      const page = await this.rows.find(RecordSealEntity, { where, order: { seq: 'ASC' }, take: PAGE });
      if (page.length > 0) yield page;
      after = page.at(-1)?.seq ?? after;
      if (page.length < PAGE) return;
    }
  }

  private async changed(page: readonly RecordSealEntity[]): Promise<readonly RecordFlaw[]> {
    const flaws: RecordFlaw[] = [];
    for (const of of this.sealed) {
      const latest = await this.latestAmong(page, of.kind);
      const present = await recordHashes(this.rows, of, [...latest.keys()]);
      for (const [id, sha256] of latest) {
        if (present.get(id) === sha256 || (await this.isWhole(of, id))) continue;
        flaws.push({ code: present.has(id) ? 'record-changed' : 'record-missing', kind: of.kind, id });
      }
    }
    return flaws;
  }

  /** Records sealed again on a later page are checked there. */
  private async latestAmong(page: readonly RecordSealEntity[], kind: string): Promise<ReadonlyMap<string, string>> {
    const mine = page.filter((seal) => seal.kind === kind);
    const latest = new Map(mine.map(({ id, sha256 }) => [id, sha256]));
    const later = await this.rows.find(RecordSealEntity, {
      select: { id: true },
      where: { kind, id: In([...latest.keys()]), seq: MoreThan(page.at(-1)?.seq ?? 0) },
    });
    for (const { id } of later) latest.delete(id);
    return latest;
  }

  /** Decided again while it was looked at: the last word counts. */
  private async isWhole(of: SealedRecords, id: string): Promise<boolean> {
    const present = (await recordHashes(this.rows, of, [id])).get(id);
    const seal = await this.rows.findOne(RecordSealEntity, { where: { kind: of.kind, id }, order: { seq: 'DESC' } });
    return seal?.sha256 === present;
  }

  /** Records that came in by no act; of a kind that may have older ones without a seal, none. */
  private async unsealed(of: SealedRecords): Promise<readonly RecordFlaw[]> {
    if (!(await isAllSealed(this.rows, of.kind))) return [];
    const flaws: RecordFlaw[] = [];
    for (let after: string | null = null; ;) {
      const ids: readonly string[] = await recordIdsAfter(this.rows, of, after);
      const found = await unsealedAmong(this.rows, of.kind, ids);
      flaws.push(...found.map((id) => ({ code: 'record-unsealed', kind: of.kind, id }) as const));
      if (ids.length < RECORDS_A_PAGE) return flaws;
      after = ids.at(-1) ?? after;
    }
  }

  private async atTheEnd(last: number, hash: string): Promise<readonly RecordFlaw[]> {
    const head = await this.rows.findOneBy(JournalHeadEntity, SEAL_HEAD);
    const isWhole = head === null ? last === 0 : head.seq > last || (head.seq === last && head.hash === hash);
    if (!isWhole) return [{ code: 'end-differs', seq: last }];
    const isThere = head === null || (await this.rows.existsBy(RecordSealEntity, { seq: head.seq }));
    return isThere ? [] : [{ code: 'end-differs', seq: last }];
  }

  private async unmarked(): Promise<readonly RecordFlaw[]> {
    const marks = await this.rows.find(JournalEntryEntity, { where: { action: MARK }, order: { seq: 'ASC' } });
    const flaws: RecordFlaw[] = [];
    for (let at = 0; at < marks.length; at += PAGE) {
      const some = marks.slice(at, at + PAGE);
      const seals = await this.rows.findBy(RecordSealEntity, { seq: In(some.map(({ objectId }) => Number(objectId))) });
      const hashes = new Map(seals.map(({ seq, hash }) => [String(seq), hash]));
      const wrong = some.find(({ objectId, detail }) => hashes.get(objectId) !== (detail as { hash?: unknown }).hash);
      if (wrong !== undefined) return [...flaws, { code: 'mark-differs', seq: Number(wrong.objectId) }];
    }
    return flaws;
  }
}

function changedBehind(page: readonly RecordSealEntity[]): readonly RecordFlaw[] {
  return page
    .filter(({ kind }) => kind.endsWith(CHANGED_BEHIND))
    .map(({ kind, id }) => ({ code: 'record-was-changed', kind: kind.slice(0, -CHANGED_BEHIND.length), id }));
}
