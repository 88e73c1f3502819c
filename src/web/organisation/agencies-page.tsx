import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/**
 * GET `/trao-doi/co-quan?tim=`: the directory of agencies. POST `…/dong-bo` | `…/dong-bo-toan-bo` asks for a run · `…/:id/ngung` ends the agencies that a run
 * did not list.
 */
export interface AgenciesView {
  readonly summary: string;
  readonly question: string;
  /** Whether there is a directory to search in. */
  readonly isListKept: boolean;
  readonly found: readonly { readonly name: string; readonly codes: string; readonly parent: string | null }[];
  /** How far the run is that waits or runs. */
  readonly progress: string | null;
  /** A run that a person must decide on. */
  readonly held: { readonly words: string; readonly act: DirectoryAct | null } | null;
  /** Newest first. */
  readonly runs: readonly AgencyRunView[];
  readonly acts: readonly DirectoryAct[];
}

export interface DirectoryAct {
  readonly action: string;
  readonly label: string;
}

export interface AgencyRunView {
  readonly id: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  readonly kind: string;
  readonly by: string;
  readonly outcome: string;
  readonly state: string;
  readonly reason: string | null;
}

export function AgenciesPage({ frame, view }: { frame: PageFrame; view: AgenciesView }): VNode {
  const { acts, held } = view;
  return (
    <PageShell
      frame={frame}
      title="Danh mục cơ quan"
      place="exchange"
      crumb={{ href: '/trao-doi', label: 'Trao đổi với bên ngoài' }}
    >
      <PageHead
        heading="Danh mục cơ quan"
        acts={
          acts.length === 0 ? undefined : acts.map((act) => <ActButton key={act.action} {...act} csrf={frame.csrf} />)
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      {view.progress !== null && (
        <Note>
          <p>{view.progress}</p>
        </Note>
      )}
      {held !== null && (
        <Note icon="alert">
          <p>{held.words}</p>
          {held.act !== null && <ActButton {...held.act} csrf={frame.csrf} />}
        </Note>
      )}
      <Search view={view} />
      <Runs runs={view.runs} />
    </PageShell>
  );
}

function Search({ view: { question, found, isListKept } }: { view: AgenciesView }): VNode {
  const rows = found.map(({ name, codes, parent }): RowView => ({
    icon: 'book',
    title: name,
    detail: parent === null ? codes : `${codes} · trực thuộc ${parent}`,
  }));
  return (
    <Panel id="v-tim" heading="Tìm cơ quan">
      <form method="get" action="/trao-doi/co-quan" class="ha-act-b">
        <Field id="tim" label="Tên hoặc mã định danh">
          <input id="tim" class="form-control" type="search" name="tim" value={question} />
        </Field>
        <button class="btn" type="submit">
          Tìm cơ quan
        </button>
      </form>
      {isListKept && question !== '' && rows.length === 0 && (
        <Empty
          empty={{
            kind: 'unmatched',
            heading: 'Không thấy cơ quan nào',
            text: 'Viết ít từ hơn, hoặc tìm theo mã. Cơ quan đã ngừng và đơn vị thử nghiệm không hiện.',
          }}
        />
      )}
      {rows.length > 0 && <RowList rows={rows} />}
    </Panel>
  );
}

function Runs({ runs }: { runs: readonly AgencyRunView[] }): VNode | null {
  if (runs.length === 0) return null;
  return (
    <Panel id="v-luot" heading="Các lượt đồng bộ gần đây" class="ha-last" flush>
      <CardTable caption="Các lượt đồng bộ, mới nhất trước" columns={RUN_COLUMNS} rows={runs} keyOf={({ id }) => id} />
    </Panel>
  );
}

const RUN_COLUMNS: readonly CardColumn<AgencyRunView>[] = [
  { heading: 'Thời điểm', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  { heading: 'Loại', cell: ({ kind }) => kind },
  { heading: 'Người yêu cầu', cell: ({ by }) => by },
  { heading: 'Kết quả', cell: ({ outcome }) => outcome },
  {
    heading: 'Tình trạng',
    cell: ({ state, reason }) => (
      <>
        {state}
        {reason !== null && <span class="ha-sub ha-whole">{reason}</span>}
      </>
    ),
  },
];
