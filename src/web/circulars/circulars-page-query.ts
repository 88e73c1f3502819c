import { Injectable } from '@nestjs/common';
import { AddressBook, CircularReader, type CircularCursor, type ProgressWish } from '../../circulars/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NameQueries } from '../../organisation/index.js';
import type { Names } from '../kit/names.js';
import type { CircularFormReading } from './circulars-reading.js';

const OWN_PAGE = 20;
const PAGE = 50;

/** Reads circulars for their pages. */
@Injectable()
export class CircularsPageQuery {
  constructor(
    private readonly circulars: CircularReader,
    private readonly addresses: AddressBook,
    private readonly names: NameQueries,
    private readonly clock: Clock,
  ) {}

  async mine(actor: Actor, before: number | null) {
    const own = await this.circulars.mine(actor, before, OWN_PAGE + 1);
    return { actor, today: this.today(), own, size: OWN_PAGE };
  }

  /** @throws DomainError `forbidden` */
  async all(actor: Actor, after: CircularCursor | null) {
    return { actor, today: this.today(), rows: await this.circulars.all(actor, after, PAGE + 1), size: PAGE };
  }

  /** @throws DomainError `not-found` */
  async one(actor: Actor, id: string) {
    const seen = await this.circulars.one(actor, id);
    const { state, audience } = seen.circular;
    const [reach, units] = await Promise.all([
      state === 'draft' ? this.circulars.reach(audience) : null,
      this.names.units([...audience.unitIds, seen.unit?.unitId ?? null]),
    ]);
    const names: Names = { units, people: new Map() };
    return { actor, today: this.today(), seen, reach, names };
  }

  /** @throws DomainError `not-found` */
  async progress(actor: Actor, id: string, wish: Omit<ProgressWish, 'size'>) {
    const progress = await this.circulars.progress(actor, id, { ...wish, size: PAGE + 1 });
    const units = await this.names.units(progress.units.map(({ unit }) => unit.unitId));
    const names: Names = { units, people: new Map() };
    return { actor, today: this.today(), progress, onlyOwing: wish.onlyOwing, size: PAGE, names };
  }

  /** @throws DomainError `not-found` */
  async open(actor: Actor, id: string, unitId: string | null, after: number) {
    const { circular, rows } = await this.circulars.open(actor, id, { unitId, after, size: PAGE + 1 });
    const [units, people] = await Promise.all([
      this.names.units([unitId, ...rows.map((row) => row.unitId)]),
      this.names.people(rows.map(({ staffId }) => staffId)),
    ]);
    return { circular, rows, unitId, size: PAGE, names: { units, people } };
  }

  async blank(): Promise<CircularFormReading> {
    return {
      circular: null,
      written: { units: [], people: [] },
      replaceable: await this.circulars.inForce(),
    };
  }

  /** @throws DomainError `not-found`; `changed-meanwhile` once it was sent */
  async draft(actor: Actor, id: string): Promise<CircularFormReading> {
    const { circular } = await this.circulars.one(actor, id);
    if (circular.state !== 'draft') throw new DomainError('changed-meanwhile', { what: 'circular', id });
    const { unitIds, staffIds } = circular.audience;
    const [written, replaceable] = await Promise.all([
      this.addresses.written(unitIds, staffIds),
      this.circulars.inForce(),
    ]);
    return { circular, written, replaceable };
  }

  private today() {
    return civilDateOf(this.clock.now());
  }
}

/** The data for all circulars. */
export type AllCircularsReading = Awaited<ReturnType<CircularsPageQuery['all']>>;

/** The data on its progress. */
export type CircularProgressReading = Awaited<ReturnType<CircularsPageQuery['progress']>>;

/** The data for one circular. */
export type CircularReading = Awaited<ReturnType<CircularsPageQuery['one']>>;

/** The data for those who owe an acknowledgement. */
export type OpenReceiptsReading = Awaited<ReturnType<CircularsPageQuery['open']>>;

/** The data for one's own circulars. */
export type OwnCircularsReading = Awaited<ReturnType<CircularsPageQuery['mine']>>;
