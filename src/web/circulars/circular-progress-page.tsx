import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { CircularsCrumb } from './circulars-crumb.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/quan-triet/:id/tien-do?con-thieu=1&sau=`: how far a circular has come, unit by unit; `…/tien-do.xlsx` holds all of it. */
export interface CircularProgressView {
  readonly title: string;
  readonly href: string;
  readonly onlyOwing: boolean;
  /** A head sees one unit, and needs no filter. */
  readonly mayFilter: boolean;
  readonly sheetHref: string;
  readonly facts: readonly Fact[];
  readonly open: { readonly words: string; readonly href: string } | null;
  readonly units: readonly UnitProgressView[];
  readonly moreHref: string | null;
}

export interface UnitProgressView {
  readonly id: string;
  readonly name: string;
  readonly acknowledged: string;
  readonly open: { readonly words: string; readonly href: string } | null;
  /** What the head has confirmed; null before. */
  readonly told: { readonly words: string; readonly by: string } | null;
  readonly minutesHref: string | null;
}

/** GET `/quan-triet/:id/chua-xac-nhan?don-vi=&sau=`: who has not acknowledged. */
export interface OpenReceiptsView {
  readonly title: string;
  readonly href: string;
  readonly unit: string | null;
  readonly due: string;
  readonly rows: readonly OpenReceiptView[];
  readonly moreHref: string | null;
}

export interface OpenReceiptView {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  readonly read: string;
}

const COLUMNS: readonly CardColumn<UnitProgressView>[] = [
  { heading: 'Đơn vị', cell: ({ name }) => <span class="ha-strong">{name}</span> },
  { heading: 'Đã xác nhận', cell: ({ acknowledged }) => acknowledged },
  {
    heading: 'Chưa xác nhận',
    cell: ({ name, open }) =>
      open === null ? (
        '0'
      ) : (
        <a href={open.href}>
          {open.words} người<span class="ha-vh"> của {name}</span>
        </a>
      ),
  },
  {
    heading: 'Phổ biến toàn đơn vị',
    label: 'Phổ biến',
    cell: ({ name, told, minutesHref }) =>
      told === null ? (
        <span class="ha-mute">Chưa xác nhận</span>
      ) : (
        <>
          {told.words}
          <span class="ha-sub">{told.by}</span>
          {minutesHref !== null && (
            <a href={minutesHref}>
              Biên bản<span class="ha-vh"> của {name}</span>
            </a>
          )}
        </>
      ),
  },
];

const NOTHING_OWING = {
  kind: 'done',
  heading: 'Không còn đơn vị nào thiếu',
  text: 'Mọi người đã xác nhận và mọi đơn vị đã phổ biến.',
} as const;

export function CircularProgressPage({ frame, view }: { frame: PageFrame; view: CircularProgressView }): VNode {
  const { title, href, onlyOwing, mayFilter, units, open, moreHref } = view;
  return (
    <PageShell frame={frame} title={`Tiến độ: ${title}`} place={null} class="ha-print-wide">
      <CircularsCrumb href={href} label="Văn bản" />
      <PageHead
        heading="Tiến độ xác nhận"
        acts={
          <a class="btn" href={view.sheetHref}>
            <Icon name="file" />
            Tải XLSX
          </a>
        }
      >
        <p>{title}</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-tong" heading="Tổng hợp">
          <Facts facts={view.facts} columns={2} />
          {open !== null && (
            <p>
              <a href={open.href}>{open.words}</a>
            </p>
          )}
        </Panel>
        <Panel
          id="t-don-vi"
          heading="Theo đơn vị"
          flush
          aside={
            mayFilter ? (
              <a href={onlyOwing ? `${href}/tien-do` : `${href}/tien-do?con-thieu=1`}>
                {onlyOwing ? 'Xem mọi đơn vị' : 'Chỉ đơn vị còn thiếu'}
              </a>
            ) : undefined
          }
          footer={moreHref === null ? null : <a href={moreHref}>Các đơn vị tiếp theo</a>}
        >
          {units.length === 0 ? (
            <Empty empty={NOTHING_OWING} />
          ) : (
            <CardTable caption="Đơn vị theo mã" columns={COLUMNS} rows={units} keyOf={({ id }) => id} />
          )}
        </Panel>
      </div>
    </PageShell>
  );
}

const OPEN_COLUMNS: readonly CardColumn<OpenReceiptView>[] = [
  { heading: 'Họ và tên', cell: ({ name }) => <span class="ha-strong">{name}</span> },
  { heading: 'Đơn vị', cell: ({ unit }) => unit },
  { heading: 'Đã mở', cell: ({ read }) => read },
];

const NOBODY_OPEN = {
  kind: 'done',
  heading: 'Mọi người đã xác nhận',
  text: 'Không còn ai phải đọc văn bản này.',
} as const;

export function OpenReceiptsPage({ frame, view }: { frame: PageFrame; view: OpenReceiptsView }): VNode {
  const { title, href, unit, due, rows, moreHref } = view;
  return (
    <PageShell frame={frame} title={`Chưa xác nhận: ${title}`} place={null} class="ha-print-wide">
      <CircularsCrumb href={`${href}/tien-do`} label="Tiến độ xác nhận" />
      <PageHead heading={unit === null ? 'Người chưa xác nhận' : `Người chưa xác nhận: ${unit}`}>
        <p>
          {title}. Chậm nhất ngày {due}.
        </p>
      </PageHead>
      <section class="ha-panel" aria-label="Người chưa xác nhận">
        {rows.length === 0 ? (
          <Empty empty={NOBODY_OPEN} />
        ) : (
          <CardTable
            caption="Người chưa xác nhận, theo đơn vị và tên"
            columns={OPEN_COLUMNS}
            rows={rows}
            keyOf={({ id }) => id}
          />
        )}
        {moreHref !== null && (
          <div class="ha-panel-f">
            <a href={moreHref}>Những người tiếp theo</a>
          </div>
        )}
      </section>
    </PageShell>
  );
}
