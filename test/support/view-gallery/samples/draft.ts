import type { DraftView } from '../../../../src/web/drafting/draft-page.js';
import { deadlineWords } from '../../../../src/web/kit/words/deadline.js';

const plain = { hint: null, error: null };

export const draft: DraftView = {
  id: '3',
  origin: { label: 'PAKN.20260312.0042', href: '/phieu/42' },
  deadline: deadlineWords({ kind: 'soon', days: 2 }),
  heading: 'Công văn trả lời, bản thảo 3',
  saved: 'Lưu lúc 10:31 bởi Nguyễn Thị Hồng Ngọc.',
  version: 7,
  revision: 3,
  writers: 'Đang có Vũ Đức Thắng sửa từ 09:15. Ai lưu sau sẽ được báo, không ghi đè lên bản lưu trước.',
  overtaken: null,
  steps: [
    { name: 'Dự thảo', state: 'now', fact: 'bà Ngọc, từ 15:40, 17/03' },
    { name: 'Duyệt nội dung', state: 'ahead', fact: null },
    { name: 'Duyệt thể thức', state: 'ahead', fact: null },
    { name: 'Trình ký', state: 'ahead', fact: null },
  ],
  sentBack: null,
  format: {
    pending: null,
    findings: [
      {
        severity: 'error',
        message: 'Dòng “Lưu” cuối Nơi nhận thiếu dấu chấm.',
        mend: 'Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 9b',
        place: { href: '#copies', label: 'Tới chỗ ấy' },
        repair: {
          label: 'Thêm dấu chấm',
          form: 'cong-van',
          action: '/du-thao/3/sua-the-thuc',
          rule: 'filing-full-stop',
        },
      },
      {
        severity: 'warning',
        message: 'Tên lớp đi cùng tên trường có thể làm lộ người phản ánh.',
        mend: 'Người phản ánh đề nghị giữ bí mật họ tên. Cân nhắc viết “một lớp khối 11”.',
      },
    ],
    passed: [
      'Khổ A4, lề 20, 20, 30, 15 mm',
      'Phông Times New Roman, mã Unicode',
      'Quốc hiệu, Tiêu ngữ đúng cỡ và kẻ chân',
      'Ký hiệu SGDĐT-GDTrH có trong bảng ký hiệu',
    ],
  },
  template: 'mẫu Trả lời kiến nghị, bản 5',
  fields: [
    {
      ...plain,
      kind: 'text',
      name: 'subject',
      label: 'Trích yếu',
      hint: 'Viết sau chữ V/v, tối đa 500 ký tự. Đang có 63.',
      value: 'trả lời kiến nghị về thu tiền học thêm tại Trường THPT Núi Voi',
      rows: 2,
      maxLength: 500,
    },
    {
      ...plain,
      kind: 'list',
      name: 'addressees',
      label: 'Kính gửi',
      values: ['Tổng đài 1022 thành phố Hải Phòng', 'Tổ chức, cá nhân có phản ánh số 1022-260312-0042'],
      addLabel: 'Thêm nơi gửi',
    },
    {
      ...plain,
      kind: 'choice',
      name: 'authority',
      label: 'Thẩm quyền ký',
      value: 'kt',
      options: [
        { value: 'kt', label: 'KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC' },
        { value: 'gd', label: 'GIÁM ĐỐC' },
      ],
    },
    {
      ...plain,
      kind: 'choice',
      name: 'signer',
      label: 'Người ký',
      value: 'khanh',
      options: [
        { value: 'khanh', label: 'Đỗ Quốc Khánh' },
        { value: 'nguyet', label: 'Hoàng Thị Minh Nguyệt' },
      ],
    },
    {
      ...plain,
      kind: 'text',
      name: 'findings',
      label: '1. Kết quả xác minh',
      value:
        'Từ ngày 03/02/2026 đến ngày 12/3/2026, lớp học nêu trên tổ chức 09 buổi học thêm môn Toán vào tiết 5 ngày thứ Ba và thứ Năm, thu 450.000 đồng/tháng của 31 học sinh.',
      rows: 4,
    },
    {
      ...plain,
      kind: 'text',
      name: 'measures',
      label: '2. Biện pháp xử lý',
      value:
        'Yêu cầu nhà trường dừng việc dạy thêm từ ngày 18/3/2026, trả lại toàn bộ số tiền đã thu trước ngày 31/3/2026 và kiểm điểm tập thể, cá nhân có liên quan.',
      rows: 3,
      repair: {
        words: 'Còn thông tin riêng: lớp của một trường “lớp 11A5”, số điện thoại “0912 345 678”.',
        action: '/du-thao/3/bo-chi-tiet',
      },
    },
    {
      ...plain,
      kind: 'list',
      name: 'copies',
      label: 'Nơi nhận',
      values: ['Như trên', 'Giám đốc Sở (để b/c)', 'Trường THPT Núi Voi (để t/h)', 'Lưu: VT, GDTrH'],
      addLabel: 'Thêm nơi nhận',
    },
  ],
  naming: {
    id: 'dich-danh',
    label: 'Gửi đích danh người phản ánh…',
    action: '/du-thao/3/dich-danh',
    submit: 'Ghi họ tên, địa chỉ vào Kính gửi',
    lead: 'Họ tên, địa chỉ thay dòng ghi mã phản ánh; ghi vào nhật ký như một lần xem danh tính. Lưu bản thảo trước khi bấm.',
    fields: [],
  },
  keep: {
    id: 'giu-chi-tiet',
    label: 'Giữ thông tin riêng, nêu lý do…',
    action: '/du-thao/3/giu-chi-tiet',
    submit: 'Giữ và ghi lý do',
    fields: [{ kind: 'area', name: 'keptReason', label: 'Lý do phải giữ', value: '', required: true, rows: 2 }],
  },
  kept: null,
  beginAt: null,
  errors: [],
  reason: {
    kind: 'text',
    name: 'reason',
    label: 'Lý do sửa',
    hint: 'Không bắt buộc. Ghi ngắn để người sau biết bản này khác gì.',
    required: false,
    maxLength: 500,
  },
  word: {
    about: null,
    download: { href: '/du-thao/3/ban/3/sua-trong-word.docx', label: 'Tải về để sửa trong Word' },
    upload: {
      id: 'nop-word',
      label: 'Nộp bản sửa…',
      action: '/du-thao/3/nop-word',
      submit: 'Nộp bản sửa',
      fields: [],
      upload: true,
    },
    leave: null,
  },
  annexes: null,
  recipients: {
    words: 'Gửi nơi đã chuyển phản ánh và: Sở Nội vụ thành phố Hải Phòng; Ủy ban nhân dân đặc khu Cát Hải.',
    href: '/du-thao/3/noi-nhan',
    label: 'Chọn cơ quan nhận',
  },
  beside: {
    letter: {
      state: 'ready',
      pages: ['/drafts/3/pages/1.png'],
      pdfHref: '/tep/du-thao/3/cong-van.pdf',
      docxHref: '/tep/du-thao/3/cong-van.docx',
    },
    ticket: {
      words:
        'Con tôi học lớp 11, lớp thu 450.000 đồng mỗi tháng tiền học thêm môn Toán ngay trong giờ chính khóa.\nĐề nghị Sở kiểm tra và trả lời.',
      redacted: false,
      files: [
        {
          href: '/tep/van-ban/7',
          viewHref: '/xem/van-ban/7',
          name: 'Phiếu thu tháng 2.jpg',
          size: '412 KB',
          kind: 'picture',
        },
        {
          href: '/tep/tai-lieu/9',
          viewHref: '/xem/tai-lieu/9',
          name: 'Biên bản làm việc.pdf',
          size: '1,2 MB',
          kind: 'document',
        },
      ],
    },
    standard: {
      keptAt: '/doan-mau',
      texts: [
        {
          ...{ id: 'doan-mau-1', heading: 'Yêu cầu trả lại tiền đã thu', from: null },
          text: 'Sở yêu cầu nhà trường trả lại toàn bộ số tiền đã thu không đúng quy định và báo cáo kết quả bằng văn bản.',
        },
      ],
    },
    earlier: [
      {
        id: 'da-tra-loi-31',
        heading: 'Thu tiền học thêm tại một trường trung học phổ thông',
        from: 'Phòng Kế hoạch - Tài chính, công khai 02/03/2026',
        text: 'Sở đã kiểm tra, yêu cầu nhà trường dừng dạy thêm trong giờ chính khóa và trả lại toàn bộ số tiền đã thu.\nNgười đứng đầu nhà trường đã bị phê bình.',
      },
    ],
    versions: [
      {
        icon: 'file',
        title: 'Bản 3',
        href: '/du-thao/3/ban/3',
        detail: '18/03 10:31, Nguyễn Thị Hồng Ngọc: “bổ sung mức thu”',
        end: 'đang mở',
      },
      { icon: 'file', title: 'Bản 2', href: '/du-thao/3/ban/2', detail: '17/03 16:48, Nguyễn Thị Hồng Ngọc' },
      {
        icon: 'file',
        title: 'Bản 1',
        href: '/du-thao/3/ban/1',
        detail: '17/03 15:40, Nguyễn Thị Hồng Ngọc, tạo từ mẫu',
      },
    ],
  },
  sendLabel: 'Trình thủ trưởng đơn vị',
  may: {
    save: true,
    saveByItself: true,
    submit: true,
    approveContent: false,
    approveFormat: false,
    sendBack: false,
    submitForSignature: false,
  },
  drop: null,
  lacks: [
    {
      text: 'Còn 1 lỗi thể thức phải sửa trước khi trình.',
      mend: { href: '#song-the-thuc', label: 'Xem lỗi' },
    },
    {
      text: 'Phiếu chưa có tài liệu chứng minh. Mở phiếu, thêm tài liệu hoặc ghi lý do không có, rồi trình công văn.',
      mend: { href: '/phieu/mau#them-tai-lieu', label: 'Mở phần Tài liệu của phiếu' },
    },
  ],
  missingCodes: [
    {
      href: '/to-chuc/nguoi/khanh',
      words:
        'Đỗ Quốc Khánh chưa có mã người dùng trên hệ thống quản lý văn bản nên chưa trình ký được. Quản trị ghi mã ở trang của người đó (Tổ chức, mục Người).',
    },
  ],
  warned: null,
};

