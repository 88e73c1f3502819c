import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { CertificateSheet } from './certificate-sheet.js';
import type { Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TrustCrumb } from './trust-crumb.js';

/** GET `/kho-tin-cay/them`: a file is chosen; POST the same answers with what the certificate says. Nothing is kept by looking. */
export interface TrustAddingView {
  readonly upload: ActFormView;
  /** Null before a file is chosen. */
  readonly preview: {
    readonly use: string;
    readonly certificate: readonly Fact[];
    readonly flaws: readonly string[];
    readonly warnings: readonly string[];
    /** Null where it cannot come in. */
    readonly add: ActFormView | null;
  } | null;
}

export function TrustAddingPage({ frame, view }: { frame: PageFrame; view: TrustAddingView }): VNode {
  const { upload, preview } = view;
  return (
    <PageShell frame={frame} title="Thêm chứng thư" place={null}>
      <TrustCrumb />
      <PageHead heading="Thêm chứng thư">{preview !== null && <p>{preview.use}</p>}</PageHead>
      <div class="ha-stack">
        {preview !== null && (
          <CertificateSheet facts={preview.certificate} flaws={preview.flaws} warnings={preview.warnings} />
        )}
        {preview?.add && (
          <Panel id="t-de-nghi" heading="Đề nghị thêm vào danh sách tin cậy">
            <ActFormBody form={preview.add} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel id="t-chon" heading={preview === null ? 'Chọn chứng thư' : 'Chọn chứng thư khác'}>
          <ActFormBody form={upload} csrf={frame.csrf} />
        </Panel>
      </div>
    </PageShell>
  );
}
