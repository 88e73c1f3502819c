import type { OutgoingDocumentView } from '../../../../src/web/documents/outgoing-document-page.js';

const REASON = 'Ghi nhầm tên trường ở phần kết quả xác minh.';

/** Released a while ago and corrected since; its unit may set it right, the registry may propose to recall it. */
export const outgoing: OutgoingDocumentView = {
  code: '513/SGDĐT-GDTrH',
  heading: 'Công văn số 513/SGDĐT-GDTrH',
  subject: 'Trả lời kiến nghị về thu tiền học thêm tại Trường THPT Núi Voi',
  state: 'Đã phát hành',
  frozen: null,
  registerHref: '/so-van-ban/di?nam=2026&den-so=513',
  facts: [
    { label: 'Ngày ban hành', value: '20/03/2026' },
    { label: 'Người ký', value: 'Đỗ Quốc Khánh' },
    {
      label: 'Nơi nhận',
      value: 'Tổng đài 1022 thành phố Hải Phòng; Tổ chức, cá nhân có phản ánh số 1022-260312-0042',
    },
    { label: 'Bản lưu', value: 'VT, GDTrH' },
    { label: 'Phát hành lúc', value: '20/03/2026, 16:05' },
    { label: 'Phiếu', value: 'PAKN.20260312.0042' },
  ],
  files: [
    { href: '/tep/van-ban-di/513.pdf', name: '513-SGDĐT-GDTrH.pdf', size: 'bản ký số', kind: 'document' },
    { href: '/du-thao/513/cong-van.docx', name: '513-SGDĐT-GDTrH.docx', size: 'Word', kind: 'document' },
  ],
  proof: [
    {
      ...{ icon: 'check', tone: 'ok', title: 'Kiểm tra chữ ký: 9 trên 9 mục đạt', href: '/trinh-ky/513' },
      detail: 'Đỗ Quốc Khánh ký, cơ quan đóng dấu; mở để xem từng mục',
    },
  ],
  pair: [
    {
      ...{ icon: 'inbox', title: 'Trả lời văn bản đến số 1284', href: '/so-van-ban/den' },
      detail: '12/03/2026, Tổng đài 1022 thành phố Hải Phòng',
    },
    { icon: 'link', title: 'Đính chính bởi 521/SGDĐT-GDTrH', href: '/van-ban-di/521', detail: '24/03/2026' },
  ],
  deliveries: [
    {
      ...{ icon: 'check', tone: 'ok', title: 'Văn bản trả lời', detail: 'Nơi nhận đã nhận 20/03, 16:05, mã RCP-0513' },
      more: { href: '/trao-doi/dang-cho/41', label: 'Bản ghi trao đổi' },
    },
  ],
  lookUp: {
    code: 'k3f7h-9xw2m-pq4rs-5tv6y-7z8ab-c',
    href: '/tra-cuu/k3f7h9xw2mpq4rs5tv6y7z8abc',
    address: 'https://hoi-am.haiphong.example/tra-cuu/k3f7h9xw2mpq4rs5tv6y7z8abc',
  },
  history: [
    {
      ...{ at: '2026-03-20T16:05:00+07:00', when: '20/03/2026, 16:05', title: 'Phát hành', by: null },
      ...{ text: null, quoted: false, outward: true },
    },
    {
      ...{ at: '2026-03-20T15:40:00+07:00', when: '20/03/2026, 15:40', title: 'Vào sổ, lấy số' },
      ...{ by: 'Trần Thị Lệ Thủy', text: null, quoted: false, outward: false },
    },
  ],
  acts: [
    {
      ...{ id: 'thu-hoi', label: 'Đề nghị thu hồi…', action: '/van-ban-di/513/thu-hoi', open: true },
      submit: 'Trình lãnh đạo quyết định thu hồi',
      lead: 'Số và tệp giữ nguyên trong sổ, ghi ĐÃ THU HỒI. 1 nơi nhận được yêu cầu thu hồi và trả lời.',
      fields: [
        {
          ...{ kind: 'area', name: 'reason', label: 'Lý do thu hồi', hint: 'Nơi nhận đọc được lý do này.' },
          value: REASON,
        },
      ],
    },
  ],
};

export const outgoingRecalled: OutgoingDocumentView = {
  ...outgoing,
  state: 'ĐÃ THU HỒI',
  frozen: `ĐÃ THU HỒI: ${REASON} Số, dòng trong sổ và tệp được giữ nguyên; không ai sửa, gửi hay thay thế văn bản này nữa.`,
  deliveries: [
    ...outgoing.deliveries,
    {
      ...{ icon: 'x', tone: 'bad', title: 'Thu hồi văn bản' },
      detail: 'Nơi nhận từ chối (16), 21/03, 09:12: Văn bản đã được sử dụng để trả lời người phản ánh.',
    },
  ],
  acts: [],
};

/** Sealed, and waiting for the clerk who posts it: its sender has no code of the exchange. */
export const outgoingToSend: OutgoingDocumentView = {
  ...outgoing,
  state: 'Đã đóng dấu, chờ văn thư gửi',
  facts: outgoing.facts
    .filter(({ label }) => label !== 'Phát hành lúc')
    .map((fact) =>
      fact.label === 'Nơi nhận' ? { ...fact, value: 'Tổ chức, cá nhân có phản ánh số 1022-260312-0042' } : fact,
    ),
  pair: [
    {
      ...{ icon: 'inbox', title: 'Trả lời văn bản đến số 1284', href: '/so-van-ban/den' },
      detail: '12/03/2026, Tổ chức, cá nhân (gửi đơn, thư)',
    },
  ],
  history: outgoing.history.filter(({ title }) => title !== 'Phát hành'),
  deliveries: [
    {
      ...{ icon: 'clock', title: 'Tổ chức, cá nhân (gửi đơn, thư), văn bản đến số 1284' },
      detail: 'Chờ văn thư gửi từ 20/03, 16:05',
    },
  ],
  lookUp: null,
  acts: [
    {
      ...{ id: 'gui-1', label: 'Ghi việc gửi văn bản…', action: '/van-ban-di/513/gui/1', open: true },
      submit: 'Ghi là đã gửi',
      lead: 'Người nhận: Tổ chức, cá nhân (gửi đơn, thư), văn bản đến số 1284. Họ tên, địa chỉ có ở phiếu. Gửi xong hãy ghi ngay trong ngày; ghi xong thì văn bản là đã phát hành, phiếu là đã trả lời.',
      fields: [
        {
          ...{ kind: 'radios', name: 'way', label: 'Cách gửi', required: true, value: 'post' },
          options: [
            { value: 'post', label: 'Gửi qua bưu điện' },
            { value: 'inPerson', label: 'Trả trực tiếp' },
            { value: 'email', label: 'Gửi thư điện tử' },
            { value: 'unreachable', label: 'Không có địa chỉ liên hệ, lưu hồ sơ' },
          ],
        },
        { kind: 'date', name: 'sentOn', label: 'Ngày gửi, ngày trả', required: true, value: '2026-03-20' },
        {
          ...{ kind: 'text', name: 'note', label: 'Số hiệu bưu gửi, người ký nhận hoặc lý do không gửi được' },
          ...{ maxLength: 200, value: '' },
        },
      ],
    },
  ],
};
