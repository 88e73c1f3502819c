import { Fragment, type VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { CaseLetters, type CaseLettersView } from '../drafting/case-letters.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Charts } from '../kit/charts/chart-panel.js';
import type { ChartView } from '../kit/charts/chart.js';
import { Figures, type FigureView } from '../kit/charts/figures.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PostForm } from '../kit/post-form.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/bao-cao/:id?theo=don-vi`: one report; each number opens its rows. */
export interface ReportView {
  readonly heading: string;
  readonly state: string;
  readonly isDraft: boolean;
  readonly files: readonly { readonly label: string; readonly href: string }[];
  /** What keeps the document from being made. */
  readonly problem: string | null;
  readonly figures: readonly FigureView[];
  readonly charts: readonly ChartView[];
  /** `120 + 400 = 380 + …` */
  readonly balance: string;
  readonly tabs: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly table: ReportTableView;
  readonly indicators: readonly IndicatorView[];
  readonly texts: readonly { readonly heading: string; readonly text: string }[];
  readonly facts: readonly Fact[];
  readonly checkHref: string;
  /** Null for those who may only read, and of a frozen report. */
  readonly words: ActFormView | null;
  /** Its document on the way out; null while it is a draft. */
  readonly letters: CaseLettersView | null;
  readonly freeze: { readonly action: string; readonly dropAction: string; readonly seen: string } | null;
}

export interface ReportTableView {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** Parts the row by category; null where it does not part. */
    readonly href: string | null;
    readonly cells: readonly NumberView[];
    readonly isTotal: boolean;
  }[];
}

/** A number with the list of its rows; nought has none. */
export interface NumberView {
  readonly words: string;
  readonly href: string | null;
}

export interface IndicatorView {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly now: NumberView;
  readonly before: NumberView;
  readonly change: string;
}

const INDICATORS: readonly CardColumn<IndicatorView>[] = [
  {
    heading: 'Chỉ tiêu',
    cell: ({ name, definition, source }) => (
      <>
        <b>{name}</b>
        <p class="ha-small ha-mute">
          {definition} Căn cứ: {source}.
        </p>
      </>
    ),
  },
  { heading: 'Kỳ này', cell: ({ now }) => <NumberLink number={now} /> },
  { heading: 'Kỳ trước', cell: ({ before }) => <NumberLink number={before} /> },
  { heading: 'Tăng, giảm', cell: ({ change }) => <span class="ha-nowrap">{change}</span> },
];

export function ReportPage({ frame, view }: { frame: PageFrame; view: ReportView }): VNode {
  const { heading, state, files, problem, figures, balance, indicators, texts, facts, words, letters, freeze } = view;
  return (
    <PageShell
      frame={frame}
      title={heading}
      place="reports"
      class="ha-print-wide"
      crumb={{ href: '/bao-cao', label: 'Báo cáo' }}
    >
      <PageHead
        heading={heading}
        acts={files.map(({ label, href }) => (
          <a key={href} class="btn" href={href}>
            <Icon name="file" />
            {label}
          </a>
        ))}
      >
        <p>{state}</p>
      </PageHead>
      {problem !== null && (
        <Note tone="fail">
          <p>{problem}</p>
        </Note>
      )}
      <Figures label="Kết quả chính của kỳ" figures={figures} />
      <div class="ha-stack">
        <Charts charts={view.charts} />
        <Panel id="t-bang" heading={view.table.heading} flush footer={<p class="ha-small">{balance}</p>}>
          <Tabs tabs={view.tabs} />
          <Table table={view.table} />
        </Panel>
        {(words !== null || texts.length > 0) && (
          <Panel id="t-loi-van" heading="Nhận xét, đánh giá, kiến nghị">
            {texts.map((part) => (
              <Fragment key={part.heading}>
                <h3>{part.heading}</h3>
                <Paragraphs text={part.text} />
              </Fragment>
            ))}
            {words !== null && <ActForm form={words} csrf={frame.csrf} />}
          </Panel>
        )}
        {letters !== null && (
          <Panel id="t-ban-hanh" heading="Ban hành">
            <CaseLetters letters={letters} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel id="t-nguon" heading="Nguồn số liệu">
          <Facts facts={facts} />
          <p>
            <a href={view.checkHref}>Kiểm tra lại báo cáo này</a>
          </p>
          {freeze !== null && <Freeze freeze={freeze} csrf={frame.csrf} />}
        </Panel>
        <Panel id="t-chi-tieu" heading="Chỉ tiêu và định nghĩa" flush>
          <CardTable
            caption="Mọi chỉ tiêu, kỳ này so với kỳ trước"
            columns={INDICATORS}
            rows={indicators}
            kind="ha-indicators"
            keyOf={({ code }) => code}
          />
        </Panel>
      </div>
    </PageShell>
  );
}

function Tabs({ tabs }: { tabs: ReportView['tabs'] }): VNode {
  return (
    <nav aria-label="Cách chia bảng">
      <ul class="ha-views">
        {tabs.map(({ label, href, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Table({ table: { heading, columns, rows } }: { table: ReportTableView }): VNode {
  const [first = '', ...numbers] = columns;
  return (
    <table class="table ha-reg ha-report ha-cards" role="table">
      <caption class="ha-vh">{heading}</caption>
      <TableHead headings={columns} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.name} role="row" class={row.isTotal ? 'ha-strong' : undefined}>
            <th role="rowheader" scope="row" data-label={first}>
              {row.href === null ? row.name : <a href={row.href}>{row.name}</a>}
            </th>
            {row.cells.map((number, index) => (
              <td key={numbers[index]} role="cell" data-label={numbers[index]}>
                <div>
                  <NumberLink number={number} />
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NumberLink({ number: { words, href } }: { number: NumberView }): VNode {
  return href === null ? (
    <span class="ha-mute ha-nowrap">{words}</span>
  ) : (
    <a class="ha-nowrap" href={href}>
      {words}
    </a>
  );
}

function Freeze({ freeze, csrf }: { freeze: NonNullable<ReportView['freeze']>; csrf: string }): VNode {
  return (
    <>
      <div class="ha-acts">
        <PostForm action={freeze.action} csrf={csrf} confirm="chot-bao-cao">
          <input type="hidden" name="seen" value={freeze.seen} />
          <button class="btn btn-primary" type="submit">
            Chốt báo cáo
          </button>
        </PostForm>
        <PostForm action={freeze.dropAction} csrf={csrf}>
          <button class="btn" type="submit">
            Bỏ dự thảo
          </button>
        </PostForm>
      </div>
      <ConfirmDialog id="chot-bao-cao" heading="Chốt báo cáo?" submit="Chốt báo cáo">
        <p>Chốt rồi thì số liệu và nhận xét, kiến nghị không sửa được nữa; văn bản báo cáo được lập từ bản đã chốt.</p>
      </ConfirmDialog>
    </>
  );
}
