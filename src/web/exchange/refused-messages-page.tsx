import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Tag } from '../kit/tag.js';
import { Icon } from '../kit/icon.js';

/** GET `/tin-loi`. A refused message is kept as received, and its sender has been told. */
export interface RefusedMessagesView {
  /** `4 tin trong 30 ngày qua; mới nhất 18/03, 10:40.` */
  readonly summary: string;
  readonly messages: readonly RefusedMessageView[];
  readonly olderHref: string | null;
}

/** Why something that knocked was not let in. */
export type RefusalKind =
  /** Not readable as SOAP or edXML, or hostile. */
  | 'unreadable'
  /** Read, judged, and sent back with a reason. */
  | 'returned'
  /** Known id, other content. */
  | 'changedContent'
  /** A call seen before. */
  | 'replayed'
  /** A signed file that is not the one submitted. */
  | 'forgedSignedFile'
  /** Somebody who is not allowed to call. */
  | 'notAllowed'
  /** A recall, an update or a replacement: never applied by itself. */
  | 'needsDecision';

export interface RefusedMessageView {
  readonly id: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly when: string;
  readonly kind: RefusalKind;
  /** `Trục liên thông`, `Hệ thống ký`, an address when nobody is named. */
  readonly from: string;
  /** Their id of the message, when it could be read. */
  readonly messageId: string | null;
  /** What was wrong with it, in plain words. */
  readonly reason: string;
  /** What the app did and what the clerk may do. */
  readonly outcome: string;
  /** The ticket or letter it speaks of. */
  readonly subject: { readonly label: string; readonly href: string } | null;
  /** The bytes as received: `/tep/…`. */
  readonly originalHref: string | null;
  /** How it came, call by call; null for what is no message. */
  readonly historyHref: string | null;
}

const KINDS: Readonly<Record<RefusalKind, string>> = {
  unreadable: 'Không đọc được',
  returned: 'Đã trả lại nơi gửi',
  changedContent: 'Nội dung khác lần trước',
  replayed: 'Gửi lặp',
  forgedSignedFile: 'Tệp ký không đúng bản trình',
  notAllowed: 'Không được phép gửi',
  needsDecision: 'Chờ văn thư quyết định',
};

export function RefusedMessagesPage({ frame, view }: { frame: PageFrame; view: RefusedMessagesView }): VNode {
  return (
    <PageShell frame={frame} title="Văn bản, bản tin bị từ chối nhận" place="registers">
      <nav class="ha-crumb" aria-label="Đường dẫn">
        <a href="/so-van-ban/den">
          <Icon name="left" />
          Sổ văn bản
        </a>
        <a href="/trao-doi">Trao đổi với bên ngoài</a>
      </nav>
      <PageHead heading="Văn bản, bản tin bị từ chối nhận">
        <p>{view.summary}</p>
      </PageHead>
      <section class="ha-panel" aria-label="Các văn bản, bản tin bị từ chối nhận">
        {view.messages.length === 0 ? (
          <Empty
            empty={{
              kind: 'done',
              heading: 'Không có văn bản, bản tin nào bị từ chối nhận',
              text: 'Văn bản, bản tin sai cấu trúc hoặc không rõ nơi gửi hiện ở đây kèm lý do; các tin khác đều đã vào sổ.',
            }}
          />
        ) : (
          <Messages messages={view.messages} />
        )}
        {view.olderHref !== null && (
          <div class="ha-panel-f ha-small">
            <a href={view.olderHref}>Tin cũ hơn</a>
          </div>
        )}
      </section>
    </PageShell>
  );
}

function Messages({ messages }: { messages: readonly RefusedMessageView[] }): VNode {
  return (
    <CardTable
      caption="Văn bản, bản tin bị từ chối nhận, mới nhất trước"
      columns={COLUMNS}
      rows={messages}
      keyOf={({ id }) => id}
      kind="ha-refused"
    />
  );
}

const COLUMNS: readonly CardColumn<RefusedMessageView>[] = [
  { heading: 'Nhận lúc', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  {
    heading: 'Nguồn gửi',
    cell: ({ from, messageId }) => (
      <>
        {from}
        {messageId !== null && (
          <span class="ha-sub ha-whole">
            <code>{messageId}</code>
          </span>
        )}
      </>
    ),
  },
  {
    heading: 'Lý do không nhận',
    label: 'Lý do',
    cell: ({ kind, reason }) => (
      <>
        <Tag>{KINDS[kind]}</Tag> {reason}
      </>
    ),
  },
  {
    heading: 'Đã xử lý',
    cell: ({ outcome, subject, historyHref, when }) => (
      <>
        {outcome}{' '}
        {subject !== null && (
          <a href={subject.href}>
            <Code>{subject.label}</Code>
          </a>
        )}
        {historyHref !== null && (
          <span class="ha-sub">
            <a href={historyHref} aria-label={`Bản ghi trao đổi, tin nhận ${when}`}>
              Bản ghi trao đổi
            </a>
          </span>
        )}
      </>
    ),
  },
  {
    heading: 'Bản gốc',
    cell: ({ originalHref, when }) =>
      originalHref === null ? (
        <span class="ha-mute">không giữ</span>
      ) : (
        <a href={originalHref} aria-label={`Tải về bản gốc, tin nhận ${when}`}>
          Tải về
        </a>
      ),
  },
];
