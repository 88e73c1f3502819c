import { FLAGGERS } from '../../../commendations/domain/policy.js';
import { REQUEST_READERS } from '../../../data-requests/domain/data-request.js';
import { JOURNAL_READERS } from '../../../journal/domain/policy.js';
import { STAFF, type Role } from '../../../kernel/actor.js';
import { PETITION_READERS } from '../../../petitions/domain/petition-access.js';
import { PUBLICATION_KEEPERS } from '../../../publication/domain/policy.js';
import { openTo } from './places.js';

/** A page, or where an act begins. */
export interface MenuEntry {
  readonly href: string;
  readonly label: string;
}

/** Without roles it is for everybody; roles are those who may open the page. */
export type EntryOfRoles = MenuEntry & { readonly roles?: readonly Role[] };

/** For everybody, in the menu of everybody; the last leads to all pages that the menu leaves out. */
const ALWAYS: readonly MenuEntry[] = [
  { href: '/tai-khoan', label: 'Tài khoản của tôi' },
  { href: '/huong-dan', label: 'Hướng dẫn' },
];
const ALL_PAGES: MenuEntry = { href: '/cac-trang', label: 'Tất cả các trang' };

/** What has no place in the bar. */
const PAGES: readonly EntryOfRoles[] = [
  { href: '/lam-thay', label: 'Xử lý thay' },
  { href: '/lich-lam-viec', label: 'Lịch làm việc' },
  { href: '/to-chuc', label: 'Tổ chức' },
  { href: '/van-ban-den', label: 'Văn bản đến', roles: STAFF },
  { href: '/du-thao', label: 'Văn bản đang soạn', roles: STAFF },
  { href: '/kiem-tra-the-thuc', label: 'Kiểm tra thể thức', roles: STAFF },
  { href: '/kiem-tra-chu-ky', label: 'Kiểm tra chữ ký số', roles: STAFF },
  { href: '/quan-triet', label: 'Quán triệt văn bản' },
  { href: '/thong-bao-gian-doan', label: 'Thông báo gián đoạn' },
  { href: '/cong-bo', label: 'Kết quả công khai', roles: PUBLICATION_KEEPERS },
  { href: '/khen-thuong', label: 'Khen thưởng', roles: FLAGGERS },
  { href: '/so-tiep-nhan-don', label: 'Sổ tiếp nhận đơn', roles: PETITION_READERS },
  { href: '/yeu-cau-du-lieu', label: 'Yêu cầu về dữ liệu cá nhân', roles: REQUEST_READERS },
  { href: '/nhat-ky', label: 'Nhật ký', roles: JOURNAL_READERS },
  { href: '/kho-tin-cay', label: 'Chứng thư số tin cậy', roles: ['administrator'] },
  { href: '/dong-bo-nhan-su', label: 'Đồng bộ nhân sự', roles: ['administrator'] },
  { href: '/ma-truy-cap', label: 'Mã truy cập' },
  { href: '/an-toan', label: 'An toàn hệ thống', roles: ['administrator'] },
  { href: '/tich-hop/webhook', label: 'Webhook và Open311', roles: ['administrator'] },
];

/** What people of a role open most, besides the places of the bar. */
const OFTEN: Readonly<Record<Role, readonly string[]>> = {
  registryClerk: ['/van-ban-den', '/du-thao'],
  contactOfficer: ['/du-thao', '/kiem-tra-the-thuc'],
  unitHead: ['/lam-thay', '/quan-triet'],
  leader: ['/lam-thay', '/quan-triet'],
  supervisor: ['/cong-bo', '/nhat-ky'],
  formatChecker: ['/kiem-tra-the-thuc', '/van-ban-den'],
  administrator: ['/an-toan', '/nhat-ky'],
};
/** With the three for everybody and the three commands, eight entries: what the eye takes in at once. */
const OFTEN_SHOWN = 2;

/** What stands in the menu of people with these roles. */
export function menuOf(roles: readonly Role[]): readonly MenuEntry[] {
  const often = new Set([0, 1].flatMap((at) => roles.flatMap((role) => OFTEN[role][at] ?? [])));
  const pages = PAGES.filter(({ href }) => often.has(href)).slice(0, OFTEN_SHOWN);
  return [...ALWAYS, ...pages, ALL_PAGES].map(({ href, label }) => ({ href, label }));
}

/** All pages besides those of the bar that people with these roles may open from anywhere. */
export function pagesBesideBar(roles: readonly Role[]): readonly MenuEntry[] {
  return [...ALWAYS, ALL_PAGES, ...openTo(roles, PAGES)].map(({ href, label }) => ({ href, label }));
}
