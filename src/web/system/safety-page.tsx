import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/an-toan`: how the app and its machine work at the moment, what keeps strangers out, and what is weak. Only to look at: settings are changed on the machine. */
export interface SafetyView {
  readonly summary: string;
  /** Queues, machine, backup, certificates, as they are at the moment. */
  readonly working: readonly WorkingRow[];
  /** Gravest first; a group without lines is left out. */
  readonly groups: readonly SafetyGroupView[];
}

export interface SafetyGroupView {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly SafetyRow[];
}

export interface SafetyRow {
  readonly check: string;
  readonly subject: string;
  readonly found: string;
  /** Null where nothing is to do. */
  readonly mend: string | null;
}

export interface WorkingRow extends SafetyRow {
  readonly isWrong: boolean;
}

const STANDING: CardColumn<SafetyRow> = {
  heading: 'Hiện trạng và cách sửa',
  label: 'Hiện trạng',
  cell: ({ found, mend }) => (
    <>
      {found}
      {mend !== null && <span class="ha-sub ha-whole">{mend}</span>}
    </>
  ),
};

const COLUMNS: readonly CardColumn<SafetyRow>[] = [
  { heading: 'Điều được xem', label: 'Điều', cell: ({ subject }) => <b>{subject}</b> },
  STANDING,
];

const WORKING_COLUMNS: readonly CardColumn<WorkingRow>[] = [
  {
    heading: 'Điều được xem',
    label: 'Điều',
    cell: ({ subject, isWrong }) => (
      <span class="ha-state">
        {isWrong && <Icon name="alert" tone="bad" />} <b>{subject}</b>
      </span>
    ),
  },
  STANDING,
];

export function SafetyPage({ frame, view }: { frame: PageFrame; view: SafetyView }): VNode {
  return (
    <PageShell frame={frame} title="An toàn hệ thống" place={null}>
      <PageHead heading="An toàn hệ thống">
        <p>{view.summary}</p>
        <p>
          Cùng nội dung ở dòng lệnh: <code>hoi-am doctor --security</code>
        </p>
      </PageHead>
      <Panel id="hoat-dong" heading="Hoạt động lúc này" flush>
        <CardTable
          caption="Hoạt động lúc này"
          columns={WORKING_COLUMNS}
          rows={view.working}
          keyOf={({ check }) => check}
        />
      </Panel>
      {view.groups.map(({ id, heading, rows }) => (
        <Panel key={id} id={id} heading={heading} flush>
          <CardTable caption={heading} columns={COLUMNS} rows={rows} keyOf={({ check }) => check} />
        </Panel>
      ))}
    </PageShell>
  );
}
