import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { ActButton } from '../kit/act-button.js';
import { Code } from '../kit/code.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Note } from '../kit/note.js';
import { PageHead } from '../kit/page-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/thong-bao`: what a person has been told, newest first. */
export interface NoticesView {
  /** `3 chưa đọc.` */
  readonly summary: string;
  /** Newest first. */
  readonly groups: readonly NoticeGroup[];
  /** Posts that all shown so far are read; null when nothing is unread. */
  readonly allReadAction: string | null;
  /** How mail stands, for those who look after the software; null where it is nobody's concern. */
  readonly mail: string | null;
  readonly olderHref: string | null;
  /** What rings for this person. */
  readonly choices: ActFormView;
}

/** What was told about one ticket, or one notice about none. */
export interface NoticeGroup {
  /** Null where it is about none, or about one that this person no longer sees. */
  readonly ticket: { readonly code: string; readonly subject: string; readonly href: string } | null;
  readonly rows: readonly NoticeRow[];
}

export interface NoticeRow {
  readonly seq: number;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly when: string;
  readonly overdue: boolean;
  readonly unread: boolean;
  readonly words: string;
  /** Posts that it is read; null when it is. */
  readonly readAction: string | null;
}

export function NoticesPage({ frame, view }: { frame: PageFrame; view: NoticesView }): VNode {
  const all = view.allReadAction !== null && (
    <ActButton action={view.allReadAction} csrf={frame.csrf} label="Đánh dấu đã đọc tất cả" icon="check" />
  );
  return (
    <PageShell frame={frame} title="Thông báo" place={null}>
      <PageHead heading="Thông báo" acts={all}>
        <p>{view.summary}</p>
      </PageHead>
      {view.mail !== null && <Note>{view.mail}</Note>}
      <ActForm form={view.choices} csrf={frame.csrf} />
      <section class="ha-panel" aria-label="Các thông báo">
        {view.groups.length === 0 ? (
          <Empty
            empty={{
              kind: 'done',
              heading: 'Chưa có thông báo nào',
              text: 'Khi có việc đến hạn hoặc quá hạn, hệ thống nhắc ở đây.',
            }}
          />
        ) : (
          <ul class="ha-told">
            {view.groups.map((group) => (
              <ToldTogether key={group.rows[0]?.seq} group={group} csrf={frame.csrf} />
            ))}
          </ul>
        )}
        {view.olderHref !== null && (
          <div class="ha-panel-f ha-small">
            <a href={view.olderHref}>Thông báo cũ hơn</a>
          </div>
        )}
      </section>
    </PageShell>
  );
}

function ToldTogether({ group: { ticket, rows }, csrf }: { group: NoticeGroup; csrf: string }): VNode {
  const told = rows.map((row) => <Told key={row.seq} row={row} csrf={csrf} />);
  if (ticket === null) return <>{told}</>;
  return (
    <li class="ha-told-of">
      <a href={ticket.href}>
        <Code>{ticket.code}</Code> {ticket.subject}
      </a>
      <ul>{told}</ul>
    </li>
  );
}

function Told({ row, csrf }: { row: NoticeRow; csrf: string }): VNode {
  return (
    <li class={row.unread ? 'is-new' : undefined}>
      <time datetime={row.at}>{row.when}</time>
      <div>
        {row.unread && <span class="ha-vh">Chưa đọc. </span>}
        {row.overdue && <Tag tone="fail">Quá hạn</Tag>} <span>{row.words}</span>
      </div>
      {row.readAction !== null && <ActButton action={row.readAction} csrf={csrf} label="Đã đọc" small />}
    </li>
  );
}
