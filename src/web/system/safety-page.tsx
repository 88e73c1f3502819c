import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Layout, Main } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/an-toan`: what keeps strangers out, and what is weak. Only to look at: settings are changed on the machine. */
export interface SafetyView {
  readonly summary: string;
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

const COLUMNS: readonly CardColumn<SafetyRow>[] = [
  { heading: 'Điều được xem', label: 'Điều', cell: ({ subject }) => <b>{subject}</b> },
  {
    heading: 'Hiện trạng và cách sửa',
    label: 'Hiện trạng',
    cell: ({ found, mend }) => (
      <>
        {found}
        {mend !== null && <span class="ha-sub ha-whole">{mend}</span>}
      </>
    ),
  },
];

export function SafetyPage({ frame, view }: { frame: PageFrame; view: SafetyView }): VNode {
  return (
    <Layout frame={frame} title="An toàn hệ thống" place={null}>
      <Main frame={frame}>
        <PageHead heading="An toàn hệ thống">
          <p>{view.summary}</p>
          <p>
            Cùng nội dung ở dòng lệnh: <code>hoi-am doctor --security</code>
          </p>
        </PageHead>
        {view.groups.map(({ id, heading, rows }) => (
          <Panel key={id} id={id} heading={heading} flush>
            <CardTable caption={heading} columns={COLUMNS} rows={rows} keyOf={({ check }) => check} />
          </Panel>
        ))}
      </Main>
    </Layout>
  );
}
