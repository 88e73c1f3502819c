import type { WorkRow } from '../../../../src/web/my-work/work-list.js';
import { headsOf } from '../../../../src/web/my-work/list-order.js';
import { manyActsOf } from '../../../../src/web/many-tickets/many-acts.js';
import type { MyWorkView } from '../../../../src/web/my-work/my-work-page.js';
import { deadlineWords, type DeadlineStanding } from '../../../../src/web/kit/words/deadline.js';

const today = (moment: string): Date => new Date(`2026-03-18T${moment}:00+07:00`);

function row(
  code: string,
  standing: DeadlineStanding,
  words: readonly [string, string, string],
  state: readonly [string, string],
): WorkRow {
  const [subject, channel, unit] = words;
  return {
    id: code,
    href: `/phieu/${code}`,
    code,
    deadline: deadlineWords(standing),
    subject,
    channel,
    unit,
    state: state[0],
    latest: state[1],
  };
}

const rows: readonly WorkRow[] = [
  row(
    'PAKN.20260310.0017',
    { kind: 'late', days: 1 },
    ['Chậm trả học bạ cho học sinh chuyển trường', 'Cổng', 'Trường THPT Cầu Rào'],
    ['Đang xử lý', 'hạn 17/03, thứ Ba'],
  ),
  row(
    'PAKN.20260318.0006',
    { kind: 'acceptBefore', now: today('10:40'), due: today('14:30') },
    ['Xe đưa đón đỗ dưới lòng đường trước cổng trường giờ tan học', 'Điện thoại', 'Trường THPT Đình Vũ'],
    ['Đã phân công', 'giao lúc 10:05'],
  ),
  {
    ...row(
      'PAKN.20260318.0009',
      { kind: 'acceptBefore', now: today('10:40'), due: today('15:00') },
      ['Thu tiền học thêm trong giờ chính khóa', 'Cổng', 'chưa giao đơn vị'],
      ['Đã tiếp nhận', 'nhận lúc 10:20'],
    ),
    ...{ proposal: 'Phòng Kế hoạch - Tài chính', choosable: true },
  },
  row(
    'PAKN.20260311.0008',
    { kind: 'today' },
    ['Bữa ăn bán trú không đúng thực đơn đã công khai', 'Điện thoại', 'Trường PT nhiều cấp Hoa Phượng'],
    ['Chờ duyệt, ký', 'đã ký, chờ phát hành'],
  ),
  row(
    'PAKN.20260311.0023',
    { kind: 'today' },
    ['Nhà vệ sinh khu B hỏng hơn một tháng chưa sửa', 'Cổng', 'Trường THPT Tràng Kênh'],
    ['Đang xử lý', 'biện pháp, 09:12'],
  ),
  row(
    'PAKN.20260312.0011',
    { kind: 'soon', days: 1 },
    ['Lời lẽ xúc phạm học sinh trong giờ Ngữ văn', 'Điện thoại', 'Trường THPT Hòn Dấu'],
    ['Đang xác minh', 'tiến độ, 17/03'],
  ),
  row(
    'PAKN.20260312.0042',
    { kind: 'soon', days: 2 },
    ['Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5', 'Cổng', 'Trường THPT Núi Voi'],
    ['Đang dự thảo văn bản', 'bản thảo 3, 10:31'],
  ),
  row(
    'PAKN.20260313.0005',
    { kind: 'soon', days: 2 },
    [
      'Đề nghị công khai các khoản thu quỹ lớp, quỹ hội và bảo hiểm thân thể đầu năm học 2025 - 2026 của khối 10',
      'Tin nhắn',
      'Trường THPT Tràng Kênh',
    ],
    ['Đã phân công', 'chờ bà Ngọc nhận'],
  ),
  row(
    'PAKN.20260316.0014',
    { kind: 'far', days: 3 },
    ['Xin hướng dẫn cấp lại bản sao bằng tốt nghiệp THPT năm 1998', 'Cổng', 'Văn phòng Sở'],
    ['Đã tiếp nhận', '16/03, 14:20'],
  ),
  row(
    'PAKN.20260317.0003',
    { kind: 'far', days: 4 },
    ['Trung tâm ngoại ngữ thu phí giữ chỗ, không hoàn lại khi rút hồ sơ', 'Điện thoại', 'Trung tâm Anh ngữ Sao Biển'],
    ['Đang xác minh', '17/03, 09:02'],
  ),
  row(
    'PAKN.20260318.0002',
    { kind: 'far', days: 5 },
    ['Đề nghị mở thêm lớp 10 hệ giáo dục thường xuyên buổi tối', 'Cổng', 'Trung tâm GDNN-GDTX Lạch Tray'],
    ['Đã tiếp nhận', '18/03, 08:15'],
  ),
  row(
    'PAKN.20260309.0031',
    { kind: 'paused' },
    ['Điểm học kỳ I trên sổ liên lạc điện tử không khớp bảng điểm giấy', 'Cổng', 'Trường THPT Cầu Rào'],
    ['Chờ bổ sung thông tin', 'từ 17/03, còn 4 ngày chờ'],
  ),
];

const list = (
  slug: string,
  label: string,
  count: number,
  tone: 'late' | 'today' | 'soon' | null = null,
): MyWorkView['groups'][number]['lists'][number] => ({
  href: slug === '' ? '/' : `/?danh-sach=${slug}`,
  label,
  count,
  tone,
  current: slug === '',
});

