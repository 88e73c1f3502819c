import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Icon } from '../kit/icon.js';
import type { PageFrame } from '../kit/shell/page-frame.js';

/** Says on every page in whose place one acts, and ends it. */
export function ActsFor({ frame: { actsFor, csrf } }: { frame: PageFrame }): VNode | null {
  if (actsFor === undefined) return null;
  return (
    <aside class="ha-acts-for" aria-label="Xử lý thay">
      <Icon name="users" />
      <p>
        Đang xử lý thay <b>{actsFor}</b>. Mọi việc ghi tên cả hai người.
      </p>
      <ActButton action="/lam-thay/thoi" csrf={csrf} label="Kết thúc xử lý thay" small />
    </aside>
  );
}
