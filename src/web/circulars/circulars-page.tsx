import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { CircularsCrumb } from './circulars-crumb.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Empty } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { State } from '../kit/state.js';

/** GET `/quan-triet?truoc=`: what this person has to read and acknowledge, and what they have. */
export interface CircularsView {
  /** Soonest due first. */
  readonly owed: readonly OwnCircularView[];
  /** Circulars of which the head's word is missing that the unit was told. */
  readonly briefings: readonly OwnCircularView[];
  readonly acknowledged: readonly OwnCircularView[];
  readonly olderHref: string | null;
  /** Null for those who do not watch over all. */
  readonly sentHref: string | null;
}

export interface OwnCircularView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** Number, symbol and day of the document; may be empty. */
  readonly document: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly isToday: boolean;
  readonly standing: string;
  readonly note: string;
}

/** GET `/quan-triet/da-gui?sau=`: all circulars with how far each has come, newest first. */
export interface SentCircularsView {
  readonly rows: readonly CircularRowView[];
  readonly olderHref: string | null;
  readonly newHref: string | null;
}

export interface CircularRowView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly document: string;
  readonly standing: string;
  readonly sent: string;
  readonly due: string;
  /** Null for drafts. */
  readonly progress: { readonly words: string; readonly href: string } | null;
}

const NOTHING_OWED = {
  kind: 'done',
  heading: 'Đã đọc và xác nhận hết',
  text: 'Văn bản mới cần quán triệt sẽ hiện ở đây, kèm thông báo.',
} as const;

const TITLE: CardColumn<OwnCircularView> = {
  heading: 'Văn bản',
  cell: ({ href, title, document }) => <Title href={href} title={title} document={document} />,
};

const DUE: CardColumn<OwnCircularView> = { heading: 'Chậm nhất ngày', cell: (row) => <Due row={row} /> };

const OWED_COLUMNS = [TITLE, DUE, { heading: 'Đã mở', cell: ({ note }: OwnCircularView) => note }] as const;

const DONE_COLUMNS = [
  TITLE,
  { heading: 'Xác nhận', cell: ({ note }: OwnCircularView) => note },
  { heading: 'Hiệu lực', cell: ({ standing }: OwnCircularView) => <State>{standing}</State> },
] as const;

export function CircularsPage({ frame, view }: { frame: PageFrame; view: CircularsView }): VNode {
  const { owed, briefings, acknowledged, olderHref, sentHref } = view;
  const sent = sentHref !== null && (
    <a class="btn" href={sentHref}>
      <Icon name="send" />
      Văn bản đã gửi
    </a>
  );
  return (
    <PageShell frame={frame} title="Quán triệt văn bản" place={null}>
      <PageHead heading="Quán triệt văn bản" acts={sent}>
        <p>Đọc từng văn bản rồi tự xác nhận; không ai xác nhận thay được.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-can-doc" heading="Cần đọc và xác nhận" flush>
          {owed.length === 0 ? (
            <Empty empty={NOTHING_OWED} />
          ) : (
            <CardTable
              caption="Văn bản cần xác nhận, gần hạn nhất trước"
              columns={OWED_COLUMNS}
              rows={owed}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
        {briefings.length > 0 && (
          <Panel id="t-don-vi" heading="Đơn vị cần phổ biến" flush>
            <CardTable
              caption="Văn bản chờ xác nhận đã phổ biến tới toàn đơn vị"
              columns={[TITLE, DUE]}
              rows={briefings}
              keyOf={({ id }) => id}
            />
          </Panel>
        )}
        {acknowledged.length > 0 && (
          <Panel
            id="t-da-xac-nhan"
            heading="Đã xác nhận"
            flush
            footer={olderHref === null ? null : <Older href={olderHref} />}
          >
            <CardTable
              caption="Văn bản đã xác nhận, mới nhất trước"
              columns={DONE_COLUMNS}
              rows={acknowledged}
              keyOf={({ id }) => id}
            />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

const ROW_COLUMNS: readonly CardColumn<CircularRowView>[] = [
  {
    heading: 'Văn bản',
    cell: ({ href, title, document }) => <Title href={href} title={title} document={document} />,
  },
  { heading: 'Hiệu lực', cell: ({ standing, sent }) => <State latest={sent}>{standing}</State> },
  { heading: 'Chậm nhất ngày', cell: ({ due }) => due },
  {
    heading: 'Đã xác nhận',
    cell: ({ progress }) => (progress === null ? 'Chưa gửi' : <a href={progress.href}>{progress.words} người</a>),
  },
];

const NOTHING_SENT = {
  kind: 'done',
  heading: 'Chưa có văn bản nào',
  text: 'Soạn văn bản, chọn nơi nhận rồi gửi; tiến độ đọc của từng đơn vị hiện ở đây.',
} as const;

export function SentCircularsPage({ frame, view }: { frame: PageFrame; view: SentCircularsView }): VNode {
  const { rows, olderHref, newHref } = view;
  const begin = newHref !== null && (
    <a class="btn btn-primary" href={newHref}>
      <Icon name="plus" />
      Soạn văn bản quán triệt
    </a>
  );
  return (
    <PageShell frame={frame} title="Văn bản quán triệt đã gửi" place={null}>
      <CircularsCrumb />
      <PageHead heading="Văn bản quán triệt đã gửi" acts={begin} />
      <section class="ha-panel" aria-label="Các văn bản">
        {rows.length === 0 ? (
          <Empty empty={NOTHING_SENT} />
        ) : (
          <CardTable caption="Văn bản, mới nhất trước" columns={ROW_COLUMNS} rows={rows} keyOf={({ id }) => id} />
        )}
        {olderHref !== null && (
          <div class="ha-panel-f">
            <Older href={olderHref} />
          </div>
        )}
      </section>
    </PageShell>
  );
}

function Title({ href, title, document }: { href: string; title: string; document: string }): VNode {
  return (
    <>
      <a class="ha-strong" href={href}>
        {title}
      </a>
      {document !== '' && <span class="ha-sub">{document}</span>}
    </>
  );
}

function Due({ row: { due, isLate, isToday } }: { row: OwnCircularView }): VNode {
  return (
    <>
      {due}
      {isLate && (
        <>
          {' '}
          <DeadlinePill deadline={{ tone: 'late', words: 'Quá hạn' }} />
        </>
      )}
      {isToday && (
        <>
          {' '}
          <DeadlinePill deadline={{ tone: 'today', words: 'Hôm nay' }} />
        </>
      )}
    </>
  );
}

function Older({ href }: { href: string }): VNode {
  return <a href={href}>Văn bản cũ hơn</a>;
}
