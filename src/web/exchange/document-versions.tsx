import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Tag } from '../kit/tag.js';
import { Panel } from '../kit/panel.js';

/** One line, or one file, of a document as it stands in the register and as its sender wants it to be. */
export interface VersionRow {
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** `Khác`; null where both are the same. */
  readonly change: string | null;
}

const COLUMNS: readonly CardColumn<VersionRow>[] = [
  { heading: 'Mục', cell: ({ label }) => label },
  { heading: 'Đang trong sổ', cell: ({ before }) => <span class="ha-whole">{before}</span> },
  {
    heading: 'Bản mới',
    cell: ({ after, change }) => (
      <span class="ha-whole">
        {change === null ? after : <strong>{after}</strong>} {change !== null && <Tag tone="ink">{change}</Tag>}
      </span>
    ),
  },
];

/** Old and new side by side, for the person who decides whether the new one is taken. */
export function DocumentVersionsTable({ rows }: { rows: readonly VersionRow[] }): VNode {
  return (
    <Panel id="ban-cu-ban-moi" heading="Bản đang trong sổ và bản mới" flush>
      <CardTable
        caption="Bản đang trong sổ và bản mới, từng mục"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ key }) => key}
      />
    </Panel>
  );
}
