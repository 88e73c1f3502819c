import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { HeldWork, UndoneWork, type HeldView, type UndoneView } from '../people/undone-work.js';

/** GET `/trao-doi`: what waits to go out, whether the outside answers, what needs a person, and what came in. */
export interface ExchangeQueueView {
  /** `12 việc đang chờ. Chưa liên lạc được: E-office: văn thư.` */
  readonly summary: string;
  readonly isAway: boolean;
  /** What keeps the app itself from working, each a sentence or two. */
  readonly unwell: readonly string[];
  /** Whether the page looks again by itself. */
  readonly moving: boolean;
  readonly channels: readonly ChannelView[];
  /** Given up, or failing for long. */
  readonly undone: readonly UndoneView[];
  readonly held: readonly HeldView[];
  /** What people wrote down as arrived by another way. */
  readonly proved: readonly RowView[];
  readonly inbox: {
    /** `18/03, 10:40.` */
    readonly lastLook: string;
    /** Null for those who may not look at messages. */
    readonly refused: { readonly label: string; readonly href: string } | null;
    /** What doors refused today, each a line; empty when nothing. */
    readonly doors: readonly string[];
    /** Calls that could not be kept as evidence; null when there are none. */
    readonly missed: string | null;
  };
}

export interface ChannelView {
  readonly name: string;
  readonly waiting: string;
  /** `giữ lại 2, đã dừng 1`; null when there is nothing of the kind. */
  readonly more: string | null;
  /** Of what waits. */
  readonly oldest: { readonly at: string; readonly words: string } | null;
  /** How fast it goes, and when a backlog will be over; null when nothing went in the last minute. */
  readonly progress: string | null;
  readonly connection: string;
  readonly latest: string | null;
  readonly isAway: boolean;
}

export function ExchangeQueuePage({ frame, view }: { frame: PageFrame; view: ExchangeQueueView }): VNode {
  return (
    <PageShell frame={frame} title="Trao đổi với bên ngoài" place="exchange">
      <Live id="song-trao-doi" on={view.moving}>
        <PageHead heading="Trao đổi với bên ngoài">
          <p>{view.summary}</p>
        </PageHead>
        {view.unwell.map((words) => (
          <Note key={words} tone="fail">
            {words}
          </Note>
        ))}
        {view.isAway && (
          <Note>
            Việc gửi đi được giữ nguyên và tự gửi khi nơi nhận trả lời lại, đúng thứ tự. Không cần gửi lại bằng tay.
          </Note>
        )}
        <Channels channels={view.channels} />
        {view.undone.length > 0 && <UndoneWork works={view.undone} csrf={frame.csrf} />}
        {view.held.length > 0 && <HeldWork works={view.held} csrf={frame.csrf} />}
        {view.undone.length + view.held.length === 0 && (
          <section class="ha-panel" aria-label="Việc cần người xử lý">
            <Empty
              empty={{
                kind: 'done',
                heading: 'Không có giao dịch nào chờ xử lý',
                text: 'Giao dịch đã thử nhiều lần mà chưa gửi được hiện ở đây kèm lý do và nút gửi lại; giao dịch đang chờ được phần mềm tự gửi.',
              }}
            />
          </section>
        )}
        {view.proved.length > 0 && (
          <Panel id="da-toi-noi" heading="Đã ghi là nơi nhận đã có, gần đây">
            <RowList rows={view.proved} />
          </Panel>
        )}
        <Panel id="tin-den" heading="Tin đến">
          <Facts facts={inboxFacts(view.inbox)} />
          <p>
            <a href="/trao-doi/doi-chieu">Đối chiếu với hệ thống quản lý văn bản</a>
          </p>
          <p>
            <a href="/trao-doi/ban-ghi">Bản ghi từng lượt kết nối</a>
          </p>
          {view.inbox.refused !== null && (
            <p>
              <a href="/trao-doi/viec">Việc chờ quyết định</a>
            </p>
          )}
          <p>
            <a href="/trao-doi/co-quan">Danh mục cơ quan</a>
          </p>
        </Panel>
      </Live>
    </PageShell>
  );
}

function inboxFacts({ lastLook, refused, doors, missed }: ExchangeQueueView['inbox']): readonly Fact[] {
  return [
    { label: 'Hỏi hệ thống quản lý văn bản lần gần nhất', value: lastLook },
    ...(refused === null ? [] : [{ label: 'Chưa cho vào', value: <a href={refused.href}>{refused.label}</a> }]),
    ...(doors.length === 0
      ? []
      : [{ label: 'Từ chối nhận hôm nay', value: doors.map((door) => <div key={door}>{door}</div>) }]),
    ...(missed === null ? [] : [{ label: 'Bản ghi trao đổi', value: missed }]),
  ];
}

function Channels({ channels }: { channels: readonly ChannelView[] }): VNode {
  return (
    <Panel id="hang-gui" heading="Giao dịch đang chờ, theo kênh kết nối" flush>
      <CardTable
        caption="Mỗi kênh kết nối một dòng"
        columns={CHANNEL_COLUMNS}
        rows={channels}
        keyOf={({ name }) => name}
      />
    </Panel>
  );
}

const NONE = <span class="ha-mute">–</span>;

const CHANNEL_COLUMNS: readonly CardColumn<ChannelView>[] = [
  { heading: 'Kênh kết nối', cell: ({ name }) => name },
  {
    heading: 'Đang chờ',
    cell: ({ waiting, more }) => (
      <>
        <span class="ha-num">{waiting}</span>
        {more !== null && <span class="ha-sub">{more}</span>}
      </>
    ),
  },
  {
    heading: 'Chờ lâu nhất (từ lúc)',
    cell: ({ oldest }) => (oldest === null ? NONE : <time datetime={oldest.at}>{oldest.words}</time>),
  },
  { heading: 'Tốc độ', cell: ({ progress }) => progress ?? NONE },
  {
    heading: 'Kết nối',
    cell: ({ connection, latest, isAway }) => (
      <>
        <span class="ha-state">
          {isAway && <Icon name="alert" tone="bad" />} {connection}
        </span>
        {latest !== null && <span class="ha-sub ha-whole">{latest}</span>}
      </>
    ),
  },
];
