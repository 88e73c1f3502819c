import type { VNode } from 'preact';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RegisterTable, type RegisterColumn } from './register-table.js';

/** GET `/trao-doi/ghi-so`: incoming documents that a clerk enters in the e-office by hand. */
export interface EntriesView {
  readonly summary: string;
  /** Oldest first. */
  readonly owed: readonly EntryLineView[];
  /** Newest first. */
  readonly ticked: readonly EntryLineView[];
}

export interface EntryLineView {
  readonly id: string;
  readonly href: string;
  /** Our number and day of arrival. */
  readonly number: string;
  readonly day: string;
  readonly from: string;
  readonly code: string;
  readonly subject: string;
  readonly since: { readonly at: string; readonly words: string };
  /** Under which number it stands there; null while nobody has entered it. */
  readonly there: string | null;
}

export function EntriesPage({ frame, view }: { frame: PageFrame; view: EntriesView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Ghi tay vào sổ hệ thống quản lý văn bản"
      place="registers"
      crumb={{ href: '/so-van-ban/den', label: 'Sổ văn bản đến' }}
    >
      <PageHead heading="Ghi tay vào sổ hệ thống quản lý văn bản">
        <p>{view.summary}</p>
      </PageHead>
      <section class="ha-panel" aria-label="Chưa ghi">
        {view.owed.length === 0 ? (
          <Empty
            empty={{
              kind: 'done',
              heading: 'Không còn văn bản nào chờ ghi',
              text: 'Văn bản phải ghi bằng tay sẽ hiện ở đây.',
            }}
          />
        ) : (
          <Entries
            caption="Văn bản chưa ghi vào sổ hệ thống quản lý văn bản, cũ nhất trước"
            lines={view.owed}
            last="Chờ từ"
          />
        )}
      </section>
      {view.ticked.length > 0 && (
        <Panel id="v-da-ghi" heading="Đã ghi gần đây" class="ha-last" flush>
          <Entries caption="Văn bản đã ghi, mới nhất trước" lines={view.ticked} last="Trong sổ hệ thống QLVB" />
        </Panel>
      )}
    </PageShell>
  );
}

interface EntriesProps {
  readonly caption: string;
  readonly lines: readonly EntryLineView[];
  /** Heading of the last column. */
  readonly last: string;
}

function Entries({ caption, lines, last }: EntriesProps): VNode {
  return <RegisterTable caption={caption} columns={columnsWith(last)} rows={lines} keyOf={({ id }) => id} />;
}

function columnsWith(last: string): readonly RegisterColumn<EntryLineView>[] {
  return [
    { heading: 'Số đến', width: 'ha-c9', cell: ({ href, number }) => <a href={href}>{number}</a> },
    { heading: 'Ngày đến', width: 'ha-c9', cell: ({ day }) => day },
    { heading: 'Tác giả', width: 'ha-c10', cell: ({ from }) => from },
    { heading: 'Số, ký hiệu', width: 'ha-c10', cell: ({ code }) => code },
    { heading: 'Trích yếu', width: null, cell: ({ subject }) => subject },
    {
      heading: last,
      width: 'ha-c8',
      cell: ({ there, since }) => there ?? <time datetime={since.at}>{since.words}</time>,
    },
  ];
}
