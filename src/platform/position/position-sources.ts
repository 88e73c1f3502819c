import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';

/** How far something counted, as plain JSON: a key, and the last number given under it. */
export type Counters = Readonly<Record<string, number>>;

/** Something that gives numbers, and that must not give one again after an old backup was restored. */
export interface PositionSource {
  readonly name: string;
  /** How far it has counted, of late. */
  read(): Promise<Counters>;
  /** After a restore: nothing up to these is given again. */
  raise(tx: EntityManager, counters: Counters): Promise<void>;
  /** A line of the incoming register was lost with the data: whatever else was counted with it, on that day. */
  lineLost?(tx: EntityManager, day: CivilDate): Promise<void>;
}

/** Whatever gives numbers; each feature adds its own at start, so that one mark beside the data can hold them all. */
@Injectable()
export class PositionSources {
  private readonly all: PositionSource[] = [];

  add(source: PositionSource): void {
    this.all.push(source);
  }

  async read(): Promise<Readonly<Record<string, Counters>>> {
    const read: Record<string, Counters> = {};
    for (const source of this.all) read[source.name] = await source.read();
    return read;
  }

  async raise(tx: EntityManager, counters: Readonly<Record<string, Counters>>): Promise<void> {
    for (const source of this.all) await source.raise(tx, counters[source.name] ?? {});
  }

  async lineLost(tx: EntityManager, day: CivilDate): Promise<void> {
    for (const source of this.all) await source.lineLost?.(tx, day);
  }
}
