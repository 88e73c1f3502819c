import type { VNode } from 'preact';
import { Charts } from '../kit/charts/chart-panel.js';
import type { ChartView } from '../kit/charts/chart.js';
import { Figures, type FigureView } from '../kit/charts/figures.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Count, Lines, type BoardLineView, type CountView } from './supervision-lines.js';
import { Choice, type ChoiceView } from '../my-work/search-form.js';
import { TimeInput } from '../kit/time-input.js';

/** GET `/giam-sat` (`don-vi`, `linh-vuc`, `tu`, `den`): the numbers of supervision as they stand now; each opens its list. */
export interface SupervisionView {
  /** The seven that say where to step in. */
  readonly figures: readonly FigureView[];
  readonly charts: readonly ChartView[];
  readonly asked: {
    /** By unit or category. */
    readonly isNarrowed: boolean;
    readonly units: readonly ChoiceView[];
    readonly categories: readonly ChoiceView[];
    readonly from: string;
    readonly to: string;
  };
  /** `từ ngày 01/03/2026 đến hết ngày 18/03/2026` */
  readonly period: string;
  readonly now: readonly BoardNumberView[];
  readonly answers: readonly BoardNumberView[];
  /** `92,3%`; null where nothing was answered. */
  readonly share: string | null;
  /** `4,3 sao`; null where nobody rated. */
  readonly stars: string | null;
  readonly units: readonly BoardLineView[];
  readonly categories: readonly BoardLineView[];
  /** Empty until the first proposals have been decided on. */
  readonly hits: readonly ProposalHitView[];
  readonly directives: { readonly href: string; readonly open: string; readonly overdue: number };
  readonly letters: { readonly href: string; readonly proposed: number };
  readonly samplesHref: string;
  readonly mayInspect: boolean;
}

/** How often what was proposed was what was decided, of one unit in one month. */
export interface ProposalHitView {
  readonly key: string;
  /** `11/2026` */
  readonly month: string;
  readonly unit: string;
  readonly decided: string;
  /** `26 (87%)` */
  readonly unitRight: string;
  readonly officerRight: string;
  readonly fieldRight: string;
}

export interface BoardNumberView extends CountView {
  readonly code: string;
  readonly label: string;
  readonly definition: string;
}

const NUMBERS: readonly CardColumn<BoardNumberView>[] = [
  { heading: 'Số lượng', cell: (row) => <Count view={row} strong /> },
  { heading: 'Chỉ tiêu', cell: ({ label }) => label },
  { heading: 'Cách đếm', cell: ({ definition }) => definition },
];

const HITS: readonly CardColumn<ProposalHitView>[] = [
  { heading: 'Tháng', cell: ({ month }) => month },
  { heading: 'Đơn vị được giao', cell: ({ unit }) => unit },
  { heading: 'Phiếu đã giao', cell: ({ decided }) => decided },
  { heading: 'Đúng đơn vị', cell: ({ unitRight }) => unitRight },
  { heading: 'Đúng cán bộ', cell: ({ officerRight }) => officerRight },
  { heading: 'Đúng lĩnh vực', cell: ({ fieldRight }) => fieldRight },
];

export function SupervisionPage({ frame, view }: { frame: PageFrame; view: SupervisionView }): VNode {
  return (
    <PageShell frame={frame} title="Giám sát" place="supervision" class="ha-print-wide">
      <PageHead heading="Giám sát" acts={<Ways view={view} />}>
        <p>Số liệu lúc mở trang; trả lời tính {view.period}. Bấm vào số để xem từng phiếu.</p>
      </PageHead>
      <Figures label="Cần xem ngay" figures={view.figures} />
      <Filter asked={view.asked} />
      <div class="ha-stack">
        <Charts charts={view.charts} />
        <Panel
          id="t-don-vi"
          heading="Từng đơn vị"
          aside={<span class="ha-small ha-mute">đúng hạn thấp nhất trước</span>}
          flush
        >
          <Lines
            caption="Số liệu từng đơn vị, đúng hạn thấp nhất trước"
            first="Đơn vị"
            lines={view.units}
            csrf={frame.csrf}
          />
        </Panel>
        <Panel id="t-linh-vuc" heading="Theo lĩnh vực" flush>
          <Lines caption="Số liệu theo lĩnh vực" first="Lĩnh vực" lines={view.categories} csrf={frame.csrf} />
        </Panel>
        <Panel id="t-luc-nay" heading="Phiếu chưa trả lời, lúc này: cách đếm" flush>
          <CardTable caption="Phiếu chưa trả lời" columns={NUMBERS} rows={view.now} keyOf={keyOf} kind="ha-numbers" />
        </Panel>
        <Panel id="t-trong-ky" heading={`Trả lời ${view.period}: cách đếm`} aside={<Rates view={view} />} flush>
          <CardTable
            caption="Phiếu đã trả lời trong kỳ"
            columns={NUMBERS}
            rows={view.answers}
            keyOf={keyOf}
            kind="ha-numbers"
          />
        </Panel>
        {view.hits.length > 0 && (
          <Panel id="t-de-xuat" heading="Đề xuất phân công trùng với quyết định, ba tháng qua" flush>
            <CardTable
              caption="Tỷ lệ đề xuất đúng"
              columns={HITS}
              rows={view.hits}
              keyOf={({ key }) => key}
              kind="ha-hits"
            />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function keyOf({ code }: BoardNumberView): string {
  return code;
}

function Ways({ view: { directives, letters, samplesHref, mayInspect } }: { view: SupervisionView }): VNode {
  return (
    <>
      <a class="btn" href={directives.href}>
        Chỉ đạo: {directives.open} chờ trả lời{directives.overdue > 0 && `, ${directives.overdue} quá hạn`}
      </a>
      <a class="btn" href={letters.href}>
        Công văn đôn đốc{letters.proposed > 0 && `: ${letters.proposed} chờ quyết định`}
      </a>
      {mayInspect && (
        <a class="btn" href={samplesHref}>
          Mẫu kiểm tra
        </a>
      )}
    </>
  );
}

function Rates({ view: { share, stars } }: { view: SupervisionView }): VNode {
  return (
    <span class="ha-small">
      {share === null ? 'Chưa có câu trả lời nào' : `Đúng hạn ${share}`}
      {stars !== null && ` · đánh giá trung bình ${stars}`}
    </span>
  );
}

function Filter({ asked }: { asked: SupervisionView['asked'] }): VNode {
  return (
    <details class="ha-more ha-narrow ha-no-print" open={asked.isNarrowed}>
      <summary>Xem theo đơn vị, lĩnh vực, thời gian</summary>
      <form action="/giam-sat" aria-label="Xem theo" class="ha-panel">
        <div class="ha-panel-b">
          <div class="ha-fields">
            <Choice id="gs-don-vi" name="don-vi" label="Đơn vị chủ trì" any="Mọi đơn vị" choices={asked.units} />
            <Choice id="gs-linh-vuc" name="linh-vuc" label="Lĩnh vực" any="Mọi lĩnh vực" choices={asked.categories} />
            <Field id="gs-tu" label="Trả lời từ ngày">
              <TimeInput kind="date" id="gs-tu" name="tu" value={asked.from} />
            </Field>
            <Field id="gs-den" label="Trả lời đến hết ngày">
              <TimeInput kind="date" id="gs-den" name="den" value={asked.to} />
            </Field>
          </div>
          <div class="ha-acts">
            <button class="btn btn-primary" type="submit">
              Xem số liệu
            </button>
            <a class="btn btn-quiet" href="/giam-sat">
              Bỏ điều kiện
            </a>
          </div>
        </div>
      </form>
    </details>
  );
}