const NOTE_ALONE = manyActsOf({ id: 'b', name: 'B', unitId: null, roles: ['contactOfficer'] });

export const myWork: MyWorkView = {
  groups: [
    {
      heading: 'Việc của tôi',
      lists: [
        list('', 'Tất cả việc đang mở', 21),
        list('cho-nhan', 'Chờ tiếp nhận', 1, 'today'),
        list('hom-nay', 'Đến hạn hôm nay', 2, 'today'),
        list('con-2-ngay', 'Còn 2 ngày làm việc', 3, 'soon'),
        list('qua-han', 'Quá hạn', 1, 'late'),
        list('cho-ky', 'Chờ duyệt, ký', 4),
        list('tra-lai', 'Bị trả lại', 0),
        list('cho-cong-dan', 'Chờ người phản ánh', 3),
      ],
    },
    {
      heading: 'Cả phòng',
      lists: [list('phong', 'Mọi phiếu của phòng', 64), list('chua-nhan', 'Chưa ai nhận', 2, 'today')],
    },
    { heading: 'Văn thư', lists: [{ ...list('tin-loi', 'Văn bản, bản tin bị từ chối nhận', 4), href: '/tin-loi' }] },
  ],
  heading: 'Tất cả việc đang mở',
  today: { iso: '2026-03-18', words: 'Thứ Tư, 18/03/2026' },
  summary: '1 phiếu quá hạn, 3 việc phải xong hôm nay.',
  rows,
  heads: headsOf({ code: 'cua-toi', base: 'cua-toi', filter: { open: true } }),
  order: 'xếp theo hạn',
  empty: {
    kind: 'done',
    heading: 'Không còn phiếu nào đến hạn hôm nay',
    text: 'Phiếu gần nhất hết hạn vào thứ Sáu 20/03.',
    step: { href: '/?danh-sach=con-2-ngay', label: 'Xem phiếu còn 2 ngày làm việc' },
  },
  exportHref: '/viec-cua-toi.xlsx?danh-sach=cua-toi',
  pages: { range: '51–100 trên 142', firstHref: '/', nextHref: '/?trang=3' },
  manyActs: NOTE_ALONE,
  preview: {
    id: 'PAKN.20260312.0042',
    href: '/phieu/PAKN.20260312.0042',
    code: 'PAKN.20260312.0042',
    origin: 'Cổng 1022 · nhận 12/03, 16:52',
    subject: 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5',
    deadline: deadlineWords({ kind: 'soon', days: 2 }),
    moment: '17:30, thứ Sáu 20/03',
    text: 'Tôi có con đang học lớp 11A5 Trường THPT Núi Voi. Từ đầu học kỳ II, cô giáo chủ nhiệm tổ chức dạy thêm môn Toán vào tiết 5 các ngày thứ Ba và thứ Năm, là giờ học chính khóa, và thu 450.000 đồng mỗi tháng. Em nào không nộp thì phải xuống thư viện ngồi.',
    files: [
      { href: '/tep/dinh-kem/1', name: 'giay-bao-thu.jpg', size: '1,2 MB', kind: 'picture' },
      { href: '/tep/dinh-kem/2', name: 'thoi-khoa-bieu.jpg', size: '840 kB', kind: 'picture' },
    ],
    responsibility: [
      { label: 'Chủ trì', value: 'Bà Nguyễn Thị Hồng Ngọc' },
      { label: 'Phối hợp', value: 'Trường THPT Núi Voi, đã báo cáo 17/03' },
      { label: 'Tổ chức, cá nhân phản ánh', value: 'B. V. K. (đề nghị giữ bí mật họ tên)' },
    ],
    latest: {
      text: 'Đã nhận báo cáo của nhà trường, đang đối chiếu sổ đầu bài và danh sách thu.',
      when: '18/03, 10:40',
    },
    may: {
      accept: null,
      assign: false,
      assignAsProposed: null,
      note: true,
      draft: { kind: 'open', href: '/du-thao/3', label: 'Mở bản thảo 3' },
    },
  },
};

export const myWorkToAssign: MyWorkView = {
  ...myWork,
  heading: 'Chờ giao đơn vị',
  manyActs: manyActsOf({ id: 'a', name: 'A', unitId: null, roles: ['registryClerk'] }),
  preview: myWork.preview && {
    ...myWork.preview,
    may: {
      accept: null,
      assign: true,
      assignAsProposed: {
        action: '/giao-theo-de-xuat',
        choice: '42~3~ngoc',
        receiver: 'Phòng Giáo dục Trung học; Bà Nguyễn Thị Hồng Ngọc',
        because: 'Theo bảng phân công (12/QĐ-SGDĐT), dòng 1: lĩnh vực Dạy thêm, học thêm.',
      },
      note: false,
      draft: null,
    },
  },
};

export const myWorkDone: MyWorkView = {
  ...myWork,
  groups: [
    ...myWork.groups,
    {
      heading: 'Xử lý thay Bùi Thị Ngọc Ánh',
      enter: 'anh',
      lists: [
        { ...list('thay', 'Tất cả việc đang mở', 3), href: '/lam-thay' },
        { ...list('thay', 'Quá hạn', 1, 'late'), href: '/lam-thay' },
      ],
    },
  ],
  heading: 'Đến hạn hôm nay',
  summary: 'không còn việc nào phải xong hôm nay.',
  rows: [],
  preview: null,
  pages: null,
};
