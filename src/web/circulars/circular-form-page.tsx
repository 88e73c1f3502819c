import type { VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../kit/act-form.js';
import { CircularsCrumb } from './circulars-crumb.js';
import { Layout, Main } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/quan-triet/soan`, `/quan-triet/:id/sua`: a circular that nobody has been told of yet. */
export function CircularFormPage({ frame, form }: { frame: PageFrame; form: ActFormView }): VNode {
  return (
    <Layout frame={frame} title="Soạn văn bản quán triệt" place={null}>
      <Main frame={frame}>
        <CircularsCrumb href="/quan-triet/da-gui" label="Văn bản đã gửi" />
        <PageHead heading="Soạn văn bản quán triệt" />
        <Panel id="t-soan" heading="Văn bản và nơi nhận">
          <ActFormBody form={form} csrf={frame.csrf} />
        </Panel>
      </Main>
    </Layout>
  );
}
