import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { ActButton } from '../kit/act-button.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/**
 * GET `/ban-in/van-ban-di/:id` and `/ban-in/tep-den/:id`.
 *
 * POST the same path (nothing): makes a copy to be printed.
 */
export interface PrintedCopiesView {
  readonly action: string;
  /** `Bản in chuyển đổi: Công văn 513/SGDĐT-GDTrH` */
  readonly heading: string;
  readonly subject: string;
  readonly mayMake: boolean;
  /** The form for a certified copy; null for those who make none. */
  readonly certified: ActFormView | null;
  readonly copies: readonly {
    readonly code: string;
    readonly fileHref: string;
    readonly lookUpHref: string;
    readonly made: string;
    readonly by: string;
  }[];
}

const NONE = {
  kind: 'done',
  heading: 'Chưa in bản nào',
  text: 'Mỗi lần tạo có mã riêng, ghi ai tạo và lúc nào.',
} as const;

export function PrintedCopiesPage({ frame, view }: { frame: PageFrame; view: PrintedCopiesView }): VNode {
  return (
    <PageShell frame={frame} title="Bản in chuyển đổi" place="registers">
      <PageHead
        heading={view.heading}
        acts={
          view.mayMake && (
            <ActButton action={view.action} csrf={frame.csrf} label="Tạo bản in chuyển đổi" icon="file" primary />
          )
        }
      >
        <p>{view.subject}</p>
      </PageHead>
      <Panel id="t-ban-in" heading="Các bản đã tạo">
        {view.copies.length === 0 ? <Empty empty={NONE} /> : <Copies copies={view.copies} />}
      </Panel>
      {view.certified !== null && <ActForm form={view.certified} csrf={frame.csrf} />}
      <p class="ha-small ha-mute">
        Bản in là bản giấy chuyển đổi: chân mỗi trang ghi hệ thống, cơ quan, mã tra cứu, mã QR, giờ và người tạo. Bản
        điện tử gốc giữ nguyên; chữ ký số chỉ kiểm tra được trên bản gốc.
      </p>
    </PageShell>
  );
}

function Copies({ copies }: Pick<PrintedCopiesView, 'copies'>): VNode {
  return (
    <ul class="ha-files">
      {copies.map(({ code, fileHref, lookUpHref, made, by }) => (
        <li key={code}>
          <a href={fileHref}>Mở để in</a> · {made}, {by} · <a href={lookUpHref}>Tra cứu mã {code}</a>
        </li>
      ))}
    </ul>
  );
}
