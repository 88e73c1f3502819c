import { LONG_TEXT } from '../../support/access/long-text.js';
import { act, ALL, missing, SEEN, STAFF, type Expectations } from './expectation.js';

const at = { ticket: 'ticket' } as const;

export const API: Expectations = {
  'GET /api/v1/tickets': { yes: STAFF },
  'GET /api/v1/search': { yes: STAFF },
  'GET /api/v1/tickets/:ticket': { ...SEEN, at },
  'GET /api/v1/tickets/:ticket/course': { ...SEEN, at },
  'GET /api/v1/tickets/:ticket/deadlines': { ...SEEN, at },
  'GET /api/v1/tickets/:ticket/proof': { ...SEEN, at },
  'GET /api/v1/tickets/:ticket/life': { ...SEEN, at },
  // Without its key.
  'POST /api/v1/tickets': { yes: 'C', body: { json: {} }, answer: 400 },
  'POST /api/v1/tickets/:ticket/identity': act('CSoh', at, { json: { purpose: LONG_TEXT } }),
  'POST /api/v1/tickets/:ticket/acts/:act': act(
    'oh',
    { ...at, act: 'note' },
    { json: { text: LONG_TEXT, audience: 'internal', field: 'progress' } },
  ),
  'GET /api/v1/units': { yes: STAFF },
  'GET /api/v1/calendar': { yes: ALL },
  'GET /api/v1/calendar/versions': { yes: ALL },
  'GET /api/v1/calendar/versions/:version': missing(ALL),
  'GET /api/v1/policies': { yes: ALL },
  'GET /api/v1/policies/:version': missing(ALL),
  'GET /api/v1/deadline': { yes: ALL, answer: 422 },
  'GET /api/v1/session': { yes: ALL },
  'GET /api/v1/openapi.json': { yes: ALL },
  'GET /api/v1/notices': { yes: ALL },
  'POST /api/v1/notices/:seq/read': { yes: ALL },
  'GET /api/v1/saved-searches': { yes: ALL },
  'POST /api/v1/saved-searches': { yes: ALL, body: { json: { name: 'Một tìm kiếm', question: {} } } },
  'PATCH /api/v1/saved-searches/:search': missing(ALL, { json: { name: 'Một tìm kiếm' } }),
  'DELETE /api/v1/saved-searches/:search': missing(ALL),
};

/** Doors that everybody may open, and those that ask their callers something else than a session. */
export const OPEN: readonly string[] = [
  'GET /dang-nhap',
  'POST /dang-nhap',
  'POST /dang-xuat',
  'GET /dang-nhap/ma',
  'POST /dang-nhap/ma',
  'GET /tra-cuu',
  'GET /tra-cuu/:code',
  'GET /open311/v2/discovery.:format',
  'GET /open311/v2/services.:format',
  'GET /open311/v2/services/:name',
  'GET /open311/v2/requests.:format',
  'POST /open311/v2/requests.:format',
  'GET /open311/v2/requests/:name',
  'GET /open311/v2/tokens/:name',
  'GET /open311/v2/servicerequestupdates.:format',
  'POST /open311/v2/servicerequestupdates.:format',
  'GET /tinh-trang',
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics',
];
