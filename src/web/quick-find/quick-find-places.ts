import { CIRCULAR_SENDERS } from '../../circulars/domain/policy.js';
import { COMMENDERS, FLAGGERS } from '../../commendations/domain/policy.js';
import { REGISTRARS } from '../../correspondence/domain/policy.js';
import { DRAFTERS } from '../../drafting/domain/policy.js';
import { STAFF, type Role } from '../../kernel/actor.js';
import { ORGANISERS } from '../../organisation/domain/policy.js';
import { REPORT_KEEPERS } from '../../reports/domain/report.js';
import { DIRECTED, DIRECTORS, INSPECTORS, SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { REGISTRY_AND_WATCH, WATCHES_EXCHANGE } from '../kit/http/routes.js';
import { pagesBesideBar, type EntryOfRoles, type MenuEntry } from '../kit/shell/menu.js';
import { allPlacesOf, openTo } from '../kit/shell/places.js';

/** Pages that have no place in the bar and the menu. */
const PAGES: readonly EntryOfRoles[] = [
  { href: '/tim-kiem', label: 'Tìm phiếu' },
  { href: '/thong-bao', label: 'Thông báo' },
  { href: '/quyet-dinh', label: 'Chờ quyết định', roles: REGISTRY_AND_WATCH },
  { href: '/so-tiep-nhan', label: 'Sổ tiếp nhận phản ánh, kiến nghị', roles: REGISTRY_AND_WATCH },
  { href: '/so-van-ban/den', label: 'Sổ văn bản đến', roles: STAFF },
  { href: '/so-van-ban/di', label: 'Sổ văn bản đi', roles: STAFF },
  { href: '/so-van-ban/theo-doi', label: 'Sổ theo dõi giải quyết', roles: STAFF },
  { href: '/so-van-ban/sao', label: 'Sổ văn bản sao', roles: STAFF },
  { href: '/so-van-ban/buu-dien', label: 'Sổ gửi văn bản đi bưu điện', roles: STAFF },
  { href: '/doan-mau', label: 'Đoạn mẫu của đơn vị', roles: DRAFTERS },
  { href: '/ho-so', label: 'Hồ sơ', roles: STAFF },
  { href: '/danh-muc-ho-so', label: 'Danh mục hồ sơ', roles: STAFF },
  { href: '/trao-doi', label: 'Trao đổi với bên ngoài', roles: WATCHES_EXCHANGE },
  { href: '/giam-sat/chi-dao', label: 'Chỉ đạo', roles: [...SUPERVISION_READERS, ...DIRECTED] },
  { href: '/giam-sat/don-doc', label: 'Công văn đôn đốc', roles: SUPERVISION_READERS },
  { href: '/giam-sat/mau', label: 'Mẫu kiểm tra', roles: INSPECTORS },
  { href: '/to-chuc/nguoi', label: 'Người dùng và vai trò' },
  { href: '/bang-phan-cong', label: 'Bảng phân công' },
  { href: '/quy-dinh-thoi-han', label: 'Quy định thời hạn' },
  { href: '/tham-quyen-ky', label: 'Thẩm quyền ký' },
  { href: '/tham-quyen-quyet-dinh', label: 'Thẩm quyền quyết định' },
  { href: '/thong-tin-co-quan', label: 'Thông tin cơ quan' },
  { href: '/can-bo-dau-moi', label: 'Danh bạ cán bộ đầu mối' },
  { href: '/tinh-trang', label: 'Tình trạng dịch vụ' },
];

/** Acts that need no ticket or letter to begin with: the page, or the form in it, where they are done. */
const ACTS: readonly EntryOfRoles[] = [
  { href: '/phieu-moi', label: 'Ghi phiếu mới (nhập phản ánh, kiến nghị)', roles: ['registryClerk'] },
  { href: '/nhap-phieu', label: 'Nhập phiếu từ tệp', roles: ['registryClerk'] },
  { href: '/van-ban-den/moi', label: 'Vào sổ văn bản giấy', roles: REGISTRARS },
  { href: '/soan-van-ban', label: 'Soạn văn bản', roles: DRAFTERS },
  { href: '/quan-triet/soan', label: 'Soạn văn bản quán triệt', roles: CIRCULAR_SENDERS },
  { href: '/bao-cao#lap-bao-cao', label: 'Lập báo cáo', roles: REPORT_KEEPERS },
  { href: '/giam-sat/chi-dao#chi-dao', label: 'Giao chỉ đạo cho đơn vị', roles: DIRECTORS },
  { href: '/khen-thuong/ghi-nhan', label: 'Ghi nhận phiếu (để khen thưởng)', roles: FLAGGERS },
  { href: '/khen-thuong', label: 'Lập danh sách đề nghị khen thưởng', roles: COMMENDERS },
  { href: '/to-chuc#them', label: 'Thêm đơn vị', roles: ORGANISERS },
  { href: '/to-chuc/nguoi/nhap', label: 'Nhập người dùng từ tệp', roles: ORGANISERS },
  { href: '/tai-khoan/mat-khau', label: 'Đổi mật khẩu' },
  { href: '/tai-khoan/xac-thuc-hai-lop', label: 'Bật xác thực hai lớp' },
];

/** The pages that one may open, those of the bar first; each once. */
export function pagesFor(roles: readonly Role[]): readonly MenuEntry[] {
  const all = [...allPlacesOf({ roles }), ...pagesBesideBar(roles), ...openTo(roles, PAGES)];
  const hrefs = all.map(({ href }) => href);
  return all.filter(({ href }, at) => hrefs.indexOf(href) === at).map(({ href, label }) => ({ href, label }));
}

export function actsFor(roles: readonly Role[]): readonly MenuEntry[] {
  return openTo(roles, ACTS);
}
