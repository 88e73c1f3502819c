import { ALL, type Expectation, type Expectations } from './expectation.js';

/** The route lets these past its door; what they find behind it, other specs say: nothing of the kind is in this house. */
const past = (yes: string): Expectation => ({ yes, answer: 'pastTheDoor' });

const ORGANISERS = 'A';
const OFFICER_EDITORS = 'CFA';
const CONTACT_KEEPERS = 'CA';
const CIRCULAR_SENDERS = 'CF';

export const PEOPLE: Expectations = {
  'GET /to-chuc': { yes: ALL },
  'GET /to-chuc/:id': { yes: ALL, at: { id: 'unit' } },
  'GET /to-chuc/nguoi/:id': { yes: ALL, at: { id: 'officer' } },
  'POST /to-chuc': past(ORGANISERS),
  'POST /to-chuc/nguoi/:id/vai-tro': past(ORGANISERS),
  'POST /to-chuc/nguoi/:id/vai-tro/:roleId': past(ORGANISERS),
  'POST /to-chuc/:id/lien-he': past(CONTACT_KEEPERS),
  'POST /to-chuc/:id/nhiem-vu': past(ORGANISERS),
  'POST /to-chuc/:id/ten': past(ORGANISERS),
  'POST /to-chuc/:id/vi-tri': past(ORGANISERS),
  'GET /to-chuc/:id/dong': past(ORGANISERS),
  'POST /to-chuc/:id/dong': past(ORGANISERS),
  'GET /to-chuc/nhap': { yes: ORGANISERS },
  'GET /to-chuc/nhap/mau.xlsx': { yes: ORGANISERS },
  'GET /to-chuc/nhap/:id': past(ORGANISERS),
  'POST /to-chuc/nhap': past(ORGANISERS),
  'POST /to-chuc/nhap/:id/xac-nhan': past(ORGANISERS),

  'GET /can-bo-dau-moi': { yes: ALL },
  'GET /can-bo-dau-moi.xlsx': { yes: ALL },
  'GET /can-bo-dau-moi/don-vi/:unitId': { yes: ALL, at: { unitId: 'unit' } },
  'POST /can-bo-dau-moi/don-vi/:unitId/lien-he/:staffId': past(OFFICER_EDITORS),
  'POST /can-bo-dau-moi/don-vi/:unitId/thay-doi': past(OFFICER_EDITORS),
  'GET /can-bo-dau-moi/thay-doi/:id': past(OFFICER_EDITORS),
  'GET /can-bo-dau-moi/thay-doi/:id/cong-van.docx': past(OFFICER_EDITORS),
  'POST /can-bo-dau-moi/thay-doi/:id/phieu': past(OFFICER_EDITORS),
  'POST /can-bo-dau-moi/thay-doi/:id/xac-nhan': past(OFFICER_EDITORS),
  'POST /can-bo-dau-moi/thay-doi/:id/bo': past(OFFICER_EDITORS),
  'POST /can-bo-dau-moi/thay-doi/:id/hoan-tac': past(OFFICER_EDITORS),

  'GET /cong-bo': { yes: 'CFLS' },
  'GET /cong-bo/:number': past('CFLS'),
  'POST /cong-bo/:number/go': past('CFLS'),

  'GET /dong-bo-nhan-su': { yes: ORGANISERS },
  'POST /dong-bo-nhan-su/xem-truoc': past(ORGANISERS),
  'POST /dong-bo-nhan-su/:id/ap-dung': past(ORGANISERS),

  'GET /an-toan': { yes: ORGANISERS },
  'GET /nhat-ky': { yes: 'SA' },
  'GET /nhat-ky/:seq': { yes: 'SA', at: { seq: '1' } },
  'GET /nhat-ky/xuat.csv': { yes: 'A' },
  'GET /nhat-ky/xuat.jsonl': { yes: 'A' },
  'POST /nhat-ky/:seq/xac-nhan': past('SA'),
  'GET /yeu-cau-du-lieu': { yes: 'CLS' },
  'GET /yeu-cau-du-lieu/:id': past('CLS'),
  'POST /yeu-cau-du-lieu': past('CL'),
  'POST /yeu-cau-du-lieu/:id/tra-loi': past('CL'),

  'GET /quan-triet': { yes: ALL },
  'GET /quan-triet/da-gui': { yes: 'CFLS' },
  'GET /quan-triet/soan': { yes: CIRCULAR_SENDERS },
  // Whoever it is not for is told that it is not there; none is in this house.
  'GET /quan-triet/:id': past(ALL),
  'GET /quan-triet/:id/tien-do': past(ALL),
  'GET /quan-triet/:id/tien-do.xlsx': past(ALL),
  'GET /quan-triet/:id/chua-xac-nhan': past(ALL),
  'GET /quan-triet/:id/tep/:position': past(ALL),
  'GET /quan-triet/:id/bien-ban/:unitId': past(ALL),
  'GET /quan-triet/:id/sua': past(CIRCULAR_SENDERS),
  'POST /quan-triet/:id/xac-nhan': past(ALL),
  'POST /quan-triet/:id/pho-bien': past(ALL),
  'POST /quan-triet/soan': past(CIRCULAR_SENDERS),
  'POST /quan-triet/:id/sua': past(CIRCULAR_SENDERS),
  'POST /quan-triet/:id/gui': past(CIRCULAR_SENDERS),
  'POST /quan-triet/:id/nhac': past(CIRCULAR_SENDERS),
  'POST /quan-triet/:id/thu-hoi': past(CIRCULAR_SENDERS),

  'GET /tai-khoan': { yes: ALL },
  'GET /tai-khoan/mat-khau': { yes: ALL },
  'GET /tai-khoan/xac-thuc-hai-lop': { yes: ALL },
  'GET /tai-khoan/nguoi': past(ORGANISERS),
  'GET /tai-khoan/nguoi/:id': past(ORGANISERS),
  'POST /tai-khoan/phien/dang-xuat-noi-khac': past(ALL),
  'POST /tai-khoan/phien/:id/dang-xuat': past(ALL),
  'POST /tai-khoan/mat-khau': past(ALL),
  'POST /tai-khoan/nguoi/:id/dang-xuat': past(ORGANISERS),
  'POST /tai-khoan/nguoi/:id/bo-xac-thuc-hai-lop': past(ORGANISERS),
  'POST /tai-khoan/xac-thuc-hai-lop': past(ALL),
  // Nobody here has a second factor whose sheet could be renewed.
  'POST /tai-khoan/xac-thuc-hai-lop/ma-du-phong': { yes: '' },
  'POST /tai-khoan/xac-thuc-hai-lop/tat': past(ALL),
  'POST /xac-nhan-lai': past(ALL),
};
