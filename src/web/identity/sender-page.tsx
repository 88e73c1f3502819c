import type { VNode } from 'preact';
import { Code } from '../kit/code.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** Answer to POST `/phieu/:id/danh-tinh` (`purpose`, `other`): the whole sender, for this one look. */
export interface SenderPageView {
  readonly backHref: string;
  readonly code: string;
  /** As it was recorded. */
  readonly purpose: string;
  readonly facts: readonly Fact[];
  readonly keepSecret: boolean;
}

export function SenderPage({ frame, view }: { frame: PageFrame; view: SenderPageView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Danh tính người phản ánh"
      place="work"
      crumb={{ href: view.backHref, label: 'Về phiếu' }}
    >
      <PageHead heading="Danh tính người phản ánh">
        <p>
          <Code>{view.code}</Code> · mục đích: {view.purpose}
        </p>
      </PageHead>
      <Panel id="t-nguoi-gui" heading="Tổ chức, cá nhân phản ánh" class="ha-no-print">
        <Facts facts={view.facts} />
      </Panel>
      {view.keepSecret && (
        <Note icon="lock">
          <p>
            Người phản ánh đề nghị giữ bí mật họ tên. Không nêu tên, số điện thoại, địa chỉ trong văn bản, thư và cuộc
            gọi với đơn vị bị phản ánh.
          </p>
        </Note>
      )}
      <Note>
        <p>
          Lần xem này đã ghi vào nhật ký và diễn biến của phiếu. Rời trang là không còn; cần xem lại thì nêu mục đích
          lần nữa.
        </p>
      </Note>
    </PageShell>
  );
}
