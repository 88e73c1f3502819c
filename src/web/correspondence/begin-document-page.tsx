import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/soan-van-ban`: a document that stands by itself is begun. POST the same: `key`, `template`, `subject`, `receivers`. */
export interface BeginDocumentView {
  readonly form: ActFormView;
}

export function BeginDocumentPage({ frame, view: { form } }: { frame: PageFrame; view: BeginDocumentView }): VNode {
  return (
    <PageShell frame={frame} title="Soạn văn bản" place="work">
      <PageHead
        heading="Soạn văn bản"
        acts={
          <a class="btn" href="/du-thao">
            Văn bản đang soạn
          </a>
        }
      >
        <p>Văn bản không trả lời phiếu hay văn bản đến nào. Soạn xong thì trình duyệt, ký, lấy số, phát hành.</p>
      </PageHead>
      <Panel id="t-soan" heading="Văn bản mới">
        <ActFormBody form={form} csrf={frame.csrf} />
      </Panel>
    </PageShell>
  );
}
