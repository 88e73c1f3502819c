import type { TablePlan } from '../../table-plan.js';

/** Notices, their daily mail, and the reminders of tickets. */
export const NOTICES_TABLES: readonly TablePlan[] = [
  {
    name: 'notice',
    key: 'pk_notice',
    columns: [
      ['seq', 'counter'],
      ['key', { text: 200 }],
      ['staffId', { text: 36 }],
      ['kind', { text: 20 }],
      ['ticketId', { text: 36 }, 'nullable'],
      ['code', { text: 20 }, 'nullable'],
      ['words', { text: 500 }],
      ['at', 'instant'],
      ['readAt', 'instant', 'nullable'],
      ['mailedAt', 'instant', 'nullable'],
    ],
    indices: [
      { name: 'uq_notice_key', columns: ['key'], isUnique: true },
      { name: 'ix_notice_staff', columns: ['staffId', 'seq'] },
      { name: 'ix_notice_unread', columns: ['staffId', 'readAt', 'seq'] },
    ],
    checks: [{ name: 'ck_notice_kind', column: 'kind', values: ['reminder', 'overdue', 'news'] }],
  },
  {
    name: 'notice_condition',
    key: 'pk_notice_condition',
    columns: [
      ['kind', { text: 60 }, 'key'],
      ['objectId', { text: 36 }, 'key'],
      ['begunAt', 'instant'],
    ],
  },
  {
    name: 'mail_digest',
    key: 'pk_mail_digest',
    columns: [
      ['staffId', { text: 36 }, 'key'],
      ['day', 'day', 'key'],
      ['address', { text: 100 }, 'nullable'],
      ['subject', { text: 200 }],
      ['text', 'longText'],
      ['html', 'longText'],
      ['state', { text: 10 }],
      ['reason', { text: 1000 }, 'nullable'],
      ['writtenAt', 'instant'],
      ['endedAt', 'instant', 'nullable'],
    ],
    checks: [
      { name: 'ck_mail_digest_state', column: 'state', values: ['empty', 'waiting', 'sent', 'refused', 'outdated'] },
    ],
  },
  {
    name: 'ticket_reminder_watch',
    key: 'pk_ticket_reminder_watch',
    columns: [
      ['deadlineId', { text: 36 }, 'key'],
      ['ticketId', { text: 36 }],
      ['nextAt', 'instant', 'nullable'],
      ['looks', 'integer'],
    ],
    indices: [
      { name: 'ix_ticket_reminder_watch_next', columns: ['nextAt', 'ticketId'] },
      { name: 'ix_ticket_reminder_watch_ticket', columns: ['ticketId'] },
    ],
  },
  {
    name: 'ticket_reminder',
    key: 'pk_ticket_reminder',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['deadlineId', { text: 36 }],
      ['ticketId', { text: 36 }],
      ['duty', { text: 30 }],
      ['cycle', 'integer'],
      ['step', { text: 20 }],
      ['tier', { text: 20 }],
      ['staffId', { text: 36 }],
      ['plannedAt', 'instant'],
      ['saidAt', 'instant'],
    ],
    indices: [
      { name: 'uq_ticket_reminder_step', columns: ['deadlineId', 'step', 'staffId'], isUnique: true },
      { name: 'ix_ticket_reminder_ticket', columns: ['ticketId', 'duty', 'cycle', 'step'] },
    ],
  },
];