/** The head of the unit reads it: no form, two acts, the page still being made. */
export const draftToApprove: DraftView = {
  ...draft,
  steps: [
    { name: 'Dự thảo', state: 'done', fact: 'bà Ngọc, 10:52' },
    { name: 'Duyệt nội dung', state: 'now', fact: 'chờ ông Thắng' },
    { name: 'Duyệt thể thức', state: 'ahead', fact: null },
    { name: 'Trình ký', state: 'ahead', fact: null },
  ],
  naming: null,
  keep: null,
  kept: 'Giữ lại số điện thoại “0912 345 678”. Lý do: Người phản ánh đề nghị ghi số để nhà trường liên hệ.',
  format: { ...draft.format, findings: draft.format.findings.slice(1) },
  beside: { ...draft.beside, letter: { state: 'making' }, standard: null, earlier: [] },
  word: null,
  may: { ...draft.may, save: false, submit: false, approveContent: true, sendBack: true },
  lacks: [],
  warned:
    'Công văn còn nêu lớp của một trường; nơi nhận không được biết: Trường THPT Núi Voi. Duyệt thì điều này được ghi vào quá trình của phiếu.',
};

/** Sent back and half repaired: a field was refused, the page cannot be made. */
export const draftSentBack: DraftView = {
  ...draft,
  sentBack: {
    by: 'Ông Vũ Đức Thắng',
    when: '11:05, 18/03',
    reason: 'Mục 2 chưa nói rõ ai kiểm điểm và xong trước ngày nào.',
  },
  errors: [{ field: 'subject', text: 'Viết trích yếu của công văn' }],
  fields: draft.fields.map((field) =>
    field.name === 'subject' && field.kind === 'text'
      ? { ...field, value: '', error: 'Viết trích yếu của công văn, tối đa 500 ký tự.' }
      : field,
  ),
  beside: {
    ...draft.beside,
    letter: {
      state: 'unavailable',
      reason: 'Máy tạo PDF chưa sẵn sàng. Bản DOCX vẫn dùng được; trang in sẽ có khi máy chạy lại.',
      docxHref: '/tep/du-thao/3/cong-van.docx',
    },
  },
};
