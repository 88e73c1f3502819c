import { Entity, Index } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Category } from '../../law/index.js';
import { KeyColumn, KindColumn } from '../../platform/database/columns.js';
import type { RoutingLine } from '../domain/routing-line.js';
import type { SchoolLevel } from '../domain/school-level.js';

/** A line of the standing table of routing. Nothing of it changes but that it is ended. */
@Entity('routing_line')
@Index('uq_routing_line_no', ['no'], { unique: true })
export class RoutingLineEntity implements RoutingLine {
  @KeyColumn({ text: 36 }, 'pk_routing_line')
  id!: string;

  @KindColumn('integer')
  no!: number;

  @KindColumn({ text: 20 }, { nullable: true })
  category!: Category | null;

  @KindColumn({ text: 20 }, { nullable: true })
  schoolLevel!: SchoolLevel | null;

  @KindColumn({ text: 200 }, { nullable: true })
  area!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  leadUnitId!: string | null;

  @KindColumn({ text: 36 }, { nullable: true })
  officerId!: string | null;

  @KindColumn('json')
  coordinators!: string[];

  @KindColumn({ text: 100 })
  basis!: string;

  @KindColumn('day')
  validFrom!: CivilDate;

  @KindColumn('day', { nullable: true })
  validTo!: CivilDate | null;

  @KindColumn({ text: 36 })
  createdById!: string;

  @KindColumn({ text: 100 })
  createdByName!: string;

  @KindColumn('instant')
  createdAt!: Date;

  @KindColumn({ text: 500 }, { nullable: true })
  endedBecause!: string | null;

  @KindColumn({ text: 100 }, { nullable: true })
  endedByName!: string | null;

  @KindColumn('instant', { nullable: true })
  endedAt!: Date | null;
}
