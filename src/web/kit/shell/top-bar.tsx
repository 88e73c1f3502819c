import type { VNode } from 'preact';
import { FLAGGERS } from '../../../commendations/domain/policy.js';
import { REQUEST_READERS } from '../../../data-requests/domain/data-request.js';
import { JOURNAL_READERS } from '../../../journal/domain/policy.js';
import { STAFF, type Role } from '../../../kernel/actor.js';
import { PETITION_READERS } from '../../../petitions/domain/petition-access.js';
import { PUBLICATION_KEEPERS } from '../../../publication/domain/policy.js';
import { Brand } from './brand.js';
import { Bell } from '../../notices/bell.js';
import { Icon } from '../icon.js';
import type { PageFrame, Place } from './page-frame.js';
import { placeFor, placesOf } from './places.js';
import { PostForm } from '../post-form.js';

/** The places of the app, the search, and who is at the desk. */
export function TopBar({ frame, place }: { frame: PageFrame; place: Place | null }): VNode {
  const here = placeFor(frame.viewer, place);
  return (
    <header class="ha-top">
      <Brand href="/" />
      <nav class="ha-nav" aria-label="Chính">
        {placesOf(frame.viewer).map((one) => (
          <a
            key={one.place}
            href={one.href}
            aria-current={one.place === here ? 'page' : undefined}
            data-key={one.shortcut}
          >
            {one.label}
          </a>
        ))}
      </nav>
      <div class="ha-top-end">
        {frame.search !== null && <Search words={frame.search} />}
        <button
          class="btn btn-quiet btn-icon ha-scripted"
          type="button"
          data-theme-toggle
          aria-label="Đổi nền sáng, tối"
        >
          <Icon name="moon" />
        </button>
        <Bell unread={frame.unread} />
        <UserMenu frame={frame} />
      </div>
    </header>
  );
}

function Search({ words }: { words: string }): VNode {
  return (
    <form class="ha-find" role="search" action="/tim-kiem">
      <Icon name="search" />
      <label class="ha-vh" for="tim-nhanh">
        Tìm phiếu theo mã, số, nội dung
      </label>
      <input
        class="form-control"
        id="tim-nhanh"
        name="tim"
        type="search"
        placeholder="Tìm mã, số, nội dung"
        autocomplete="off"
        value={words}
        data-focus-key="/"
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

/** What has no place in the bar, in the order of use; without roles it is for everybody. Roles are those who may open the page. */
const MENU: readonly { readonly href: string; readonly label: string; readonly roles?: readonly Role[] }[] = [
  { href: '/tai-khoan', label: 'Tài khoản của tôi' },
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
  { href: '/yeu-cau-du-lieu', label: 'Yêu cầu dữ liệu cá nhân', roles: REQUEST_READERS },
  { href: '/nhat-ky', label: 'Nhật ký', roles: JOURNAL_READERS },
  { href: '/kho-tin-cay', label: 'Chứng thư số tin cậy', roles: ['administrator'] },
  { href: '/dong-bo-nhan-su', label: 'Đồng bộ nhân sự', roles: ['administrator'] },
  { href: '/ma-truy-cap', label: 'Mã truy cập' },
  { href: '/an-toan', label: 'An toàn hệ thống', roles: ['administrator'] },
  { href: '/tich-hop/webhook', label: 'Webhook và Open311', roles: ['administrator'] },
];

/** What stands in the menu of people with these roles. */
export function menuOf(roles: readonly Role[]): readonly { readonly href: string; readonly label: string }[] {
  return MENU.filter((one) => one.roles === undefined || one.roles.some((role) => roles.includes(role)));
}

function UserMenu({ frame }: { frame: PageFrame }): VNode {
  return (
    <details class="ha-user" data-closes>
      <summary class="ha-me">
        <span class="ha-avatar" aria-hidden="true">
          {avatarLetters(frame.viewer.name)}
        </span>
        <span>
          <b>{frame.viewer.name}</b>
          <small>{frame.viewer.place}</small>
        </span>
      </summary>
      <div class="ha-user-b">
        <p>
          <b>{frame.viewer.name}</b>
          <small>{frame.viewer.place}</small>
        </p>
        <button class="btn btn-quiet ha-not-phone ha-scripted" type="button" data-opens="bang-phim">
          Bảng phím <kbd aria-hidden="true">?</kbd>
        </button>
        <button class="btn btn-quiet ha-scripted" type="button" data-finds>
          Tìm mọi nơi <kbd aria-hidden="true">Ctrl K</kbd>
        </button>
        {menuOf(frame.viewer.roles).map((one) => (
          <a key={one.href} class="btn btn-quiet" href={one.href}>
            {one.label}
          </a>
        ))}
        <button class="btn btn-quiet" type="button" data-copies-choice hidden />
        <PostForm action="/dang-xuat" csrf={frame.csrf}>
          <button class="btn" type="submit">
            Đăng xuất
          </button>
        </PostForm>
      </div>
    </details>
  );
}

/** First letters of family and given name: `Nguyễn Thị Hồng Ngọc` → `NN`. */
function avatarLetters(name: string): string {
  const words = name.split(' ').filter((word) => word !== '');
  return [words.at(0), words.length > 1 ? words.at(-1) : '']
    .map((word) => (word ?? '').slice(0, 1).toUpperCase())
    .join('');
}
