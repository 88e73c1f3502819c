import { LONG_TEXT } from '../../support/access/long-text.js';
import type { Standing } from '../../support/access/access-people.js';
import type { Body } from '../../support/access/caller.js';

interface ForeignId {
  readonly route: string;
  /** Who may do the act itself. */
  readonly by: Standing;
  readonly at: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly answer: number;
}

/** Acts that somebody may do, with an id in their form or address that belongs to something else. */
export const FOREIGN_IDS: readonly ForeignId[] = [
  {
    route: 'POST /phieu/:id/giao',
    by: 'C',
    at: { id: 'assigned' },
    body: { fields: { unitId: '{unit}', officerId: '{other:officer}' } },
    answer: 422,
  },
  {
    route: 'POST /phieu/:id/giao',
    by: 'h',
    at: { id: 'assigned' },
    body: { fields: { unitId: '{otherUnit}', officerId: '{other:officer}' } },
    answer: 422,
  },
  {
    route: 'POST /phieu/:id/xin-y-kien',
    by: 'o',
    at: { id: 'ticket' },
    body: { fields: { coordinators: 'khong-co', question: LONG_TEXT } },
    answer: 404,
  },
  {
    route: 'POST /phieu/:id/gia-han/duyet',
    by: 'L',
    at: { id: 'extended' },
    body: { fields: { extensionId: '{other:extension}' } },
    answer: 404,
  },
  {
    route: 'POST /phieu/:id/gia-han/khong-duyet',
    by: 'L',
    at: { id: 'extended' },
    body: { fields: { extensionId: '{other:extension}', reason: LONG_TEXT } },
    answer: 404,
  },
  {
    route: 'POST /phieu/:id/duyet-tra-loi',
    by: 'h',
    at: { id: 'proposed' },
    body: { fields: { answerId: '{other:answer}' } },
    answer: 409,
  },
  {
    route: 'POST /phieu/:id/tra-lai-tra-loi',
    by: 'h',
    at: { id: 'proposed' },
    body: { fields: { answerId: '{other:answer}', reason: LONG_TEXT } },
    answer: 409,
  },
  {
    route: 'POST /phieu/:id/duyet-cong-khai',
    by: 'L',
    at: { id: 'shown' },
    body: { fields: { publicationId: '{other:publication}' } },
    answer: 409,
  },
  {
    route: 'POST /phieu/:id/khong-cong-khai',
    by: 'L',
    at: { id: 'shown' },
    body: { fields: { publicationId: '{other:publication}', reason: LONG_TEXT } },
    answer: 409,
  },
  {
    route: 'POST /du-thao/:id',
    by: 'o',
    at: { id: 'draft' },
    body: { fields: { version: '3', signerId: '{other:officer}' } },
    answer: 422,
  },
  {
    route: 'POST /du-thao/:id/tu-luu',
    by: 'o',
    at: { id: 'draft' },
    body: { fields: { version: '3', signerId: '{other:officer}' } },
    answer: 422,
  },
  {
    route: 'POST /ho-so/:id/bo/:paperId',
    by: 'o',
    at: { id: 'file', paperId: '{other:paper}' },
    body: { fields: { reason: LONG_TEXT } },
    answer: 404,
  },
  { route: 'POST /ho-so/:id/dua-lai/:paperId', by: 'o', at: { id: 'file', paperId: '{other:paper}' }, answer: 404 },
  {
    route: 'POST /phieu/:id/gui-them/:documentId',
    by: 'C',
    at: { id: 'ticket', documentId: '{other:attachment}' },
    body: { fields: { decision: 'attached', reason: LONG_TEXT } },
    answer: 404,
  },
  {
    route: 'POST /ma-truy-cap',
    by: 'A',
    at: {},
    body: { fields: { name: 'Thử', ownerId: 'khong-co', days: '9', scopes: 'tickets.read' } },
    answer: 404,
  },
];

/** Fields that no form has: they would give their sender more rights, or move the record that they name. */
export const FOREIGN_FIELDS: Readonly<Record<string, string>> = {
  id: '22222222-2222-4222-8222-222222222222',
  unitId: 'van-phong',
  leadUnitId: 'van-phong',
  officerId: 'mai',
  status: 'closed',
  state: 'closed',
  open: 'false',
  deadline: '2099-01-01T00:00:00Z',
  dueAt: '2099-01-01T00:00:00Z',
  legalEndAt: '2099-01-01T00:00:00Z',
  roles: 'administrator',
  role: 'administrator',
  isAdmin: 'true',
  createdBy: 'mai',
  createdById: 'mai',
  authorId: 'mai',
  writerId: 'mai',
  ownerId: 'mai',
  confirmedAt: '2026-01-01T00:00:00Z',
  ticketId: '33333333-3333-4333-8333-333333333333',
  policyVersion: '99',
  extensionsLeft: '99',
  reopeningsLeft: '99',
  publishedAt: '2026-01-01T00:00:00Z',
  pdfSha256: '0'.repeat(64),
  sealedSha256: '0'.repeat(64),
  __proto__x: '1',
  'constructor[prototype][isAdmin]': 'true',
};
