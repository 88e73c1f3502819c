import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/trao-doi/dang-cho/…`, `/trao-doi/tin/…`, `/trao-doi/ban-ghi`: how something went, try by try and call by call. */
export interface MessageHistoryView {
  readonly heading: string;
  readonly summary: string;
  /** Of the job or the message; none on the page of all calls. */
  readonly facts: readonly Fact[];
  /** Null where nothing is tried: a message, and the page of all calls. */
  readonly tries: readonly TryView[] | null;
  /** Instead of tries where there are none. */
  readonly noTries?: { readonly heading: string; readonly text: string };
  readonly calls: readonly CallView[];
  /** Of the page of all calls. */
  readonly olderHref: string | null;
  /** How long calls are kept. */
  readonly keptFor: string;
}

export interface TryView {
  readonly id: number;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  readonly channel: string;
  readonly outcome: string;
  readonly isBad: boolean;
  /** How long it took; null while it runs. */
  readonly lasted: string | null;
  readonly reason: string | null;
  /** The code of a refusal. */
  readonly code: string | null;
}

export interface CallView {
  readonly id: number;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  /** As a clerk would say it. */
  readonly what: string;
  /** Its name in the e-office's contract. */
  readonly operation: string;
  /** Who called whom. */
  readonly way: string;
  /** What it was made for; null where no job made it. */
  readonly job: { readonly href: string; readonly label: string } | null;
  readonly status: string;
  readonly isBad: boolean;
  readonly sizes: string;
  /** Calls before it that left no row; null when there are none. */
  readonly before: string | null;
  /** None for those who may only look. */
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
}

export function MessageHistoryPage({ frame, view }: { frame: PageFrame; view: MessageHistoryView }): VNode {
  const { heading, summary, facts, tries, calls } = view;
  return (
    <PageShell
      frame={frame}
      title={heading}
      place="exchange"
      crumb={{ href: '/trao-doi', label: 'Trao đổi với bên ngoài' }}
    >
      <PageHead heading={heading}>
        <p>{summary}</p>
      </PageHead>
      {facts.length > 0 && (
        <Panel id="v-la-gi" heading="Thông tin">
          <Facts facts={facts} columns={2} />
        </Panel>
      )}
      {tries !== null && <Tries tries={tries} none={view.noTries} />}
      <Panel id="v-ban-ghi" heading="Bản ghi trao đổi" flush>
        {calls.length === 0 ? (
          <Empty empty={{ kind: 'unmatched', heading: 'Không có bản ghi nào', text: view.keptFor }} />
        ) : (
          <>
            <CardTable
              caption="Các lượt kết nối, mới nhất trước"
              columns={calls.some(({ downloads }) => downloads.length > 0) ? WITH_DOWNLOADS : CALL_COLUMNS}
              rows={calls}
              keyOf={({ id }) => id}
            />
            {view.olderHref !== null && (
              <div class="ha-panel-f ha-small">
                <a href={view.olderHref}>Lượt kết nối cũ hơn</a>
              </div>
            )}
            <div class="ha-panel-f ha-small">{view.keptFor}</div>
          </>
        )}
      </Panel>
    </PageShell>
  );
}

interface TriesProps {
  readonly tries: readonly TryView[];
  readonly none: MessageHistoryView['noTries'];
}

function Tries({ tries, none }: TriesProps): VNode {
  return (
    <Panel id="v-lan-thu" heading="Các lần thử" flush>
      {none !== undefined ? (
        <Empty empty={{ kind: 'unmatched', ...none }} />
      ) : (
        <CardTable caption="Các lần thử, mới nhất trước" columns={TRY_COLUMNS} rows={tries} keyOf={({ id }) => id} />
      )}
    </Panel>
  );
}

const NONE = <span class="ha-mute">–</span>;

const TRY_COLUMNS: readonly CardColumn<TryView>[] = [
  { heading: 'Thời điểm', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  { heading: 'Kênh kết nối', cell: ({ channel }) => channel },
  {
    heading: 'Kết quả',
    cell: ({ outcome, isBad, lasted }) => (
      <>
        <Outcome words={outcome} isBad={isBad} />
        {lasted !== null && <span class="ha-sub">{lasted}</span>}
      </>
    ),
  },
  {
    heading: 'Lý do',
    cell: ({ reason, code }) => (
      <>
        {reason ?? NONE}
        {code !== null && (
          <span class="ha-sub ha-whole">
            <code>{code}</code>
          </span>
        )}
      </>
    ),
  },
];

const CALL_COLUMNS: readonly CardColumn<CallView>[] = [
  { heading: 'Thời điểm', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  {
    heading: 'Nghiệp vụ',
    cell: ({ what, operation, way, job }) => (
      <>
        {what}
        <span class="ha-sub ha-whole">
          <code>{operation}</code>
        </span>
        <span class="ha-sub ha-whole">{way}</span>
        {job !== null && (
          <span class="ha-sub">
            <a href={job.href}>{job.label}</a>
          </span>
        )}
      </>
    ),
  },
  {
    heading: 'Kết quả',
    cell: ({ status, isBad, before }) => (
      <>
        <Outcome words={status} isBad={isBad} />
        {before !== null && <span class="ha-sub ha-whole">{before}</span>}
      </>
    ),
  },
  { heading: 'Gửi, nhận', cell: ({ sizes }) => sizes },
];

const WITH_DOWNLOADS: typeof CALL_COLUMNS = [
  ...CALL_COLUMNS,
  { heading: 'Tải về', cell: (call) => <Downloads call={call} /> },
];

function Downloads({ call: { id, downloads, what, when } }: { call: CallView }): VNode {
  return (
    <>
      {downloads.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 && ' · '}
          <a href={href} aria-label={`${label}, ${what}, ${when}, số ${String(id)}`}>
            {label}
          </a>
        </span>
      ))}
    </>
  );
}

function Outcome({ words, isBad }: { words: string; isBad: boolean }): VNode {
  return (
    <span class="ha-state">
      {isBad && <Icon name="alert" tone="bad" />} {words}
    </span>
  );
}
