import type { VNode } from 'preact';
import { Brand } from './brand.js';
import { Bell } from '../../notices/bell.js';
import { Icon } from '../icon.js';
import { menuOf } from './menu.js';
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
