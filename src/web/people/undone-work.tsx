import type { ComponentChildren, VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Panel } from '../kit/panel.js';

interface JobView {
  readonly seq: number;
  /** `Mở phiếu từ phản ánh` */
  readonly what: string;
  /** The registered document it is about. */
  readonly subject: { readonly label: string; readonly href: string } | null;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly since: string;
  readonly reason: string;
  /** Its tries and calls, one by one. */
  readonly historyHref: string;
  /** What a person may do with it besides; empty for those who only watch. */
  readonly forms: readonly ActFormView[];
}

/** Work that the app has given up, or fails at for long. */
export interface UndoneView extends JobView {
  /** Whether the app goes on trying. */
  readonly standing: string;
  /** Posts that it be tried again; null when the app tries by itself or another person must say so. */
  readonly retryAction: string | null;
}

/** Work that a person keeps from being tried. */
export interface HeldView extends JobView {
  readonly releaseAction: string | null;
}

export function UndoneWork({ works, csrf }: { works: readonly UndoneView[]; csrf: string }): VNode {
  return (
    <Panel id="viec-chua-lam-duoc" heading="Giao dịch gửi không thành công, chờ xử lý" flush>
      <CardTable
        caption="Giao dịch đã dừng trước, rồi đến giao dịch đang thử lại"
        columns={columnsOf('Từ lúc', csrf, (work: UndoneView) => (
          <>
            {work.standing}
            {work.retryAction !== null && (
              <ActButton action={work.retryAction} csrf={csrf} label="Thử lại" about={aboutOf(work)} small />
            )}
          </>
        ))}
        rows={works}
        keyOf={({ seq }) => seq}
      />
    </Panel>
  );
}

export function HeldWork({ works, csrf }: { works: readonly HeldView[]; csrf: string }): VNode {
  return (
    <Panel id="viec-dang-giu" heading="Giao dịch tạm giữ, chưa gửi" flush>
      <CardTable
        caption="Giao dịch tạm giữ, lâu nhất trước"
        columns={columnsOf('Tạm giữ từ', csrf, (work: HeldView) => (
          <>
            Phần mềm không tự gửi; chờ người dùng cho gửi.
            {work.releaseAction !== null && (
              <ActButton action={work.releaseAction} csrf={csrf} label="Cho gửi tiếp" about={aboutOf(work)} small />
            )}
          </>
        ))}
        rows={works}
        keyOf={({ seq }) => seq}
      />
    </Panel>
  );
}

/** Names the work to those who hear the page, where the same buttons stand in each line. */
function aboutOf({ what, subject, since }: JobView): string {
  return [what, subject?.label, `từ ${since}`].filter((part) => part !== undefined).join(', ');
}

function columnsOf<View extends JobView>(
  since: string,
  csrf: string,
  now: (work: View) => ComponentChildren,
): readonly CardColumn<View>[] {
  return [
    { heading: since, cell: (work) => <time datetime={work.at}>{work.since}</time> },
    {
      heading: 'Việc',
      cell: ({ what, subject, since: from, historyHref }) => (
        <>
          {what}
          {subject !== null && (
            <span class="ha-sub">
              <a href={subject.href}>{subject.label}</a>
            </span>
          )}
          <span class="ha-sub">
            <a href={historyHref} aria-label={`Các lần thử, ${what}, từ ${from}`}>
              Các lần thử
            </a>
          </span>
        </>
      ),
    },
    { heading: 'Lý do', cell: ({ reason }) => reason },
    {
      heading: 'Hiện nay',
      cell: (work) => (
        <>
          {now(work)}
          {work.forms.map((form) => (
            <ActForm key={form.id} form={form} csrf={csrf} about={aboutOf(work)} />
          ))}
        </>
      ),
    },
  ];
}
