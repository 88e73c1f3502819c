import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** GET `/to-chuc?tim=`: all units as a tree, and what a question finds. POST `/to-chuc` adds one. */
export interface OrganisationView {
  readonly summary: string;
  readonly question: string;
  readonly found: readonly RowView[];
  /** Shown when the search finds more than is listed. */
  readonly left: string | null;
  readonly roots: readonly UnitBranchView[];
  readonly closed: readonly RowView[];
  /** Every duty of the agency, with who holds it today. */
  readonly duties: readonly {
    readonly duty: string;
    readonly holder: { readonly name: string; readonly href: string } | null;
    readonly since: string | null;
  }[];
  readonly add: ActFormView | null;
  readonly importHref: string | null;
  readonly peopleHref: string;
}

/** A unit with those below it. */
export interface UnitBranchView {
  readonly row: RowView & { readonly id: string };
  readonly children: readonly UnitBranchView[];
  /** Many schools, folded away under their count. */
  readonly folded: { readonly label: string; readonly children: readonly UnitBranchView[] } | null;
}

export function OrganisationPage({ frame, view }: { frame: PageFrame; view: OrganisationView }): VNode {
  return (
    <PageShell frame={frame} title="Tổ chức" place={null}>
      <PageHead
        heading="Tổ chức"
        acts={
          <>
            <a class="btn" href={view.peopleHref}>
              Người
            </a>
            <a class="btn" href="/tham-quyen-quyet-dinh">
              Thẩm quyền quyết định
            </a>
            <a class="btn" href="/bang-phan-cong">
              Bảng phân công
            </a>
            {view.importHref !== null && (
              <a class="btn" href={view.importHref}>
                Nhập trường từ Excel
              </a>
            )}
          </>
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      <div class="ha-stack">
        <Search view={view} />
        {view.question === '' && (
          <Panel id="t-cay" heading="Các đơn vị">
            {view.roots.length === 0 ? <Empty empty={NOBODY} /> : <Branches branches={view.roots} />}
          </Panel>
        )}
        <Duties duties={view.duties} />
        {view.add !== null && (
          <Panel id="t-them" heading="Đơn vị mới">
            <ActForm form={view.add} csrf={frame.csrf} />
          </Panel>
        )}
        {view.closed.length > 0 && (
          <Panel id="t-da-ngung" heading="Đã ngừng hoạt động">
            <RowList rows={view.closed} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

const NOBODY = {
  kind: 'unmatched',
  heading: 'Chưa có đơn vị nào',
  text: 'Thêm từng đơn vị, hoặc nhập danh sách trường từ tệp Excel.',
} as const;

const UNMATCHED = {
  kind: 'unmatched',
  heading: 'Không thấy đơn vị nào',
  text: 'Viết ít từ hơn, có dấu hay không dấu đều được; tìm được cả theo mã.',
} as const;

function Search({ view: { question, found, left } }: { view: OrganisationView }): VNode {
  return (
    <Panel id="t-tim" heading="Tìm đơn vị">
      <form method="get" action="/to-chuc" class="ha-act-b">
        <Field id="tim-don-vi" label="Tên hoặc mã đơn vị">
          <input id="tim-don-vi" class="form-control" type="search" name="tim" value={question} />
        </Field>
        <button class="btn" type="submit">
          Tìm đơn vị
        </button>
      </form>
      {question !== '' && found.length === 0 && <Empty empty={UNMATCHED} />}
      {found.length > 0 && <RowList rows={found} />}
      {left !== null && <p class="ha-small ha-mute">{left}</p>}
    </Panel>
  );
}

function Branches({ branches }: { branches: readonly UnitBranchView[] }): VNode {
  return (
    <ul class="ha-tree">
      {branches.map(({ row, children, folded }) => (
        <li key={row.id}>
          <a href={row.href ?? undefined}>{row.title}</a>
          <small>{row.detail}</small>
          {children.length > 0 && <Branches branches={children} />}
          {folded !== null && (
            <details>
              <summary>{folded.label}</summary>
              <Branches branches={folded.children} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Duties({ duties }: { duties: OrganisationView['duties'] }): VNode {
  return (
    <Panel id="t-nhiem-vu" heading="Nhiệm vụ trong Sở hôm nay">
      <ul class="ha-rows ha-rows-slim">
        {duties.map(({ duty, holder, since }) => (
          <li key={duty}>
            <div>
              {duty}
              <small>{holder === null ? 'Chưa giao cho đơn vị nào' : <a href={holder.href}>{holder.name}</a>}</small>
            </div>
            <span class="ha-small ha-mute">{since}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
