import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { SHIPPED_CALENDAR } from '../domain/agency-calendar.js';
import { CalendarVersionEntity } from './calendar.entities.js';

/** Reason and source that the history shows for the shipped calendar. */
export const SHIPPED_WORDS = {
  reason: 'Lịch kèm theo phần mềm',
  source: 'Bộ luật Lao động 2019, Nghị quyết 28/2026/QH16 và các văn bản nghỉ lễ từng năm, ghi ở từng ngày',
} as const;

/** The day on which its decisions were looked up; fixed, so that the row is the same in every installation. */
const KNOWN_ON = new Date('2026-11-29T00:00:00Z');

/** Inserts the shipped calendar into a new database. In an existing one a person decides on a newer calendar. */
export async function beginCalendar(manager: EntityManager): Promise<void> {
  const { version, name, ...body } = SHIPPED_CALENDAR;
  await manager.insert(CalendarVersionEntity, {
    version,
    name,
    body,
    ...SHIPPED_WORDS,
    proposalId: '',
    createdBy: SYSTEM.id,
    createdByName: SYSTEM.name,
    createdAt: KNOWN_ON,
  });
}
