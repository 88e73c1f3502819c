import type { TicketView } from '../../../../src/web/tickets/ticket-page.js';
import { deadlineWords } from '../../../../src/web/kit/words/deadline.js';

export const ticket: TicketView = {
  id: '42',
  line: 420,
  code: 'PAKN.20260312.0042',
  subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5',
  unit: 'Trường THPT Núi Voi',
  state: 'Đang dự thảo văn bản',
  list: {
    href: '/',
    heading: 'Tất cả việc đang mở',
    position: 'phiếu 6 trên 21',
    previousHref: '/phieu/41',
    nextHref: '/phieu/43',
  },
  words: {
    text: 'Tôi có con đang học lớp 11A5 Trường THPT Núi Voi. Từ đầu học kỳ II, cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5 các ngày thứ Ba và thứ Năm, là giờ học chính khóa, và thu 450.000 đồng mỗi tháng. Em nào không nộp thì phải xuống thư viện ngồi.\n\nTôi đã hỏi nhà trường hai lần, được trả lời là do phụ huynh tự nguyện, nhưng gia đình tôi không ký đơn tự nguyện nào. Đề nghị Sở kiểm tra, trả lại khoản đã thu và cho biết việc dạy thêm như vậy có đúng quy định không. Xin giữ bí mật tên tôi vì cháu còn học ở trường.',
    files: [
      {
        href: '/tep/dinh-kem/1',
        viewHref: '/xem/van-ban/anh',
        name: 'giay-bao-thu.jpg',
        size: '4,2 MB',
        kind: 'picture',
      },
      { href: '/tep/dinh-kem/2', name: 'thoi-khoa-bieu.jpg', size: '840 kB', kind: 'picture' },
      {
        href: '/tep/dinh-kem/3',
        viewHref: null,
        name: 'ghi-am-cuoc-goi.mp3',
        size: '2 phút 14 giây',
        kind: 'recording',
      },
      {
        href: '/tep/dinh-kem/4',
        name: 'don-cua-lop.docx',
        size: '36 kB',
        kind: 'document',
        refusal:
          'Tệp kéo nội dung từ nơi khác khi mở (http://mau.example/don.dotm). Chèn hẳn nội dung vào tệp rồi lưu lại.',
      },
      {
        href: '/tep/dinh-kem/5',
        viewHref: '/xem/van-ban/pdf',
        name: 'giay-xac-nhan.pdf',
        size: '210 kB',
        kind: 'document',
        signature: {
          tone: 'bad',
          words: 'Chữ ký số: Có thay đổi sau khi ký (Vũ Đức Thắng). Có dữ liệu nằm sau điểm kết thúc của tệp.',
        },
      },
    ],
    facts: [
      { label: 'Tổ chức, cá nhân phản ánh', value: 'B. V. K. (đề nghị giữ bí mật họ tên)' },
      { label: 'Kênh', value: 'Cổng 1022' },
      { label: 'Loại', value: 'Kiến nghị' },
      { label: 'Nhận lúc', value: '12/03/2026, 16:52' },
      { label: 'Lĩnh vực', value: 'Dạy thêm, học thêm' },
      { label: 'Mức độ', value: 'Bình thường, 5 ngày làm việc' },
    ],
  },
  deadline: {
    pill: deadlineWords({ kind: 'soon', days: 2 }),
    moment: '17:30, thứ Sáu 20/03/2026',
    rule: '5 ngày làm việc, tính từ ngày sau ngày nhận.',
    parts: [
      {
        heading: null,
        days: [
          { when: 'Thứ Năm 12/03', reason: 'Nhận lúc 16:52; ngày nhận không tính', counted: '0', mark: null },
          { when: 'Thứ Sáu 13/03', reason: 'Ngày làm việc', counted: '1', mark: null },
          { when: '14 và 15/03', reason: 'Thứ Bảy, Chủ Nhật', counted: '–', mark: 'off' },
          {
            when: 'Thứ Hai 16/03',
            reason: 'Tạm dừng: chờ người phản ánh gửi giấy báo thu, từ 13/03 17:05 đến 16/03 16:40',
            counted: '–',
            mark: 'pause',
          },
          { when: 'Thứ Ba 17/03', reason: 'Ngày làm việc', counted: '2', mark: null },
          { when: 'Thứ Tư 18/03', reason: 'Hôm nay', counted: '3', mark: 'now' },
          { when: 'Thứ Năm 19/03', reason: 'Ngày làm việc', counted: '4', mark: null },
          { when: 'Thứ Sáu 20/03', reason: 'Hết hạn lúc 17:30', counted: '5', mark: 'due' },
        ],
      },
    ],
    basis: {
      policy: { words: 'Bộ thời hạn bản 3', href: '/quy-dinh-thoi-han/3' },
      calendar: { words: 'lịch làm việc bản 2', href: '/lich-lam-viec?ban=2' },
      source: 'Căn cứ: Thông tư 11/2014/TT-BCT: 5 ngày làm việc.',
    },
  },
  responsibility: [
    {
      icon: 'user',
      title: 'Bà Nguyễn Thị Hồng Ngọc',
      detail: 'Chủ trì, Phòng Giáo dục Trung học; nhận 13/03, 08:20',
    },
    {
      icon: 'users',
      title: 'Trường THPT Núi Voi',
      detail: 'Phối hợp, ông Đoàn Văn Lực; đã báo cáo 17/03, đúng hạn',
    },
    { icon: 'circle', title: 'Ông Vũ Đức Thắng', detail: 'Trưởng phòng, duyệt nội dung; chưa trình' },
  ],
  exchange: {
    pending: '1 tin đang chờ',
    rows: [
      {
        icon: 'refresh',
        title: 'Tiến độ, 18/03 10:40',
        detail: 'Tổng đài chưa xác nhận; gửi lại lần 2 lúc 10:47. Hạn trả lời không đổi.',
      },
      {
        icon: 'check',
        tone: 'ok',
        title: 'Tiếp nhận, hỏi thêm, bổ sung',
        detail: '3 tin đã xác nhận, mới nhất 16/03 16:41',
      },
    ],
  },
  pair: [
    {
      icon: 'inbox',
      title: 'Văn bản đến số 1284',
      href: '/so-van-ban/den?nam=2026#so-1284',
      detail: '13/03/2026, Tổng đài 1022',
    },
    { icon: 'send', title: 'Văn bản đi: bản thảo 3', href: '/du-thao/3', detail: 'chưa có số, chưa trình ký' },
  ],
  acts: [],
  matters: [],
  timeline: [
    {
      at: '2026-03-18T10:40:00+07:00',
      when: '18/03, 10:40',
      title: 'Tiến độ gửi Tổng đài 1022',
      by: 'Nguyễn Thị Hồng Ngọc',
      text: 'Đã nhận báo cáo của nhà trường, đang đối chiếu sổ đầu bài và danh sách thu.',
      quoted: true,
      outward: true,
    },
    {
      at: '2026-03-18T10:31:00+07:00',
      when: '18/03, 10:31',
      title: 'Lưu bản thảo 3',
      by: 'Nguyễn Thị Hồng Ngọc',
      text: 'Công văn trả lời, mẫu “Trả lời kiến nghị”, bản 5.',
      quoted: false,
      outward: false,
    },
    {
      at: '2026-03-13T08:20:00+07:00',
      when: '13/03, 08:20',
      title: 'Tiếp nhận',
      by: 'Nguyễn Thị Hồng Ngọc, sau 35 phút làm việc',
      text: null,
      quoted: false,
      outward: true,
    },
    {
      at: '2026-03-13T07:45:00+07:00',
      when: '13/03, 07:45',
      title: 'Giao Phòng Giáo dục Trung học chủ trì',
      by: 'Trần Thị Lệ Thủy, Văn phòng Sở',
      text: null,
      quoted: false,
      outward: false,
    },
    {
      at: '2026-03-12T16:52:00+07:00',
      when: '12/03, 16:52',
      title: 'Nhận từ Tổng đài 1022',
      by: null,
      text: 'Ghi sổ văn bản đến số 1284.',
      quoted: false,
      outward: false,
    },
  ],
  may: {
    accept: false,
    acceptAssignment: false,
    assign: null,
    note: {
      action: '/phieu/42/tien-do',
      audiences: ['internal', 'hotline'],
      outwardLabel: 'Gửi Tổng đài 1022',
      outwardHint: 'Người phản ánh sẽ đọc được. Không ghi tên học sinh, số điện thoại.',
      audience: 'hotline',
      field: 'progress',
      text: 'Nhà trường đã dừng việc dạy thêm từ 18/03; phụ huynh em Bùi Văn Khải gọi 0912 345 678 để nhận lại tiền.',
      error:
        'Có vẻ còn thông tin riêng: tên học sinh, số điện thoại. Sửa, bấm Tự động che, hoặc đánh dấu Gửi nguyên văn rồi gửi lại.',
      files: {
        kind: 'files',
        name: 'files',
        label: 'Tài liệu chứng minh',
        hint: 'Không bắt buộc. Tệp lưu vào phiếu, không gửi người phản ánh.',
        several: true,
      },
      redaction: {
        findings: [
          { words: 'Bùi Văn Khải', kind: 'tên học sinh', standIn: '[tên học sinh]' },
          { words: '0912 345 678', kind: 'số điện thoại', standIn: '[số điện thoại]' },
        ],
        maskAction: '/phieu/42/che/tien-do/text',
        maySend: true,
      },
    },
    draft: { kind: 'open', href: '/du-thao/3', label: 'Mở bản thảo 3' },
  },
};

