import type { VNode } from 'preact';
import { Empty } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { PageHead } from '../kit/page-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { RegisterTable, type RegisterColumn } from '../registers/register-table.js';

/** GET `/so-van-ban/den/cho-so`: incoming documents that wait for the number of the e-office's book. */
export interface AwaitedNumbersView {
  readonly summary: string;
  /** Oldest first. */
  readonly lines: readonly AwaitedLineView[];
}

export interface AwaitedLineView {
  readonly id: string;
  readonly href: string;
  readonly since: { readonly at: string; readonly words: string };
  readonly from: string;
  readonly code: string;
  readonly subject: string;
  /** Why the number that came cannot stand; null where nothing stands against it. */
  readonly problem: string | null;
}

const COLUMNS: readonly RegisterColumn<AwaitedLineView>[] = [
  { heading: 'Số, ký hiệu', width: 'ha-c10', cell: ({ href, code }) => <a href={href}>{code}</a> },
  { heading: 'Nhận lúc', width: 'ha-c8', cell: ({ since }) => <time datetime={since.at}>{since.words}</time> },
  { heading: 'Tác giả', width: 'ha-c10', cell: ({ from }) => from },
  {
    heading: 'Trích yếu',
    width: null,
    cell: ({ subject, problem }) => (
      <>
        {subject}
        {problem !== null && (
          <div class="ha-small ha-strong">
            <Icon name="alert" /> {problem}
          </div>
        )}
      </>
    ),
  },
];

export function AwaitedNumbersPage({ frame, view }: { frame: PageFrame; view: AwaitedNumbersView }): VNode {
  const heading = 'Văn bản chờ số đến';
  return (
    <PageShell
      frame={frame}
      title={heading}
      place="registers"
      crumb={{ href: '/so-van-ban/den', label: 'Sổ văn bản đến' }}
    >
      <PageHead heading={heading}>
        <p>{view.summary}</p>
      </PageHead>
      <section class="ha-panel" aria-label={heading}>
        {view.lines.length === 0 ? (
          <Empty
            empty={{
              kind: 'done',
              heading: 'Không còn văn bản nào chờ số',
              text: 'Văn bản vào sổ mà chưa có số của hệ thống quản lý văn bản sẽ hiện ở đây.',
            }}
          />
        ) : (
          <RegisterTable
            caption="Văn bản chờ số đến, cũ nhất trước"
            columns={COLUMNS}
            rows={view.lines}
            keyOf={({ id }) => id}
          />
        )}
      </section>
    </PageShell>
  );
}
