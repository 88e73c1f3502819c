import type { VNode } from 'preact';
import { Charts } from '../kit/charts/chart-panel.js';
import type { ChartView } from '../kit/charts/chart.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Panel } from '../kit/panel.js';
import { PublicPage } from './public-page.js';

/** GET `/cong-khai/so-lieu`: what became of feedback, in figures that name nobody. */
export interface PublicFiguresView {
  readonly agency: string;
  /** Null before the first count. */
  readonly figures: {
    readonly counted: string;
    readonly charts: readonly ChartView[];
    readonly headings: readonly string[];
    readonly months: readonly FigureRowView[];
    readonly categories: readonly FigureRowView[];
    readonly total: FigureRowView;
    readonly meanings: readonly Fact[];
  } | null;
}

/** What it counts and its figures, in the order of the headings. */
export interface FigureRowView {
  readonly name: string;
  readonly values: readonly string[];
}

const NOT_YET = {
  kind: 'done',
  heading: 'Số liệu đang được tổng hợp',
  isPublic: true,
  text: 'Số liệu được đếm mỗi ngày một lần; mở lại trang vào ngày mai.',
} as const;

export function PublicFiguresPage({ view: { agency, figures } }: { view: PublicFiguresView }): VNode {
  return (
    <PublicPage title="Số liệu 12 tháng gần nhất" agency={agency} place="figures">
      {figures === null ? (
        <section class="ha-panel" aria-label="Số liệu">
          <Empty empty={NOT_YET} />
        </section>
      ) : (
        <>
          <p class="ha-lead">
            Đếm lúc {figures.counted}. Mỗi con số nghĩa là gì ghi ở <a href="#nghia">cuối trang</a>.
          </p>
          <Charts charts={figures.charts} />
          <Table
            id="theo-thang"
            heading="Theo tháng nhận"
            first="Tháng"
            rows={[...figures.months, figures.total]}
            of={figures}
          />
          <Table id="theo-linh-vuc" heading="Theo lĩnh vực" first="Lĩnh vực" rows={figures.categories} of={figures} />
          <Panel id="nghia" heading="Cách đếm" class="ha-panel-gap">
            <Facts facts={figures.meanings} />
          </Panel>
        </>
      )}
    </PublicPage>
  );
}

interface TableProps {
  readonly id: string;
  readonly heading: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly rows: readonly FigureRowView[];
  readonly of: { readonly headings: readonly string[] };
}

function Table({ id, heading, first, rows, of: { headings } }: TableProps): VNode {
  const columns: readonly CardColumn<FigureRowView>[] = [
    { heading: first, cell: ({ name }) => <span class="ha-strong">{name}</span> },
    ...headings.map((figure, at) => ({ heading: figure, cell: ({ values }: FigureRowView) => values[at] ?? '' })),
  ];
  return (
    <Panel id={id} heading={heading} class="ha-panel-gap" flush>
      <CardTable caption={heading} columns={columns} rows={rows} keyOf={({ name }) => name} kind="ha-figures" />
    </Panel>
  );
}