/** Just arrived; the registry hands it to a unit, after one answer was refused. */
export const ticketToAssign: TicketView = {
  ...ticket,
  state: 'Mới nhận',
  list: null,
  responsibility: [{ icon: 'circle', title: 'Chưa giao đơn vị nào', detail: 'Giao trước 11:30 hôm nay' }],
  pair: ticket.pair.slice(0, 1),
  timeline: ticket.timeline.slice(-1),
  exchange: { pending: null, rows: ticket.exchange.rows.slice(1) },
  may: {
    accept: true,
    acceptAssignment: false,
    note: null,
    draft: null,
    assign: {
      action: '/phieu/42/giao',
      label: 'Giao việc',
      open: true,
      unitId: 'gdtrh',
      officerId: null,
      because:
        'Đề xuất. Theo bảng phân công (125/QĐ-SGDĐT), dòng 1: lĩnh vực Thu chi, dạy thêm. Phù hợp với các phiếu Sở đã giao. Trường được nêu: Trường THPT Núi Voi. Cũng có thể: Phòng Kế hoạch - Tài chính.',
      earlier: [
        { code: 'PA-260302-0007', href: '/phieu/7' },
        { code: 'PA-260227-0011', href: '/phieu/11' },
      ],
      helping: {
        units: [
          { id: 'cau-rao', name: 'Trường THPT Cầu Rào', chosen: true },
          { id: 'gdth', name: 'Phòng Giáo dục Tiểu học', chosen: false },
        ],
        question: 'Đề nghị cung cấp sổ thu và biên bản họp phụ huynh.',
        asked: null,
      },
      proposal: null,
      leaders: [],
      directive: '',
      seen: 3,
      errors: { unitId: null, officerId: 'Chọn cán bộ đầu mối của đơn vị.' },
      units: [
        {
          id: 'gdtrh',
          name: 'Phòng Giáo dục Trung học',
          officers: [
            { id: 'ngoc', name: 'Nguyễn Thị Hồng Ngọc', note: 'đang giữ 21 phiếu' },
            { id: 'ha', name: 'Vũ Thu Hà', note: 'đang giữ 3 phiếu' },
          ],
        },
        { id: 'cau-rao', name: 'Trường THPT Cầu Rào', officers: [{ id: 'luc', name: 'Đoàn Văn Lực', note: null }] },
      ],
    },
  },
};
