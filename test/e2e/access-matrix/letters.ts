import { LONG_TEXT } from '../../support/access/long-text.js';
import { act, missing, SEEN, STAFF, type Expectations } from './expectation.js';

const at = (id: string): Readonly<Record<string, string>> => ({ id });
const first = { id: 'draft', revision: '1', page: '1', position: '1' } as const;
/** Names the form that begins a document or enters a paper. */
const FORM_KEY = 'b7b1d0f2-5c57-4d7e-9a35-1f0a4a5b6c03';
const REASON = { fields: { reason: LONG_TEXT } };

export const LETTERS: Expectations = {
  'GET /du-thao': { yes: STAFF },
  'GET /du-thao/:id': { ...SEEN, at: at('draft') },
  'GET /du-thao/:id/ban/:revision': { ...SEEN, at: first },
  'GET /du-thao/:id/so-sanh': { ...SEEN, at: at('draft') },
  'GET /du-thao/:id/noi-nhan': { ...SEEN, at: at('draft') },
  'GET /du-thao/:id/cong-van.pdf': { ...SEEN, at: at('draft') },
  'GET /du-thao/:id/cong-van.docx': { ...SEEN, at: at('draft') },
  'GET /du-thao/:id/ban/:revision/trang/:page.jpg': { ...SEEN, at: { ...first, revision: '2' } },
  'GET /du-thao/:id/ban/:revision/cong-van.pdf': { ...SEEN, at: { ...first, revision: '2' } },
  'GET /du-thao/:id/ban/:revision/cong-van.docx': { ...SEEN, at: { ...first, revision: '2' } },
  'GET /du-thao/:id/ban/:revision/sua-trong-word.docx': { ...SEEN, at: { ...first, revision: '2' } },
  'GET /du-thao/:id/ban/:revision/phu-luc/:position.pdf': { ...SEEN, yes: '', hidden: STAFF, at: first },
  'POST /du-thao/:id/dang-sua': act('CFLSoch', at('draft')),
  'POST /du-thao/:id': act('och', at('draft'), { fields: { version: '3', signerId: 'khanh' } }),
  'POST /du-thao/:id/tu-luu': act('oc', at('draft'), { fields: { version: '3', signerId: 'khanh' } }),
  'POST /du-thao/:id/bo-chi-tiet': {
    ...act('och', at('draft'), { fields: { version: '3', signerId: 'khanh', part: 've_viec' } }),
  },
  'POST /du-thao/:id/sua-the-thuc': {
    ...act('och', at('draft'), { fields: { version: '3', signerId: 'khanh', rule: 'closing-mark' } }),
  },
  'POST /du-thao/:id/giu-chi-tiet': {
    ...act('och', at('draft'), { fields: { version: '3', keptReason: 'Người phản ánh đề nghị ghi số để liên hệ.' } }),
  },
  'POST /du-thao/:id/dich-danh': { ...act('och', at('draft'), { fields: { version: '3' } }), answer: 422 },
  'POST /du-thao/:id/trinh': { ...act('och', at('draft')), answer: 422 },
  'POST /du-thao/:id/duyet-noi-dung': act('h', at('inContent')),
  'POST /du-thao/:id/duyet-the-thuc': act('F', at('inFormat')),
  'POST /du-thao/:id/tra-lai': act('h', at('inContent'), REASON),
  'POST /du-thao/:id/trinh-ky': act('Coch', at('approved')),
  'POST /du-thao/:id/nop-word': {
    ...act('och', at('draft'), { fields: { version: '3' }, file: 'file' }),
    // What was sent is no Word file.
    answer: 422,
  },
  'POST /du-thao/:id/bo-word': { ...act('och', at('draft'), { fields: { version: '3' } }), answer: 409 },
  'POST /du-thao/:id/phu-luc': act('och', at('draft'), { fields: { version: '3' }, file: 'files' }),
  'POST /du-thao/:id/bo-phu-luc': {
    ...act('och', at('draft'), { fields: { version: '3', position: '1' } }),
    answer: 422,
  },
  'POST /du-thao/:id/noi-nhan': { ...act('Coch', at('draft'), { fields: { code: '000.00.22.H24' } }), answer: 422 },
  'POST /du-thao/:id/noi-nhan/bo': act('Coch', at('draft'), { fields: { code: '000.00.22.H24' } }),
  // A reply is dropped at its ticket; only amendments are dropped here.
  'POST /du-thao/:id/bo': { ...act('', at('draft')), barred: 'CFLSoch' },

  'POST /phieu/:id/soan-van-ban': act('och', at('ticket'), { fields: { template: 'bien-ban' } }),
  'GET /doan-mau': { yes: 'CFochxy' },
  'POST /doan-mau': {
    yes: 'CFochxy',
    body: { fields: { heading: 'Cảm ơn', text: 'Sở Giáo dục và Đào tạo cảm ơn ý kiến phản ánh.' } },
  },
  'POST /doan-mau/:id/xoa': missing('CFochxy'),
  'GET /soan-van-ban': { yes: 'CFochxy' },
  'POST /soan-van-ban': {
    yes: 'CFochxy',
    body: {
      fields: { key: FORM_KEY, template: 'ke-hoach', subject: 'Kế hoạch năm học', receivers: 'Các phòng' },
    },
  },
  'GET /van-ban-den': { yes: STAFF },
  'GET /van-ban-den/moi': { yes: 'C' },
  'POST /van-ban-den/moi': {
    yes: 'C',
    body: {
      fields: {
        ...{ key: FORM_KEY, senderName: 'Sở Nội vụ', senderCode: '', code: '41/SNV', issuedDate: '2026-03-10' },
        ...{ typeName: 'Công văn', subject: 'báo cáo cải cách hành chính', priority: '0' },
      },
    },
  },
  'GET /van-ban-den/:id': { ...SEEN, at: at('handled') },
  'GET /van-ban-den/:id/phieu-giai-quyet.docx': { ...SEEN, at: at('handled') },
  'POST /van-ban-den/:id/chuyen': {
    ...{ yes: 'CL', at: at('handled') },
    body: {
      fields: {
        ...{ version: '2', directedById: 'khanh', direction: LONG_TEXT, directedOn: '2026-03-10' },
        ...{ leadUnitId: '{otherUnit}', dueOn: '' },
      },
    },
  },
  'POST /van-ban-den/:id/giao': {
    ...{ yes: 'h', hidden: 'y', at: at('handled') },
    body: { fields: { officerId: '{officer}' } },
  },
  'POST /van-ban-den/:id/y-kien': act('', at('handled'), { fields: { opinion: LONG_TEXT } }),
  'POST /van-ban-den/:id/ho-so': act('Coch', at('handled'), { fields: { place: 'muc:VB' } }),
  'POST /van-ban-den/:id/tra-loi': act('och', at('handled'), { fields: { template: 'ke-hoach' } }),
  'POST /van-ban-den/:id/giai-quyet': act('och', at('handled'), {
    fields: { settlement: 'handled', result: LONG_TEXT },
  }),

  'GET /trinh-ky': { yes: STAFF },
  'GET /trinh-ky/:id': { ...SEEN, at: at('signature') },
  'GET /tep/trinh-ky/:id/:which.pdf': { ...SEEN, at: { id: 'signature', which: 'ban-trinh' } },
  'GET /tep/trinh-ky/:id/phu-luc/:position.pdf': { yes: '', hidden: STAFF, at: { id: 'signature', position: '1' } },
  'POST /trinh-ky/:id/kiem-tra': { ...SEEN, at: at('signature') },
  'POST /trinh-ky/:id/rut': act('Coh', at('signature'), REASON),
  'POST /trinh-ky/:id/dua-len': { yes: 'C', at: at('signature'), body: { file: 'file' }, answer: 409 },
  'POST /trinh-ky/:id/dua-phu-luc': { yes: 'C', at: at('signature'), body: { file: 'files' }, answer: 409 },
  'POST /trinh-ky/:id/cho-phep': { yes: 'L', at: at('signature'), body: REASON, answer: 409 },
  'GET /trinh-ky/:id/chung-cu/:evidence.zip': missing('CLS'),
  'GET /tep/van-ban/:fileId/chung-cu.zip': missing('CLS'),

  'GET /van-ban-di/:id': { yes: STAFF, at: at('letter') },
  'GET /tep/van-ban-di/:id.pdf': { ...SEEN, at: at('letter') },
  'GET /tep/van-ban-di/:id/phu-luc/:fileId': { yes: '', hidden: STAFF, at: { id: 'letter', fileId: 'attachment' } },
  'POST /van-ban-di/:id/gui/:delivery': missing('C'),
  'POST /van-ban-di/:id/ky-nhan/:delivery': missing('C'),
  'POST /van-ban-di/:id/dua-lai': { yes: 'C', at: at('letter'), body: { file: 'file' }, answer: 422 },
  'POST /van-ban-di/:id/thu-hoi': { yes: 'C', at: at('letter'), body: REASON },
  'POST /van-ban-di/:id/thu-hoi/dong-y': missing('L'),
  'POST /van-ban-di/:id/thu-hoi/khong': missing('L', REASON),
  'POST /van-ban-di/:id/so-ban': { yes: 'C', at: at('letter'), body: { fields: { 'copies.0': '2' } } },
  // Of a ticket, which has a file of its own.
  'POST /van-ban-di/:id/ho-so': {
    yes: 'CFochxy',
    at: at('letter'),
    body: { fields: { place: 'muc:VB' } },
    answer: 422,
  },
  'POST /van-ban-di/:id/dinh-chinh': { yes: 'och', hidden: 'xy', at: at('letter') },
  'POST /van-ban-di/:id/thay-the': { yes: 'och', hidden: 'xy', at: at('letter') },

  'GET /ban-in/:kind/:id': { ...SEEN, at: { kind: 'van-ban-di', id: 'letter' } },
  'POST /ban-in/:kind/:id': { ...SEEN, at: { kind: 'van-ban-di', id: 'letter' }, answer: 422 },
  'GET /tep/ban-in/:code.pdf': missing(STAFF),
  'GET /kiem-tra-the-thuc': { yes: STAFF },
  'POST /kiem-tra-the-thuc': { yes: STAFF, answer: 422 },
  'GET /kiem-tra-chu-ky': { yes: STAFF },
  'POST /kiem-tra-chu-ky': { yes: STAFF, answer: 422 },
};
