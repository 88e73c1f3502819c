import type { ActFormView } from '../../../../src/web/kit/acts/act-form.js';
import type { SubstitutionsView, SubstitutionView } from '../../../../src/web/people/substitutions-page.js';

const FORM: ActFormView = {
  id: 'giao-lam-thay',
  label: 'Giao người xử lý thay…',
  action: '/lam-thay',
  submit: 'Giao xử lý thay',
  lead: 'Người xử lý thay thực hiện việc của người vắng trong các vai trò đã chọn, cho tới lúc kết thúc. Mọi việc ghi tên cả hai. Ký văn bản thì theo bảng Thẩm quyền ký.',
  fields: [
    { kind: 'hidden', name: 'principalId', value: 'ngoc' },
    {
      kind: 'choice',
      name: 'substituteId',
      label: 'Người xử lý thay',
      hint: 'Người cùng đơn vị; lãnh đạo Sở giao cho lãnh đạo khác. Không ai tự giao cho mình; quản trị giao thì người vắng hoặc cấp trên phải đồng ý trước.',
      value: '',
      required: true,
      options: [
        { value: '', label: 'Chọn một người' },
        { value: 'thang', label: 'Vũ Đức Thắng, Trưởng phòng' },
      ],
    },
    {
      kind: 'checks',
      name: 'inRoles',
      label: 'Vai trò được xử lý thay',
      values: ['contactOfficer'],
      options: [{ value: 'contactOfficer', label: 'Cán bộ đầu mối' }],
    },
    { kind: 'moment', name: 'validFrom', label: 'Từ lúc', value: '2026-03-18T09:00', required: true },
    {
      kind: 'moment',
      name: 'validTo',
      label: 'Đến lúc',
      hint: 'Từ lúc này người vắng làm lại; chấm dứt sớm hơn được bất cứ lúc nào.',
      value: '',
      required: true,
    },
    {
      kind: 'area',
      name: 'basis',
      label: 'Căn cứ',
      hint: 'Như “Đơn nghỉ phép ngày 20/7, Trưởng phòng đã đồng ý” hoặc số, ngày của quyết định.',
      value: '',
      required: true,
      rows: 2,
    },
  ],
};

const LINE: SubstitutionView = {
  id: '1',
  principal: 'Nguyễn Thị Hồng Ngọc',
  substitute: 'Đoàn Văn Lực',
  roles: 'Cán bộ đầu mối',
  period: '18/03/2026, 08:00 đến 20/03/2026, 17:00',
  basis: 'Đơn nghỉ phép ngày 16/3/2026, Trưởng phòng đã đồng ý.',
  by: 'Nguyễn Thị Hồng Ngọc',
  state: 'Đang xử lý thay',
  agreeAction: null,
  endAction: '/lam-thay/1/cham-dut',
};

export const substitutions: SubstitutionsView = {
  standIns: [
    {
      ...{ principalId: 'khanh', name: 'Ông Vũ Đức Thắng', position: 'Trưởng phòng', roles: 'Thủ trưởng đơn vị' },
      ...{ until: '19/03/2026, 17:00', through: null, isEntered: false },
    },
    {
      ...{ principalId: 'ha', name: 'Bà Bùi Thị Ngọc Ánh', position: 'Chuyên viên', roles: 'Cán bộ đầu mối' },
      ...{ until: '18/03/2026, 17:00', through: 'Vũ Đức Thắng', isEntered: true },
    },
  ],
  open: [
    LINE,
    {
      ...{ ...LINE, id: '4', principal: 'Phạm Thu Trang', substitute: 'Vũ Đức Thắng', roles: 'Cán bộ đầu mối' },
      ...{ by: 'Lê Văn An', state: 'Chờ người vắng hoặc cấp trên đồng ý, chưa có hiệu lực' },
      ...{ agreeAction: '/lam-thay/4/dong-y', endAction: '/lam-thay/4/cham-dut' },
    },
    {
      ...{
        ...LINE,
        id: '2',
        principal: 'Vũ Đức Thắng',
        substitute: 'Nguyễn Thị Hồng Ngọc',
        roles: 'Thủ trưởng đơn vị',
      },
      ...{ period: '23/03/2026, 00:00 đến 28/03/2026, 00:00', by: 'Vũ Đức Thắng', state: 'Chưa đến lúc' },
      ...{ basis: 'Quyết định cử đi công tác số 112/QĐ-SGDĐT ngày 10/3/2026.', endAction: null },
    },
  ],
  past: [
    {
      ...{ ...LINE, id: '3', period: '02/02/2026, 08:00 đến 06/02/2026, 17:00', endAction: null },
      state: 'Nguyễn Thị Hồng Ngọc chấm dứt 05/02/2026, 08:10',
    },
  ],
  form: FORM,
  done: [
    {
      ...{ seq: 1291, at: { iso: '2026-02-04T03:12:00.000Z', words: '04/02/2026, 10:12' }, who: 'Đoàn Văn Lực' },
      ...{ act: 'Ghi tiến độ', object: 'Phiếu 1022-26-004183', href: '/phieu/4183' },
    },
    {
      ...{ seq: 1270, at: { iso: '2026-02-02T01:05:00.000Z', words: '02/02/2026, 08:05' }, who: 'Đoàn Văn Lực' },
      ...{ act: 'Bắt đầu xử lý thay', object: 'Việc xử lý thay', href: null },
    },
  ],
  moreHref: '/lam-thay?trang=2#t-da-lam',
};

export const nobodyAway: SubstitutionsView = {
  ...{ standIns: [], open: [], past: [], done: [], moreHref: null },
  form: FORM,
};

export const substitutionRefused: SubstitutionsView = {
  ...nobodyAway,
  form: {
    ...FORM,
    open: true,
    fields: FORM.fields.map((field) =>
      field.kind === 'choice'
        ? {
            ...field,
            value: 'thang',
            error:
              'Người này cũng vắng và việc của họ, trực tiếp hay qua người khác, lại do chính người vắng xử lý thay. Chọn người khác.',
          }
        : field,
    ),
  },
};
