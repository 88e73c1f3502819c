import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';
import type { ChipView } from './search-chips.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { Errors } from '../kit/errors.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Note } from '../kit/note.js';
import { Pages as NumberedPages, type PagesView } from '../kit/pages.js';
import type { SortView } from '../kit/sort-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { RegisterTable, type RegisterColumn } from '../registers/register-table.js';
import { SavedSearchesPanel, type SavedView } from './saved-searches-panel.js';
import { SearchForm, type SearchFormView } from './search-form.js';
import type { DeadlineWords } from '../kit/words/deadline.js';

/** GET `/tim-kiem`: the question in the address, `trang` = a place in what was found. */
export interface SearchView extends SearchFormView {
  /** How many tickets stand in each state; each leads to them. */
  readonly counters: readonly { readonly href: string; readonly label: string; readonly count: string }[];
  readonly asked: boolean;
  /** The conditions of the question, each with the question without it. */
  readonly chips: readonly ChipView[];
  readonly summary: string | null;
  /** Found by a whole code, number or telephone: before the others. */
  readonly exact: readonly FoundRow[];
  readonly typed: readonly FoundRow[];
  readonly rows: readonly FoundRow[];
  /** Heads that put the rows in another order. */
  readonly heads: { readonly received: SortView; readonly due: SortView };
  /** `Phiếu tìm thấy, mới nhất trước` */
  readonly rowsHeading: string;
  /** Why they are not in the order that was asked for. */
  readonly refusedOrder: string | null;
  /** Null where nothing was found. */
  readonly exportHref: string | null;
  /** Where in all that was found the page lies, where that is known. */
  readonly pages: PagesView | null;
  /** Lines of the registers. */
  readonly documents: readonly RowView[];
  readonly empty: EmptyView | null;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  /** Where a search goes on that has looked at as much as one page may. */
  readonly goOnHref: string | null;
  readonly saved: readonly SavedView[];
  /** The question as an address. */
  readonly questionToSave: string;
  readonly refusedName: string | null;
}

export interface FoundRow {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  readonly subject: string;
  readonly channel: string;
  readonly received: { readonly iso: string; readonly words: string };
  readonly unit: string;
  readonly state: string;
  readonly deadline: DeadlineWords;
}

const COLUMNS: readonly RegisterColumn<FoundRow>[] = [
  {
    heading: 'Nhận lúc',
    width: 'ha-c4',
    cell: ({ received }) => <time datetime={received.iso}>{received.words}</time>,
  },
  {
    heading: 'Nội dung',
    width: null,
    cell: (row) => (
      <>
        <a class="ha-subject" href={row.href} title={row.subject}>
          {row.subject}
        </a>
        <span class="ha-sub">
          <Code>{row.code}</Code> · {row.channel} · {row.unit}
        </span>
      </>
    ),
  },
  { heading: 'Trạng thái', width: 'ha-c7', cell: ({ state }) => state },
  { heading: 'Hạn', width: 'ha-c10', cell: ({ deadline }) => <DeadlinePill deadline={deadline} /> },
];

export function SearchPage({ frame, view }: { frame: PageFrame; view: SearchView }): VNode {
  return (
    <PageShell frame={frame} title="Tìm phiếu" place="work">
      <PageHead heading="Tìm phiếu">
        <p>Có dấu hay không dấu đều được; chữ cuối chỉ cần vài chữ cái đầu.</p>
      </PageHead>
      <Errors heading="Chưa tìm được, còn ô cần sửa" errors={view.errors} />
      <div class="ha-two ha-two-slim">
        <div class="ha-stack">
          {view.asked ? <Asked view={view} /> : <Question view={view} />}
          {view.documents.length > 0 && (
            <Panel id="van-ban-tim-thay" heading="Văn bản tìm thấy trong sổ">
              <RowList rows={view.documents} />
            </Panel>
          )}
        </div>
        <aside>
          <Counters counters={view.counters} />
          <SavedSearchesPanel view={view} csrf={frame.csrf} />
        </aside>
      </div>
    </PageShell>
  );
}

