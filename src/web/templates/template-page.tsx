import type { VNode } from 'preact';
import { ActForm, ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { SamplePages, type SamplePagesView } from '../kit/letter-pages/sample-pages.js';
import { Tag } from '../kit/tag.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/mau-van-ban/:kind`. POST `/mau-van-ban/:kind`: `file`. POST `/mau-van-ban/:kind/ban/:number/rut`: `reason`. */
export interface TemplateView {
  readonly title: string;
  readonly summary: string;
  /** The DOCX in use. */
  readonly docxHref: string;
  /** Null for those who may only read. */
  readonly upload: ActFormView | null;
  readonly sample: SamplePagesView;
  readonly fields: readonly TemplateFieldView[];
  /** Newest first. */
  readonly versions: readonly TemplateVersionView[];
  readonly uploads: readonly RowView[];
}

export interface TemplateFieldView {
  readonly written: string;
  readonly meaning: string;
  /** `trong {#muc}` */
  readonly within: string | null;
  readonly isNeeded: boolean;
  readonly example: string;
}

export interface TemplateVersionView {
  readonly label: string;
  readonly validity: string;
  readonly standing: 'inForce' | 'coming' | 'past' | 'withdrawn' | 'spare';
  readonly published: string;
  /** The basis, what was weighed, why it was withdrawn. */
  readonly reasons: readonly string[];
  readonly docxHref: string;
  readonly reportHref: string | null;
  /** Null where it can no longer be withdrawn, or not by this person. */
  readonly withdraw: ActFormView | null;
}

const STANDINGS: Readonly<Record<TemplateVersionView['standing'], string>> = {
  inForce: 'Đang dùng',
  coming: 'Chưa đến ngày',
  past: 'Đã được thay',
  withdrawn: 'Đã rút',
  spare: 'Dùng khi không có bản của cơ quan',
};

export function TemplatePage({ frame, view }: { frame: PageFrame; view: TemplateView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.title}
      place="templates"
      crumb={{ href: '/mau-van-ban', label: 'Mẫu văn bản' }}
    >
      <PageHead
        heading={view.title}
        acts={
          <a class="btn" href={view.docxHref}>
            <Icon name="down" />
            Tải mẫu đang dùng
          </a>
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      <div class="ha-stack">
        <div class="ha-two">
          <div class="ha-stack">
            {view.upload !== null && (
              <Panel id="t-tai-len" heading="Tải lên bản mới">
                <ActFormBody form={view.upload} csrf={frame.csrf} />
              </Panel>
            )}
            <Versions versions={view.versions} csrf={frame.csrf} />
            {view.uploads.length > 0 && (
              <Panel id="t-tep" heading="Tệp đã tải lên gần đây">
                <RowList rows={view.uploads} />
              </Panel>
            )}
          </div>
          <aside>
            <Panel id="t-dien-thu" heading="Mẫu đang dùng, điền thử">
              <SamplePages sample={view.sample} />
            </Panel>
          </aside>
        </div>
        <Fields fields={view.fields} />
      </div>
    </PageShell>
  );
}

function Fields({ fields }: { fields: readonly TemplateFieldView[] }): VNode {
  return (
    <Panel id="t-truong" heading="Trường dùng trong mẫu" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-truong">
        <TableHead headings={['Viết trong Word', 'Nghĩa', 'Ví dụ']} />
        <tbody role="rowgroup">
          {fields.map(({ written, meaning, within, isNeeded, example }) => (
            <tr key={(within ?? '') + written} role="row">
              <th scope="row" role="rowheader" data-label="Viết trong Word">
                <div class="ha-written">{written}</div>
              </th>
              <td role="cell" data-label="Nghĩa">
                <div>
                  {meaning}
                  {!isNeeded && within === null && <span class="ha-mute"> (có thể bỏ)</span>}
                  {within !== null && <small class="ha-mute"> {within}</small>}
                </div>
              </td>
              <td role="cell" data-label="Ví dụ">
                <div>{example === '' ? '–' : example}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Versions({ versions, csrf }: { versions: readonly TemplateVersionView[]; csrf: string }): VNode {
  return (
    <Panel id="t-cac-ban" heading="Các bản đã có" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-cac-ban">
        <TableHead headings={['Bản', 'Dùng', 'Người thực hiện, thời điểm, lý do']} />
        <tbody role="rowgroup">
          {versions.map((line) => (
            <VersionLine key={line.label} line={line} csrf={csrf} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function VersionLine({ line, csrf }: { line: TemplateVersionView; csrf: string }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Bản">
        <div>
          <a class="ha-nowrap" href={line.docxHref}>
            {line.label}
          </a>
        </div>
      </th>
      <td role="cell" data-label="Dùng">
        <div>
          {line.validity} <Tag tone={line.standing === 'inForce' ? 'ink' : undefined}>{STANDINGS[line.standing]}</Tag>
        </div>
      </td>
      <td role="cell" data-label="Người thực hiện, thời điểm, lý do">
        <div>
          {line.published}
          {line.reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
          {line.reportHref !== null && (
            <p>
              <a href={line.reportHref}>Kết quả kiểm tra</a>
            </p>
          )}
          {line.withdraw !== null && <ActForm form={line.withdraw} csrf={csrf} />}
        </div>
      </td>
    </tr>
  );
}
