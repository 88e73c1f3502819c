import type { OutboxEntity } from '../../platform/outbox/outbox.entity.js';
import { promiseCourseView } from './exchange-course.js';
import { NO_SUBJECTS } from './promise-subject.js';

describe('how a promise went', () => {
  it.each([
    ['exchange.look', 'Không ghi từng lần thử'],
    ['exchange.register', 'Không ghi từng lần thử'],
    ['exchange.send', 'Chưa thử lần nào'],
  ])('without tries says whether any are written down for %s', (kind, heading) => {
    const createdAt = new Date('2026-03-18T03:40:00Z');
    const kept = { seq: 7, kind, payload: {}, createdAt, attempts: 1, outcome: 'kept', finishedAt: createdAt };
    const promise = { ...kept, lastError: null } as unknown as OutboxEntity;
    const view = promiseCourseView({
      ...{ promise, tries: [], subjects: NO_SUBJECTS, calls: [], mayRead: true, evidenceDays: 90 },
    });
    expect(view.noTries?.heading).toBe(heading);
  });
});
