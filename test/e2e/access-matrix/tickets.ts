import { LONG_TEXT } from '../../support/access/long-text.js';
import { act, missing, SEEN, STAFF, type Expectations } from './expectation.js';

/** As the queue of decisions posts it. */
const NOTHING_WAITING = 'proposal.nothing.nothing.1';
const text = (name: string): { readonly fields: Readonly<Record<string, string>> } => ({
  fields: { [name]: LONG_TEXT },
});
const at = (id: string): Readonly<Record<string, string>> => ({ id });
/** Before a unit has it, a ticket is the desk's alone. */
const desk = { hidden: 'ochxy', at: at('new') } as const;
const CLASSIFIED = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'other' };

export const TICKETS: Expectations = {
  'GET /phieu/:id': { ...SEEN, at: at('ticket') },
  'GET /phieu/:id/han.json': { ...SEEN, at: at('ticket') },
  'GET /phieu/:id/han.pdf': { ...SEEN, at: at('ticket') },
  'GET /phieu/:id/phieu-giai-quyet.docx': { ...SEEN, at: at('ticket') },
  'GET /tep/van-ban/:fileId': { ...SEEN, at: { fileId: 'attachment' } },
  'GET /xem/:kind/:id': { ...SEEN, at: { kind: 'tai-lieu', id: 'evidence' } },
  'GET /xem/:kind/:id/trang/:page.jpg': { ...SEEN, at: { kind: 'tai-lieu', id: 'evidence', page: '1' } },
  'GET /tep/tai-lieu/:fileId': { ...SEEN, at: { fileId: 'evidence' } },
  'GET /tep/cong-dan/:fileId': missing(STAFF),

  'GET /phieu/:id/tach': { ...desk, yes: 'CL' },
  'POST /phieu/:id/tiep-nhan': { ...desk, yes: 'CL' },
  'POST /phieu/:id/bo-sung': { ...desk, yes: 'C', body: { fields: { subject: LONG_TEXT, kind: 'feedback' } } },
  'POST /phieu/:id/phan-loai': { ...desk, yes: 'CL', body: { fields: CLASSIFIED } },
  'POST /phieu/:id/chuyen-tra': { ...desk, yes: 'CL', body: { fields: { agency: 'Sở Y tế', text: LONG_TEXT } } },
  'POST /phieu/:id/tu-choi': {
    ...desk,
    yes: 'CL',
    body: { fields: { reason: 'insufficientContent', text: LONG_TEXT } },
  },
  'POST /phieu/:id/tach': {
    ...desk,
    yes: 'CL',
    body: { fields: { subject2: LONG_TEXT, words2: LONG_TEXT, category2: 'other', level2: 'normal' } },
  },
  'POST /phieu/:id/gop': { ...desk, yes: 'CLS', body: { fields: { into: '{other}', reason: LONG_TEXT } } },
  'POST /phieu/:id/don-vi-bi-phan-anh': act('CLS', at('assigned'), { fields: { complainedUnitId: 'van-phong' } }),
  'POST /phieu/:id/giao': act('CLSh', at('assigned'), { fields: { unitId: '{unit}', officerId: '{officer}' } }),
  // In a department whose offices decide, nobody who may decide lays it before a leader; by law see docs/decisions.md.
  'POST /phieu/:id/de-xuat-chuyen-tra': { ...desk, yes: '', body: { fields: { agency: 'Sở Y tế', text: LONG_TEXT } } },
  'POST /phieu/:id/de-xuat-tu-choi': {
    ...desk,
    yes: '',
    body: { fields: { reason: 'insufficientContent', text: LONG_TEXT } },
  },
  'POST /phieu/:id/de-xuat-chua-du-can-cu': act('', at('lapsed'), text('text')),
  'POST /phieu/:id/de-xuat-giao': act('', at('assigned'), { fields: { unitId: '{unit}', officerId: '{officer}' } }),
  'POST /phieu/:id/rut-de-xuat/:proposal': missing(STAFF),
  'GET /quyet-dinh': { yes: 'CFLShy' },
  'POST /quyet-dinh/dong-y': { yes: 'CFLShy', body: { fields: { items: NOTHING_WAITING } } },
  'POST /quyet-dinh/khong-dong-y': missing('CFLShy', { fields: { items: NOTHING_WAITING, reason: LONG_TEXT } }),
  'POST /phieu/:id/nhan': act('oh', at('assigned')),
  'POST /phieu/:id/khong-nhan': act('oh', at('assigned'), text('reason')),
  'POST /phieu/:id/rut': act('C', at('assigned'), text('reason')),

  'POST /phieu/:id/xin-y-kien': act('oh', at('ticket'), {
    fields: { coordinators: '{otherUnit}', question: LONG_TEXT },
  }),
  // A unit that was asked sees the ticket, and answers for itself alone.
  'POST /phieu/:id/tra-loi-phoi-hop': { yes: 'xy', at: at('helped'), body: text('reply') },
  'POST /phieu/:id/khong-cho-phoi-hop': { yes: 'oh', at: at('helped') },
  'POST /phieu/:id/trang-tra-loi': act('Coh', at('asked'), { fields: { coordinationId: '{owed}', mailTo: '' } }),
  'POST /phieu/:id/thu-hoi-trang-tra-loi': act('Coh', at('asked'), { fields: { coordinationId: '{owed}' } }),
  'POST /phieu/:id/hoi-cong-dan': act('oh', at('ticket'), text('request')),
  'POST /phieu/:id/cong-dan-bo-sung': act('Coh', at('waiting'), text('reply')),
  'POST /phieu/:id/chua-du-can-cu': act('Lh', at('lapsed'), text('text')),
  'POST /phieu/:id/gia-han': act('oh', at('ticket'), {
    fields: { workingDays: '2', reason: LONG_TEXT, progress: LONG_TEXT },
  }),
  'POST /phieu/:id/gia-han/duyet': act('LS', at('extended'), { fields: { extensionId: '{extension}' } }),
  'POST /phieu/:id/gia-han/khong-duyet': act('LS', at('extended'), {
    fields: { extensionId: '{extension}', reason: LONG_TEXT },
  }),
  'POST /phieu/:id/tien-do': act('oh', at('ticket'), {
    fields: { text: LONG_TEXT, audience: 'internal', field: 'progress' },
  }),
  'POST /phieu/:id/du-thao': act('oh', at('ticket')),
  'POST /phieu/:id/bo-du-thao': act('oh', at('drafting')),
  'POST /phieu/:id/danh-tinh': act('CSoh', at('ticket'), { fields: { purpose: 'verify' } }),
  // Gives the typed text back masked, in the session of its author.
  'POST /phieu/:id/che/:act/:field': {
    ...SEEN,
    at: { id: 'ticket', act: 'tien-do', field: 'text' },
    body: text('text'),
  },
  'POST /phieu/:id/gui-them/:documentId': missing('C', { fields: { decision: 'attached', reason: LONG_TEXT } }),

  'POST /phieu/:id/tai-lieu': act('oh', at('ticket'), { file: 'files' }),
  'POST /phieu/:id/khong-tai-lieu': act('oh', at('drafting'), text('reason')),
  'POST /phieu/:id/tra-loi': act('oh', at('ticket'), { fields: { text: LONG_TEXT, noEvidenceReason: LONG_TEXT } }),
  'POST /phieu/:id/duyet-tra-loi': act('Lh', at('proposed'), { fields: { answerId: '{answer}' } }),
  'POST /phieu/:id/tra-lai-tra-loi': act('Loh', at('proposed'), {
    fields: { answerId: '{answer}', reason: LONG_TEXT },
  }),
  'POST /phieu/:id/danh-gia': act('C', at('answered'), { fields: { stars: '4', comment: LONG_TEXT } }),
  'POST /phieu/:id/mo-lai': act('CS', at('answered'), text('reason')),
  'POST /phieu/:id/cong-khai': act('oh', at('answered'), {
    fields: { title: 'Kết quả giải quyết', text: LONG_TEXT, consent: '1' },
  }),
  'POST /phieu/:id/duyet-cong-khai': act('LS', at('shown'), { fields: { publicationId: '{publication}' } }),
  'POST /phieu/:id/khong-cong-khai': act('LS', at('shown'), {
    fields: { publicationId: '{publication}', reason: LONG_TEXT },
  }),
  'POST /phieu/:id/dong': act('C', at('rated')),

  'GET /phieu-moi': { yes: 'C' },
  'POST /phieu-moi': { yes: 'C', answer: 422 },
  'GET /nhap-phieu': { yes: 'C' },
  'GET /nhap-phieu/mau.xlsx': { yes: 'C' },
  'GET /nhap-phieu/mau.csv': { yes: 'C' },
  'POST /nhap-phieu': { yes: 'C', answer: 422 },
  'GET /nhap-phieu/:id': missing('C'),
  'POST /nhap-phieu/:id/xac-nhan': missing('C'),
  'GET /so-tiep-nhan': { yes: 'CFLS' },
  'GET /so-tiep-nhan.xlsx': { yes: 'CFLS' },
};
