import type { VNode } from 'preact';
import { count } from '../kit/words/numbers.js';
import { Icon } from '../kit/icon.js';

/** Above this the bell shows `99+`. */
const SHOWN = 99;

/** Number of unread notices, in the top bar of every page. */
export function Bell({ unread }: { unread: number }): VNode {
  const words = unread > SHOWN ? `hơn ${count(SHOWN)}` : count(unread);
  return (
    <a
      class="btn btn-quiet btn-icon ha-bell"
      id="chuong"
      data-renewed
      href="/thong-bao"
      aria-label={unread === 0 ? 'Thông báo' : `Thông báo, ${words} chưa đọc`}
    >
      <Icon name="bell" />
      {unread > 0 && <span aria-hidden="true">{unread > SHOWN ? `${String(SHOWN)}+` : unread}</span>}
    </a>
  );
}
