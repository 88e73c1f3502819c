import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/trao-doi/viec`: what other agencies want done to documents they have sent us, and what was decided. */
export interface ExchangeTasksView {
  readonly summary: string;
  /** Oldest first. */
  readonly open: readonly TaskLineView[];
  /** Newest first. */
  readonly decided: readonly TaskLineView[];
}

export interface TaskLineView {
  readonly id: string;
  readonly href: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly when: string;
  readonly what: string;
  readonly from: string;
  readonly documentId: string;
  /** Null while it waits. */
  readonly decision: string | null;
  readonly reason: string | null;
  /** Whether our answer has left. */
  readonly answer: string | null;
}

export function ExchangeTasksPage({ frame, view }: { frame: PageFrame; view: ExchangeTasksView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Việc chờ quyết định"
      place="registers"
      crumb={{ href: '/so-van-ban/den', label: 'Sổ văn bản' }}
    >
      <PageHead heading="Việc chờ quyết định">
        <p>{view.summary} Yêu cầu của nơi gửi không bao giờ tự áp dụng.</p>
      </PageHead>
      <section class="ha-panel" aria-label="Chờ quyết định">
        {view.open.length === 0 ? (
          <Empty
            empty={{
              kind: 'done',
              heading: 'Không có việc nào chờ',
              text: 'Thu hồi, cập nhật, thay thế văn bản của nơi gửi và văn bản chưa rõ nơi gửi sẽ hiện ở đây.',
            }}
          />
        ) : (
          <Tasks caption="Việc chờ quyết định, cũ nhất trước" tasks={view.open} />
        )}
      </section>
      {view.decided.length > 0 && (
        <Panel id="viec-da-quyet-dinh" heading="Đã quyết định gần đây" class="ha-last" flush>
          <Tasks caption="Việc đã quyết định, mới nhất trước" tasks={view.decided} />
        </Panel>
      )}
    </PageShell>
  );
}

function Tasks({ caption, tasks }: { caption: string; tasks: readonly TaskLineView[] }): VNode {
  return <CardTable caption={caption} columns={COLUMNS} rows={tasks} keyOf={({ id }) => id} />;
}

const COLUMNS: readonly CardColumn<TaskLineView>[] = [
  { heading: 'Nhận lúc', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  { heading: 'Việc', cell: ({ href, what }) => <a href={href}>{what}</a> },
  { heading: 'Nơi gửi', cell: ({ from }) => from },
  {
    heading: 'Văn bản',
    cell: ({ documentId }) => (
      <span class="ha-whole">
        <code>{documentId}</code>
      </span>
    ),
  },
  {
    heading: 'Quyết định',
    cell: ({ decision, reason, answer }) => (
      <>
        {decision ?? 'Chưa quyết định'}
        {reason !== null && <span class="ha-sub ha-whole">{reason}</span>}
        {answer !== null && <span class="ha-sub ha-whole">{answer}</span>}
      </>
    ),
  },
];
