import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { type Fact, Facts } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { MovedDeadlines, type MovedDeadlinesView } from '../calendar/moved-deadlines.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PolicyChanges, type PolicyChangesView } from './policy-changes.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/quy-dinh-thoi-han/:version`: one version of the rules on time, whole. */
export interface PolicyView {
  readonly heading: string;
  readonly facts: readonly Fact[];
  /** What the version before said otherwise; null for the first. */
  readonly changes: PolicyChangesView | null;
  /** Headings of the columns of `duties`. */
  readonly levels: readonly string[];
  readonly duties: readonly DutyView[];
  readonly categories: readonly CategoryView[];
  readonly reminders: readonly Fact[];
  readonly bounds: readonly Fact[];
  readonly refusals: readonly { readonly words: string; readonly source: string }[];
  /** Where a new version is written that begins with this one; null for those who may only read. */
  readonly draftHref: string | null;
  /** What putting it in force for tickets that are open would move, and the form that does so; left out for those who may only read. */
  readonly open?: { readonly moved: MovedDeadlinesView; readonly apply: ActFormView | null } | null;
}

export interface DutyView {
  readonly name: string;
  /** One a level; `before` is what the version before said, when it said something else. */
  readonly limits: readonly { readonly words: string; readonly before: string | null }[];
  readonly sources: readonly SourceView[];
}

export interface SourceView {
  /** `Luật quy định`, `Theo nơi khác`, `Sở tự chọn` */
  readonly standing: string;
  readonly text: string;
  /** `Khẩn, Đơn giản`; null when all levels rest on it. */
  readonly forLevels: string | null;
}

export interface CategoryView {
  readonly name: string;
  readonly aboutConduct: string;
  readonly aboutChildren: string;
  readonly anonymous: string;
  readonly limits: readonly string[];
}

export function PolicyPage({ frame, view }: { frame: PageFrame; view: PolicyView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="rules"
      crumb={{ href: '/quy-dinh-thoi-han', label: 'Quy định thời hạn' }}
    >
      <PageHead heading={view.heading} acts={view.draftHref !== null && <DraftLink href={view.draftHref} />} />
      <div class="ha-stack">
        <Panel id="t-can-cu" heading="Bộ thời hạn này">
          <Facts facts={view.facts} />
        </Panel>
        {view.open && (
          <MovedDeadlines
            moved={view.open.moved}
            heading="Phiếu đang mở sẽ đổi hạn nếu áp dụng"
            after="Hạn theo bộ này"
          >
            {view.open.apply !== null && (
              <div class="ha-panel-b">
                <ActForm form={view.open.apply} csrf={frame.csrf} />
              </div>
            )}
          </MovedDeadlines>
        )}
        {view.changes !== null && <PolicyChanges changes={view.changes} />}
        <DutyTable view={view} />
        <CategoryTable categories={view.categories} />
        <Panel id="t-nhac-viec" heading="Nhắc việc và báo lên cấp trên">
          <Facts facts={view.reminders} />
        </Panel>
        <Panel id="t-gioi-han" heading="Giới hạn khác">
          <Facts facts={view.bounds} />
        </Panel>
        <Panel id="t-tu-choi" heading="Căn cứ không tiếp nhận">
          <ul class="ha-rows">
            {view.refusals.map(({ words, source }) => (
              <li key={words}>
                <Icon name="book" />
                <div>
                  {words}
                  <small>{source}</small>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </PageShell>
  );
}

function DraftLink({ href }: { href: string }): VNode {
  return (
    <a class="btn" href={href}>
      Soạn bộ mới từ bộ này
    </a>
  );
}

function DutyTable({ view }: { view: PolicyView }): VNode {
  return (
    <Panel id="t-thoi-han" heading="Thời hạn theo việc và mức độ" flush>
      <table class="table ha-cards ha-limits" role="table" aria-labelledby="t-thoi-han">
        <TableHead headings={['Việc', ...view.levels, 'Căn cứ']} />
        <tbody role="rowgroup">
          {view.duties.map((duty) => (
            <tr role="row" key={duty.name}>
              <th scope="row" role="rowheader" data-label="Việc">
                <div>{duty.name}</div>
              </th>
              {duty.limits.map(({ words, before }, at) => (
                <td role="cell" key={view.levels[at]} data-label={view.levels[at]}>
                  <div>
                    {words}
                    {before !== null && <small class="ha-sub">trước: {before}</small>}
                  </div>
                </td>
              ))}
              <td role="cell" data-label="Căn cứ">
                <div>
                  {duty.sources.map((source) => (
                    <Source key={source.text} source={source} />
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Source({ source }: { source: SourceView }): VNode {
  return (
    <p>
      {source.forLevels !== null && <span class="ha-strong">{source.forLevels}: </span>}
      <Tag>{source.standing}</Tag> {source.text}
    </p>
  );
}

const CATEGORY_HEADINGS = [
  'Lĩnh vực',
  'Với đơn vị bị phản ánh',
  'Tên trẻ em',
  'Phản ánh nặc danh',
  'Thời hạn riêng',
] as const;

function CategoryTable({ categories }: { categories: readonly CategoryView[] }): VNode {
  const [name, conduct, children, anonymous, limits] = CATEGORY_HEADINGS;
  return (
    <Panel id="t-linh-vuc" heading="Lĩnh vực" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-linh-vuc">
        <TableHead headings={CATEGORY_HEADINGS} />
        <tbody role="rowgroup">
          {categories.map((category) => (
            <tr role="row" key={category.name}>
              <th scope="row" role="rowheader" data-label={name}>
                <div>{category.name}</div>
              </th>
              <td role="cell" data-label={conduct}>
                {category.aboutConduct}
              </td>
              <td role="cell" data-label={children}>
                {category.aboutChildren}
              </td>
              <td role="cell" data-label={anonymous}>
                {category.anonymous}
              </td>
              <td role="cell" data-label={limits}>
                <div>
                  {category.limits.length === 0 && <span class="ha-mute">theo bảng trên</span>}
                  {category.limits.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
