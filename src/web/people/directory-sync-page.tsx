import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/**
 * GET `/dong-bo-nhan-su?lan=ID`: staff and the directory of people; one run and its plan, the newest by default.
 *
 * POST `…/xem-truoc` (`kind`: full or delta): asks for a plan. POST `…/:id/ap-dung` (`planHash`): has that very plan carried out.
 */
export interface DirectorySyncView {
  readonly summary: string;
  /** Empty while a run is under way, and without a directory. */
  readonly asks: readonly { readonly kind: string; readonly label: string }[];
  readonly isRunning: boolean;
  readonly progress: string | null;
  readonly plan: SyncPlanView | null;
  /** Newest first. */
  readonly runs: readonly SyncRunView[];
  readonly settings: readonly Fact[];
}

export interface SyncPlanView {
  readonly heading: string;
  readonly words: string;
  /** Why it failed, or why a person must look closely. */
  readonly warning: string | null;
  readonly groups: readonly SyncGroupView[];
  readonly apply: {
    readonly action: string;
    readonly label: string;
    readonly planHash: string;
    readonly question: string;
  } | null;
}

export interface SyncGroupView {
  readonly act: string;
  readonly heading: string;
  readonly rows: readonly SyncRowView[];
  /** How many are not shown. */
  readonly more: string | null;
}

export interface SyncRowView {
  readonly key: string;
  readonly who: string;
  readonly username: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly note: string | null;
}

export interface SyncRunView {
  readonly id: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  readonly href: string;
  readonly kind: string;
  readonly by: string;
  readonly outcome: string;
  readonly state: string;
  readonly isFailed: boolean;
}

const PLACE = '/dong-bo-nhan-su';
const QUESTION = 'hoi-ap-dung';

export function DirectorySyncPage({ frame, view }: { frame: PageFrame; view: DirectorySyncView }): VNode {
  const { csrf } = frame;
  const isMain = (view.plan?.apply ?? null) === null;
  return (
    <PageShell frame={frame} title="Đồng bộ nhân sự" place={null}>
      <PageHead
        heading="Đồng bộ nhân sự"
        acts={view.asks.map(({ kind, label }) => (
          <ActButton
            key={kind}
            {...{ action: `${PLACE}/xem-truoc`, csrf, label, fields: { kind }, primary: isMain && kind === 'full' }}
          />
        ))}
      >
        <p>{view.summary}</p>
      </PageHead>
      <Live id="song-dong-bo" on={view.isRunning}>
        {view.progress !== null && (
          <Note>
            <p>{view.progress}</p>
          </Note>
        )}
        {view.plan !== null && <Plan plan={view.plan} csrf={csrf} />}
        <Runs runs={view.runs} />
        <Panel id="v-cai-dat" heading="Cài đặt đang dùng" class="ha-last">
          <Facts facts={view.settings} />
        </Panel>
      </Live>
    </PageShell>
  );
}

function Plan({ plan, csrf }: { plan: SyncPlanView; csrf: string }): VNode {
  const { apply } = plan;
  return (
    <Panel
      id="v-ke-hoach"
      heading={plan.heading}
      aside={
        apply !== null && (
          <ActButton
            {...{ action: apply.action, csrf, label: apply.label, primary: true, confirm: QUESTION }}
            fields={{ planHash: apply.planHash }}
          />
        )
      }
      flush
    >
      <div class="ha-panel-b">
        <p>{plan.words}</p>
        {plan.warning !== null && (
          <Note tone="fail">
            <p>{plan.warning}</p>
          </Note>
        )}
      </div>
      {plan.groups.map((group) => (
        <Group key={group.act} group={group} />
      ))}
      {apply !== null && (
        <ConfirmDialog id={QUESTION} heading="Áp dụng kế hoạch này?" submit={apply.label}>
          <p>{apply.question}</p>
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function Group({ group: { act, heading, rows, more } }: { group: SyncGroupView }): VNode {
  return (
    <section aria-labelledby={`v-${act}`}>
      <div class="ha-panel-b">
        <h3 id={`v-${act}`}>{heading}</h3>
      </div>
      <CardTable caption={heading} columns={ROW_COLUMNS} rows={rows} keyOf={({ key }) => key} />
      {more !== null && <p class="ha-panel-b">{more}</p>}
    </section>
  );
}

const ROW_COLUMNS: readonly CardColumn<SyncRowView>[] = [
  {
    heading: 'Cán bộ',
    cell: ({ who, username }) => (
      <>
        {who}
        {username !== '' && <span class="ha-sub ha-whole">{username}</span>}
      </>
    ),
  },
  {
    heading: 'Trước → sau',
    label: 'Đổi',
    cell: ({ changes, note }) => (
      <>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            {field}: {before === '' ? after : `${before} → ${after}`}
          </div>
        ))}
        {note !== null && <div>{note}</div>}
      </>
    ),
  },
];

function Runs({ runs }: { runs: readonly SyncRunView[] }): VNode {
  return (
    <Panel id="v-cac-lan" heading="Các lần đồng bộ gần đây" flush>
      {runs.length === 0 ? (
        <Empty
          empty={{
            kind: 'done',
            heading: 'Chưa đồng bộ lần nào',
            text: 'Xem trước để biết thư mục khác nhân sự ở những điểm nào; xem trước không đổi gì.',
          }}
        />
      ) : (
        <CardTable caption="Các lần đồng bộ, mới nhất trước" columns={RUN_COLUMNS} rows={runs} keyOf={({ id }) => id} />
      )}
    </Panel>
  );
}

const RUN_COLUMNS: readonly CardColumn<SyncRunView>[] = [
  {
    heading: 'Thời điểm',
    cell: ({ at, when, href }) => (
      <a href={href}>
        <time datetime={at}>{when}</time>
      </a>
    ),
  },
  { heading: 'Đọc', cell: ({ kind }) => kind },
  { heading: 'Người yêu cầu', cell: ({ by }) => by },
  { heading: 'Kế hoạch', cell: ({ outcome }) => outcome },
  { heading: 'Tình trạng', cell: ({ isFailed, state }) => (isFailed ? <span class="ha-bad">{state}</span> : state) },
];
