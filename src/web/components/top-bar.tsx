import type { VNode } from 'preact';
import { FLAGGERS } from '../../commendations/domain/policy.js';
import { REQUEST_READERS } from '../../data-requests/domain/data-request.js';
import { JOURNAL_READERS } from '../../journal/domain/policy.js';
import { Brand } from './brand.js';
import { Bell } from './bell.js';
import { Icon } from './icon.js';
import type { PageFrame, Place } from './page-frame.js';
import { placeFor, placesOf } from './places.js';
import { PostForm } from './post-form.js';

/** The places of the house, the search, and who is at the desk. */
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
        <button class="btn btn-quiet btn-icon" type="button" data-theme-toggle aria-label="Đổi nền sáng, tối" hidden>
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
      <label class="ha-vh" for="tim">
        Tìm phiếu theo mã, số, nội dung
      </label>
      <input
        class="form-control"
        id="tim"
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
        <button class="btn btn-quiet ha-not-phone" type="button" data-opens="bang-phim" hidden>
          Bảng phím <kbd aria-hidden="true">?</kbd>
        </button>
        <a class="btn btn-quiet" href="/tai-khoan">
          Tài khoản của tôi
        </a>
        <a class="btn btn-quiet" href="/lam-thay">
          Làm thay
        </a>
        <a class="btn btn-quiet" href="/lich-lam-viec">
          Lịch làm việc
        </a>
        <a class="btn btn-quiet" href="/to-chuc">
          Tổ chức
        </a>
        <a class="btn btn-quiet" href="/kiem-tra-the-thuc">
          Kiểm tra thể thức
        </a>
        <a class="btn btn-quiet" href="/kiem-tra-chu-ky">
          Kiểm tra chữ ký số
        </a>
        <a class="btn btn-quiet" href="/quan-triet">
          Quán triệt văn bản
        </a>
        <a class="btn btn-quiet" href="/thong-bao-gian-doan">
          Thông báo gián đoạn
        </a>
        {FLAGGERS.some((role) => frame.viewer.roles.includes(role)) && (
          <a class="btn btn-quiet" href="/khen-thuong">
            Khen thưởng
          </a>
        )}
        {REQUEST_READERS.some((role) => frame.viewer.roles.includes(role)) && (
          <a class="btn btn-quiet" href="/yeu-cau-du-lieu">
            Yêu cầu dữ liệu cá nhân
          </a>
        )}
        {JOURNAL_READERS.some((role) => frame.viewer.roles.includes(role)) && (
          <a class="btn btn-quiet" href="/nhat-ky">
            Nhật ký
          </a>
        )}
        {frame.viewer.roles.includes('administrator') && (
          <a class="btn btn-quiet" href="/kho-tin-cay">
            Kho tin cậy
          </a>
        )}
        {frame.viewer.roles.includes('administrator') && (
          <a class="btn btn-quiet" href="/dong-bo-nhan-su">
            Đồng bộ nhân sự
          </a>
        )}
        <a class="btn btn-quiet" href="/ma-truy-cap">
          Mã truy cập
        </a>
        {frame.viewer.roles.includes('administrator') && (
          <a class="btn btn-quiet" href="/an-toan">
            An toàn hệ thống
          </a>
        )}
        {frame.viewer.roles.includes('administrator') && (
          <a class="btn btn-quiet" href="/tich-hop/webhook">
            Webhook và Open311
          </a>
        )}
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
