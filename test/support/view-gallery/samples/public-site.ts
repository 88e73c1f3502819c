import { civilDate } from '../../../../src/kernel/civil-date.js';
import { lastMonths, publicFigures, type Counts } from '../../../../src/publication/domain/public-figures.js';
import { publicFiguresView } from '../../../../src/web/public-site/public-site-view.js';
import type { PublicContactsView } from '../../../../src/web/public-site/public-contacts-page.js';
import type { PublicFiguresView } from '../../../../src/web/public-site/public-figures-page.js';
import type { PublicLookUpView } from '../../../../src/web/public-site/public-look-up-page.js';
import type { PublicResultsView, PublicResultView } from '../../../../src/web/public-site/public-results-page.js';
import type { PublicationListView, PublicationView } from '../../../../src/web/public-site/publication-page.js';
import type { RatingView } from '../../../../src/web/public-site/rating-page.js';

export const agency = 'Sở Giáo dục và Đào tạo thành phố Hải Phòng';

const TEXT =
  'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa từ ngày 16/3/2026 và trả lại toàn bộ tiền đã thu.\n\nPhòng Giáo dục Trung học kiểm tra lại thời khóa biểu của các khối và không thấy tiết nào dạy thêm trong giờ chính khóa.';

export const results: PublicResultsView = {
  agency,
  results: [
    {
      href: '/cong-khai/ket-qua/12',
      title: 'Dừng dạy thêm trong giờ chính khóa, trả lại tiền đã thu',
      detail: '18/03/2026 · Thu chi, dạy thêm · Phòng Giáo dục Trung học',
      beginning: TEXT.split('\n')[0] ?? '',
    },
    {
      href: '/cong-khai/ket-qua/11',
      title: 'Thay nhà cung cấp thực phẩm của bếp ăn bán trú và niêm yết thực đơn hằng tuần',
      detail: '12/03/2026 · Bếp ăn bán trú · Phòng Giáo dục Mầm non - Tiểu học',
      beginning: 'Nhà trường đã thay nhà cung cấp; đại diện phụ huynh kiểm tra bếp ăn mỗi tuần một lần…',
    },
  ],
  olderHref: '/cong-khai/ket-qua?truoc=11',
};

export const noResults: PublicResultsView = { agency, results: [], olderHref: null };

export const result: PublicResultView = {
  agency,
  title: 'Dừng dạy thêm trong giờ chính khóa, trả lại tiền đã thu',
  text: TEXT,
  facts: [
    { label: 'Lĩnh vực', value: 'Thu chi, dạy thêm' },
    { label: 'Đơn vị giải quyết', value: 'Phòng Giáo dục Trung học' },
    { label: 'Công khai ngày', value: '18/03/2026' },
  ],
};

export const contacts: PublicContactsView = {
  agency,
  rows: [
    {
      unit: 'Phòng Giáo dục Trung học',
      address: '18 đường Hoa Phượng, phường Lê Chân',
      website: { text: 'thpt.haiphong.edu.vn', href: 'https://thpt.haiphong.edu.vn/' },
      name: 'Bà Nguyễn Thị Hồng Ngọc',
      position: 'Chuyên viên',
      phone: '0225 3000 121',
      email: 'daumoi.trunghoc@haiphong.edu.vn',
    },
    {
      unit: 'Trường THPT Núi Voi',
      address: null,
      website: null,
      name: 'Ông Đoàn Văn Lực',
      position: 'Phó Hiệu trưởng',
      phone: null,
      email: null,
    },
  ],
  summary: '2 đơn vị',
};

const FIELDS = [
  ['Bạo lực, an toàn trường học', 0.4],
  ['Thu chi, dạy thêm', 0.3],
  ['Bếp ăn bán trú', 0.2],
  ['Cơ sở vật chất, thiết bị dạy học', 0.1],
] as const;

const MONTHS = [140, 152, 96, 61, 88, 204, 231, 187, 176, 143, 182, 97];

/** Of a month as many came as it says, nine of ten were answered, and of ten answers nine or ten in time. */
function countsOf(received: number, isLate: boolean): Counts {
  const answered = Math.floor(received * 0.9);
  const onTime = isLate ? Math.floor(answered * 0.9) : answered;
  return {
    received,
    answered,
    onTime,
    open: received - answered,
    rated: Math.floor(received / 6),
    stars: Math.floor(received / 6) * 4,
  };
}

export const figures: PublicFiguresView = publicFiguresView(agency, {
  day: civilDate('2026-03-18'),
  countedAt: new Date('2026-03-17T17:10:00Z'),
  figures: publicFigures(
    lastMonths('2026-03-18').map((month, at) => ({
      month,
      byCategory: new Map(
        FIELDS.map(([name, share], field) => [name, countsOf(Math.round((MONTHS[at] ?? 0) * share), field === at % 4)]),
      ),
    })),
  ),
});

export const lookUp: PublicLookUpView = { agency, code: '', refused: null, found: null };

export const lookUpInVain: PublicLookUpView = {
  ...lookUp,
  code: 'PAKN.20260312.0042',
  refused:
    'Không có phiếu nào ứng với mã và số điện thoại này. So lại cả hai rồi thử lại. Phiếu đề nghị giữ bí mật họ tên hoặc nêu đơn vị bị phản ánh thì không xem được ở đây, gọi 1022 để hỏi.',
};

export const lookUpFound: PublicLookUpView = {
  ...lookUp,
  code: 'PAKN.20260312.0042',
  found: {
    heading: 'Phiếu PAKN.20260312.0042',
    facts: [
      { label: 'Tình trạng', value: 'Đang giải quyết' },
      { label: 'Sở nhận ngày', value: '12/03/2026' },
      { label: 'Hạn trả lời', value: '20/03/2026' },
    ],
  },
};

export const rating: RatingView = {
  agency,
  action: '/danh-gia/mau-thu',
  answer: 'PAKN.20260312.0042, trả lời ngày 17/03/2026',
  until: '23:59, thứ Hai 23/03/2026',
  choices: ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng'].map((words, at) => ({
    value: String(5 - at),
    label: `${String(5 - at)} – ${words}`,
    chosen: false,
  })),
  comment: '',
  starsError: 'Chọn số sao từ 1 đến 5.',
  commentError: null,
};

export const publication: PublicationListView = {
  rows: [
    {
      number: 12,
      href: '/cong-bo/12',
      title: 'Dừng dạy thêm trong giờ chính khóa, trả lại tiền đã thu',
      detail: 'Thu chi, dạy thêm · Phòng Giáo dục Trung học',
      published: '18/03/2026',
      standing: 'Đang đăng',
    },
    {
      number: 11,
      href: '/cong-bo/11',
      title: 'Thay nhà cung cấp thực phẩm của bếp ăn bán trú',
      detail: 'Bếp ăn bán trú',
      published: '12/03/2026',
      standing: 'Đã gỡ 13/03/2026',
    },
  ],
  olderHref: null,
};

export const publicationOne: PublicationView = {
  title: result.title,
  text: TEXT,
  facts: result.facts,
  withdraw: {
    id: 'go',
    label: 'Gỡ khỏi trang công khai…',
    action: '/cong-bo/12/go',
    submit: 'Gỡ kết quả này',
    lead: 'Trang, RSS và tệp dữ liệu mở bỏ kết quả này ngay; địa chỉ cũ báo là đã gỡ, không nêu lý do.',
    fields: [{ kind: 'area', name: 'reason', label: 'Lý do, để lưu trong nội bộ', required: true, maxLength: 1000 }],
    error: null,
    open: true,
  },
};
