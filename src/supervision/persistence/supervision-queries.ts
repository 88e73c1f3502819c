import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, LessThanOrEqual, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { cutList, type NamedList } from '../../platform/cut-lists.js';
import { countOf, countTogether, whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { sql } from '../../platform/database/sql.js';
import type { DirectiveState } from '../domain/directive.js';
import {
  DirectiveEntity,
  DirectiveStepEntity,
  InspectionFileEntity,
  InspectionNoteEntity,
  InspectionSampleEntity,
  ReminderLetterEntity,
} from './supervision.entities.js';

/** Lists are short: what is older is found at its ticket or its unit. */
const SHOWN = 100;
const DIRECTIVES: Readonly<Record<DirectiveState, NamedList>> = {
  open: { name: 'Chỉ đạo chưa trả lời', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
  answered: { name: 'Chỉ đạo đã trả lời', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
  closed: { name: 'Chỉ đạo đã kết thúc', how: 'Hiện các dòng mới nhất.' },
};
const BATCH = 200;

export interface InspectionNote {
  readonly note: InspectionNoteEntity;
  readonly files: readonly InspectionFileEntity[];
}

/** A sample as a list names it. */
export type SampleLine = Pick<
  InspectionSampleEntity,
  'id' | 'purpose' | 'drawnFrom' | 'chosen' | 'drawnAt' | 'drawnByName'
>;

/** Whose directives are asked for. */
export type DirectivesOf = 'every' | readonly string[];

/** Reads samples, notes, directives and letters. */
@Injectable()
export class SupervisionQueries {
  constructor(private readonly database: Database) {}

  /** The latest samples first; their populations stay where they are. */
  samples(): Promise<SampleLine[]> {
    return cutList(
      { name: 'Các lần rút mẫu', how: 'Hiện các dòng mới nhất.' },
      this.rows(InspectionSampleEntity).findAndCount({
        select: { id: true, purpose: true, drawnFrom: true, chosen: true, drawnAt: true, drawnByName: true },
        order: { drawnAt: 'DESC', id: 'ASC' },
        take: SHOWN,
      }),
    );
  }

  sample(id: string): Promise<InspectionSampleEntity | null> {
    return this.rows(InspectionSampleEntity).findOneBy({ id });
  }

  /** How many notes each ticket of a sample has. */
  async notedIn(sampleId: string): Promise<ReadonlyMap<string, number>> {
    const notes = await this.rows(InspectionNoteEntity).find({
      select: { id: true, ticketId: true },
      where: { sampleId },
    });
    const counts = new Map<string, number>();
    for (const { ticketId } of notes) counts.set(ticketId, (counts.get(ticketId) ?? 0) + 1);
    return counts;
  }

  /** What was found of a ticket, newest first. */
  async notesOf(ticketId: string): Promise<readonly InspectionNote[]> {
    const notes = await cutList(
      { name: 'Kết quả kiểm tra của phiếu', how: 'Hiện các dòng mới nhất.' },
      this.rows(InspectionNoteEntity).findAndCount({
        where: { ticketId },
        order: { writtenAt: 'DESC', id: 'ASC' },
        take: SHOWN,
      }),
    );
    const files = await this.rows(InspectionFileEntity).findBy({ noteId: In(notes.map(({ id }) => id)) });
    return notes.map((note) => ({ note, files: files.filter(({ noteId }) => noteId === note.id) }));
  }

  file(id: string): Promise<InspectionFileEntity | null> {
    return this.rows(InspectionFileEntity).findOneBy({ id });
  }

  /** Soonest due first. */
  directives(of: DirectivesOf, state: DirectiveState): Promise<DirectiveEntity[]> {
    const order = state === 'closed' ? ('DESC' as const) : ('ASC' as const);
    return cutList(
      DIRECTIVES[state],
      this.rows(DirectiveEntity).findAndCount({
        where: { ...withinUnits(of), state },
        order: { dueOn: order, id: 'ASC' },
        take: SHOWN,
      }),
    );
  }

  directiveCount(of: DirectivesOf, state: DirectiveState): Promise<number> {
    return this.count({ ...withinUnits(of), state });
  }

  overdueDirectives(of: DirectivesOf, today: CivilDate): Promise<number> {
    return this.count({ ...withinUnits(of), state: 'open', dueOn: LessThan(today) });
  }

  directive(id: string): Promise<DirectiveEntity | null> {
    return this.rows(DirectiveEntity).findOneBy({ id });
  }

  stepsOf(directiveId: string): Promise<DirectiveStepEntity[]> {
    return this.rows(DirectiveStepEntity).find({ where: { directiveId }, order: { position: 'ASC' } });
  }

  directivesAbout(ticketId: string): Promise<DirectiveEntity[]> {
    const read = (): Promise<DirectiveEntity[]> =>
      cutList(
        { name: 'Chỉ đạo về phiếu', how: 'Hiện các dòng mới nhất.' },
        this.rows(DirectiveEntity).findAndCount({
          where: { ticketId },
          order: { issuedAt: 'DESC', id: 'ASC' },
          take: SHOWN,
        }),
      );
    return whereAny(this.database, sql`"directive" WHERE "ticketId" = ${ticketId}`, read, []);
  }

  /** Open ones due by a day, of which nobody was told today. */
  directivesToTell(dueBy: CivilDate, today: CivilDate): Promise<DirectiveEntity[]> {
    const open = { state: 'open' as const, dueOn: LessThanOrEqual(dueBy) };
    return this.rows(DirectiveEntity).find({
      where: [
        { ...open, toldOn: IsNull() },
        { ...open, toldOn: LessThan(today) },
      ],
      order: { dueOn: 'ASC', id: 'ASC' },
      take: BATCH,
    });
  }

  /** Those that wait for a person first, then the newest. */
  async letters(): Promise<readonly ReminderLetterEntity[]> {
    const order = { proposedAt: 'DESC', id: 'ASC' } as const;
    const [waiting, others] = await Promise.all([
      cutList(
        { name: 'Công văn đôn đốc chờ quyết định', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' },
        this.rows(ReminderLetterEntity).findAndCount({ where: { state: 'proposed' }, order, take: SHOWN }),
      ),
      cutList(
        { name: 'Công văn đôn đốc đã lập', how: 'Hiện các dòng mới nhất.' },
        this.rows(ReminderLetterEntity).findAndCount({
          where: { state: In(['making', 'made', 'failed', 'dropped']) },
          order,
          take: SHOWN,
        }),
      ),
    ]);
    return [...waiting, ...others];
  }

  /** Units to which a letter is proposed, or was decided on since a moment. */
  async unitsWithLetterSince(since: Date): Promise<ReadonlySet<string>> {
    const rows = await this.rows(ReminderLetterEntity).find({
      select: { id: true, unitId: true },
      where: [{ state: 'proposed' }, { decidedAt: MoreThanOrEqual(since) }],
    });
    return new Set(rows.map(({ unitId }) => unitId));
  }

  letter(id: string): Promise<ReminderLetterEntity | null> {
    return this.rows(ReminderLetterEntity).findOneBy({ id });
  }

  proposedLetters(): Promise<number> {
    return this.rows(ReminderLetterEntity).countBy({ state: 'proposed' });
  }

  private count(where: FindOptionsWhere<DirectiveEntity>): Promise<number> {
    return countTogether(this.database, countOf(this.rows(DirectiveEntity).createQueryBuilder('d').where(where)));
  }

  private rows<Row extends object>(entity: new () => Row) {
    return this.database.reader.getRepository(entity);
  }
}

function withinUnits(of: DirectivesOf): { unitId?: ReturnType<typeof In<string>> } {
  return of === 'every' ? {} : { unitId: In([...of]) };
}
