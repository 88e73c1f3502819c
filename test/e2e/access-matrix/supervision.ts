import { LONG_TEXT } from '../../support/access/long-text.js';
import { ALL, missing, type Expectations } from './expectation.js';

const WATCHERS = 'LS';
const INSPECTORS = 'S';
const DIRECTIVE_READERS = 'LSochxy';
const DIRECTED = 'ochxy';
const OUTAGE_KEEPERS = 'CFA';
const SAID = { fields: { text: LONG_TEXT, dueOn: '2026-03-20' } };

/** The board, what is found and what units are told to do; interruptions of the service. */
export const SUPERVISION: Expectations = {
  'GET /giam-sat': { yes: WATCHERS },
  // The address names no number.
  'GET /giam-sat/danh-sach': { yes: WATCHERS, answer: 404 },
  'GET /giam-sat/mau': { yes: INSPECTORS },
  'POST /giam-sat/mau': { yes: INSPECTORS, body: { fields: { so: 'trong-han', size: '2', purpose: LONG_TEXT } } },
  'GET /giam-sat/mau/:id': missing(INSPECTORS),
  'GET /giam-sat/phieu/:id': { yes: WATCHERS, at: { id: 'ticket' } },
  'POST /giam-sat/phieu/:id/ghi-nhan': {
    yes: INSPECTORS,
    at: { id: 'ticket' },
    body: { fields: { kind: 'inspection', finding: 'right', text: LONG_TEXT } },
  },
  'POST /giam-sat/phieu/:id/don-doc': { yes: INSPECTORS, at: { id: 'ticket' } },
  'GET /giam-sat/tep/:id': missing(WATCHERS),
  'GET /giam-sat/chi-dao': { yes: DIRECTIVE_READERS },
  'POST /giam-sat/chi-dao': {
    yes: WATCHERS,
    body: { fields: { ...SAID.fields, unitId: '{unit}', ticketId: '{ticket}' } },
  },
  'GET /giam-sat/chi-dao/:id': missing(DIRECTIVE_READERS),
  'POST /giam-sat/chi-dao/:id/tra-loi': missing(DIRECTED, SAID),
  'POST /giam-sat/chi-dao/:id/lam-tiep': missing(WATCHERS, SAID),
  'POST /giam-sat/chi-dao/:id/ket-thuc': missing(WATCHERS, SAID),
  'GET /giam-sat/don-doc': { yes: WATCHERS },
  'POST /giam-sat/don-doc': { yes: INSPECTORS, body: { fields: { unitId: '{unit}' } }, answer: 422 },
  'GET /giam-sat/don-doc/:id.docx': missing(WATCHERS),
  'POST /giam-sat/don-doc/:id/lap': missing(INSPECTORS),
  'POST /giam-sat/don-doc/:id/van-ban': missing(INSPECTORS),
  'POST /giam-sat/don-doc/:id/bo': missing(INSPECTORS, { fields: { reason: LONG_TEXT } }),
  'GET /thong-bao-gian-doan': { yes: ALL },
  'POST /thong-bao-gian-doan': {
    yes: OUTAGE_KEEPERS,
    body: {
      fields: {
        ...{ summary: 'Nâng cấp máy chủ', affected: LONG_TEXT, reason: LONG_TEXT },
        ...{ startsAt: '2026-04-18T08:00', endsAt: '2026-04-18T12:00' },
      },
    },
  },
  'POST /thong-bao-gian-doan/:id/huy': missing(OUTAGE_KEEPERS),
  'GET /thong-bao-gian-doan/:id.docx': missing(OUTAGE_KEEPERS),
};
