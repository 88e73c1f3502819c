import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { CircularsCrumb } from './circulars-crumb.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/quan-triet/soan`, `/quan-triet/:id/sua`: a circular that nobody has been told of yet. */
export function CircularFormPage({ frame, form }: { frame: PageFrame; form: ActFormView }): VNode {
  return (
    <PageShell frame={frame} title="Soạn văn bản quán triệt" place={null}>
      <CircularsCrumb href="/quan-triet/da-gui" label="Văn bản đã gửi" />
      <PageHead heading="Soạn văn bản quán triệt" />
      <Panel id="t-soan" heading="Văn bản và nơi nhận">
        <ActFormBody form={form} csrf={frame.csrf} />
      </Panel>
    </PageShell>
  );
}
