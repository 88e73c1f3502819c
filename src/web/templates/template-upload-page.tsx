import type { VNode } from 'preact';
import { Errors, type FormError } from '../kit/errors.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { SamplePages, type SamplePagesView } from '../kit/letter-pages/sample-pages.js';
import { TemplateFindings, type TemplateFindingView } from './template-findings.js';
import { TextField, type TypedForm } from '../kit/text-field.js';

/** GET `/mau-van-ban/:kind/tep/:id`: what was found in an upload. POST to the same: `validFrom`, `reason`, `acceptedBecause`. */
export interface TemplateUploadView {
  readonly kindHref: string;
  readonly kindTitle: string;
  readonly heading: string;
  readonly summary: string;
  readonly tone: 'pass' | 'fail' | 'plain';
  readonly errors: readonly TemplateFindingView[];
  readonly warnings: readonly TemplateFindingView[];
  /** Null where the sample could not be made. */
  readonly sample: SamplePagesView | null;
  /** Null where it cannot be used, is used already, or not by this person. */
  readonly publish: {
    readonly action: string;
    readonly form: TypedForm;
    readonly flaws: readonly FormError[];
    readonly asksAcceptance: boolean;
  } | null;
}

export function TemplateUploadPage({ frame, view }: { frame: PageFrame; view: TemplateUploadView }): VNode {
  const { publish, sample } = view;
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="templates"
      crumb={{ href: view.kindHref, label: view.kindTitle }}
    >
      <PageHead
        heading={view.heading}
        acts={
          view.tone === 'fail' && (
            <a class="btn" href={view.kindHref}>
              Tải lên bản đã sửa
            </a>
          )
        }
      />
      <Note tone={view.tone}>
        <p>{view.summary}</p>
      </Note>
      {publish !== null && <Errors heading="Chưa đưa vào dùng được: còn chỗ cần sửa" errors={publish.flaws} />}
      <div class={sample === null ? 'ha-stack' : 'ha-two'}>
        <div class="ha-stack">
          <TemplateFindings id="t-phai-sua" heading="Phải sửa" tone="error" findings={view.errors} />
          <TemplateFindings id="t-luu-y" heading="Nên xem lại" tone="warning" findings={view.warnings} />
          {publish !== null && <Publish publish={publish} csrf={frame.csrf} />}
        </div>
        {sample !== null && (
          <aside>
            <Panel id="t-dien-thu" heading="Điền thử">
              <SamplePages sample={sample} />
            </Panel>
          </aside>
        )}
      </div>
    </PageShell>
  );
}

function Publish({
  publish: { action, form, asksAcceptance },
  csrf,
}: {
  publish: NonNullable<TemplateUploadView['publish']>;
  csrf: string;
}): VNode {
  return (
    <PostForm action={action} csrf={csrf} id="dua-vao-dung" keeps>
      <Panel
        id="t-dua-vao-dung"
        heading="Đưa vào dùng"
        footer={
          <button class="btn btn-primary" type="submit">
            Dùng mẫu này
          </button>
        }
      >
        <TextField form={form} name="validFrom" label="Bắt đầu dùng từ ngày" hint="Từ hôm nay trở đi." type="date" />
        <TextField
          form={form}
          name="reason"
          label="Căn cứ, lý do"
          hint="Ai quyết định, bằng văn bản nào; lưu cùng bản mẫu và trong nhật ký."
          rows={2}
        />
        {asksAcceptance && (
          <TextField
            form={form}
            name="acceptedBecause"
            label="Lý do vẫn dùng được khi còn lưu ý"
            hint="Lưu cùng bản mẫu và trong nhật ký."
            rows={2}
          />
        )}
      </Panel>
    </PostForm>
  );
}
