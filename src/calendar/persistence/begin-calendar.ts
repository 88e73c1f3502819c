import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { SHIPPED_CALENDAR } from '../domain/agency-calendar.js';
import { CalendarVersionEntity } from './calendar.entities.js';

/** Why, and on what it rests, in the history of an installation. */
export const SHIPPED_WORDS = {
  reason: 'Lịch kèm theo phần mềm',
  source: 'Bộ luật Lao động 2019, Nghị quyết 28/2026/QH16 và các văn bản nghỉ lễ từng năm, ghi ở từng ngày',
} as const;

/** The day on which its decisions were looked up; the row must be the same wherever it is written. */
const KNOWN_ON = new Date('2026-11-29T00:00:00Z');

/** A new database counts by the calendar that ships now from its first ticket on. One that has counted already is asked, not told. */
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