function Question({ view }: { view: SearchView }): VNode {
  return (
    <Panel id="dieu-can-tim" heading="Điều cần tìm">
      <SearchForm view={view} />
    </Panel>
  );
}

/** What was found has the page; its conditions are taken away one by one, or changed in the form that is folded. */
function Asked({ view }: { view: SearchView }): VNode {
  return (
    <>
      <div>
        <Chips chips={view.chips} />
        <details class="ha-more ha-no-print">
          <summary>Sửa điều kiện tìm</summary>
          <Question view={view} />
        </details>
      </div>
      <Found view={view} />
    </>
  );
}

function Chips({ chips }: Pick<SearchView, 'chips'>): VNode {
  return (
    <ul class="ha-chips" aria-label="Điều kiện đang tìm">
      {chips.map(({ label, removeHref }) => (
        <li key={label}>
          <a class="ha-chip" href={removeHref}>
            {label} <Icon name="x" />
            <span class="ha-vh">: bỏ điều kiện này</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Found({ view }: { view: SearchView }): VNode {
  return (
    <Panel id="phieu-tim-thay" heading="Phiếu tìm thấy" aside={<Aside view={view} />} flush>
      {view.refusedOrder !== null && <Note>{view.refusedOrder}</Note>}
      {view.empty && <Empty empty={view.empty} />}
      <Rows heading="Đúng mã, số văn bản hoặc điện thoại" rows={view.exact} />
      <Rows heading="Trích yếu có đúng các chữ đã gõ" rows={view.typed} />
      <Rows
        heading={view.rowsHeading}
        rows={view.rows}
        heads={view.heads}
        isAlone={view.exact.length + view.typed.length === 0}
      />
      <Pages view={view} />
      <NumberedPages pages={view.pages} />
    </Panel>
  );
}

function Aside({ view: { summary, exportHref } }: { view: SearchView }): VNode {
  return (
    <span class="ha-acts">
      <span class="ha-mute">{summary}</span>
      {exportHref !== null && (
        <a class="btn" href={exportHref}>
          <Icon name="down" />
          Xuất Excel
        </a>
      )}
    </span>
  );
}

interface RowsProps {
  readonly heading: string;
  readonly rows: readonly FoundRow[];
  /** The panel's heading says it then. */
  readonly isAlone?: boolean;
  /** Left out for those that stand before the others whatever their order. */
  readonly heads?: SearchView['heads'];
}

function Rows({ heading, rows, isAlone = false, heads }: RowsProps): VNode | null {
  if (rows.length === 0) return null;
  return (
    <>
      {!isAlone && <h3>{heading}</h3>}
      <RegisterTable
        caption={heading}
        columns={COLUMNS}
        heads={heads && [heads.received, heads.due]}
        rows={rows}
        keyOf={({ id }) => id}
      />
    </>
  );
}

function Pages({ view }: { view: SearchView }): VNode | null {
  const { previousHref, nextHref, goOnHref } = view;
  if (previousHref === null && nextHref === null && goOnHref === null) return null;
  return (
    <nav class="ha-panel-f ha-acts" aria-label="Các trang kết quả">
      {previousHref !== null && (
        <a class="btn" rel="prev" href={previousHref}>
          Trang trước
        </a>
      )}
      {nextHref !== null && (
        <a class="btn" rel="next" href={nextHref}>
          Trang sau
        </a>
      )}
      {goOnHref !== null && (
        <a class="btn" href={goOnHref}>
          Tìm tiếp trong các phiếu còn lại
        </a>
      )}
    </nav>
  );
}

function Counters({ counters }: Pick<SearchView, 'counters'>): VNode {
  return (
    <Panel id="so-phieu" heading="Số phiếu theo trạng thái">
      <ul class="ha-rows ha-rows-slim">
        {counters.map(({ href, label, count }) => (
          <li key={href}>
            <a href={href}>{label}</a> <span class="ha-mute">{count}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
