import type { VNode } from 'preact';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import type { MenuEntry } from '../kit/shell/menu.js';
import { actsFor, pagesFor } from '../quick-find/quick-find-places.js';

/** GET `/cac-trang`: every page and act that this person may begin with, for those who find it neither in the bar nor in the menu. */
export function AllPagesPage({ frame }: { frame: PageFrame }): VNode {
  const { roles } = frame.viewer;
  return (
    <PageShell frame={frame} title="Tất cả các trang" place={null}>
      <PageHead heading="Tất cả các trang">
        <p>
          Những trang và việc mà vai trò của anh, chị mở được. Cách làm từng việc ở <a href="/huong-dan">Hướng dẫn</a>.
        </p>
      </PageHead>
      <Panel id="cac-trang" heading="Trang">
        <Places places={pagesFor(roles).filter(({ href }) => href !== '/cac-trang')} />
      </Panel>
      <Panel id="cac-viec" heading="Việc">
        <Places places={actsFor(roles)} />
      </Panel>
    </PageShell>
  );
}

function Places({ places }: { places: readonly MenuEntry[] }): VNode {
  return (
    <ul class="ha-all-pages">
      {places.map(({ href, label }) => (
        <li key={label}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
