import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { CaseLetters, type CaseLettersView } from '../drafting/case-letters.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { Tag } from '../kit/tag.js';

/**
 * GET `/can-bo-dau-moi/thay-doi/:id`: the plan of a change before it is confirmed, and after, what it did. POST `…/phieu` (a ticket's id: an
 * officer's) · `…/xac-nhan` (`hash`) · `…/bo` · `…/hoan-tac` · `…/van-ban`; GET `…/cong-van.docx`.
 */
export interface OfficerChangeView {
  readonly unit: string;
  readonly unitHref: string;
  readonly state: string;
  readonly isNews: boolean;
  readonly facts: readonly Fact[];
  /** What the plan does; empty once it is done. */
  readonly parts: readonly PlanPartView[];
  readonly tickets: readonly PlanTicketView[];
  readonly takers: readonly { readonly value: string; readonly label: string }[];
  /** Null where there is nothing to choose. */
  readonly chooseAction: string | null;
  readonly confirm: {
    readonly action: string;
    readonly hash: string;
    readonly label: string;
    readonly words: string;
  } | null;
  readonly withdrawAction: string | null;
  readonly reverseAction: string | null;
  /** Codes of tickets that did not go back. */
  readonly stayed: readonly string[];
  readonly problem: string | null;
  readonly letter: {
    readonly href: string | null;
    readonly words: string;
    readonly letters: CaseLettersView;
  } | null;
}

export interface PlanPartView {
  readonly heading: string;
  readonly count: string;
  readonly words: string;
}

export interface PlanTicketView {
  readonly id: string;
  readonly code: string;
  /** Its step and when it is due, or what became of it. */
  readonly course: string;
  readonly toId: string;
  readonly to: string;
  /** Whether it stayed there when the change was taken back. */
  readonly stayed: boolean;
}

export function OfficerChangePage({ frame, view }: { frame: PageFrame; view: OfficerChangeView }): VNode {
  const { stayed, problem, letter } = view;
  return (
    <PageShell
      frame={frame}
      title="Thay đổi cán bộ đầu mối"
      place="officers"
      crumb={{ href: view.unitHref, label: view.unit }}
    >
      <PageHead heading="Thay đổi cán bộ đầu mối">
        <p>
          {view.unit} <Tag tone={view.isNews ? 'pass' : 'ink'}>{view.state}</Tag>
        </p>
      </PageHead>
      <div class="ha-stack">
        {problem !== null && (
          <Note tone="fail">
            <p>Chưa thực hiện được vào ngày đã định: {problem}</p>
          </Note>
        )}
        {stayed.length > 0 && (
          <Note>
            <p>Không hoàn tác vì đã có người xử lý: {stayed.join(', ')}.</p>
          </Note>
        )}
        <Panel id="t-noi-dung" heading="Nội dung">
          <Facts facts={view.facts} />
        </Panel>
        {view.parts.length > 0 && (
          <Panel id="t-ke-hoach" heading="Kế hoạch" flush>
            <CardTable
              caption="Những việc sẽ làm"
              columns={PART_COLUMNS}
              rows={view.parts}
              keyOf={(part) => part.heading}
            />
          </Panel>
        )}
        <Tickets view={view} csrf={frame.csrf} />
        {letter !== null && (
          <Panel id="t-cong-van" heading="Công văn báo thành phố">
            <p>{letter.words}</p>
            {letter.href !== null && (
              <a class="btn" href={letter.href}>
                <Icon name="file" />
                Tải công văn (DOCX)
              </a>
            )}
            <CaseLetters letters={letter.letters} csrf={frame.csrf} />
          </Panel>
        )}
        <Acts view={view} csrf={frame.csrf} />
      </div>
    </PageShell>
  );
}

const PART_COLUMNS: readonly CardColumn<PlanPartView>[] = [
  { heading: 'Phần', cell: ({ heading }) => <span class="ha-strong">{heading}</span> },
  { heading: 'Số lượng', cell: ({ count }) => count },
  { heading: 'Việc sẽ làm', cell: ({ words }) => words },
];

function Tickets({ view, csrf }: { view: OfficerChangeView; csrf: string }): VNode | null {
  const { tickets, takers, chooseAction } = view;
  if (tickets.length === 0) return null;
  const columns: readonly CardColumn<PlanTicketView>[] = [
    { heading: 'Mã phiếu', cell: ({ id, code }) => <a href={`/phieu/${id}`}>{code}</a> },
    { heading: 'Bước, thời hạn', cell: ({ course }) => course },
    {
      heading: 'Người nhận',
      cell: (ticket) =>
        chooseAction === null ? (
          `${ticket.to}${ticket.stayed ? ' (giữ nguyên)' : ''}`
        ) : (
          <select class="form-select" name={`phieu.${ticket.id}`} aria-label={`Người nhận phiếu ${ticket.code}`}>
            {takers.map(({ value, label }) => (
              <option key={value} value={value} selected={value === ticket.toId}>
                {label}
              </option>
            ))}
          </select>
        ),
    },
  ];
  const table = (
    <CardTable caption="Phiếu bàn giao, hạn gần nhất trước" columns={columns} rows={tickets} keyOf={({ id }) => id} />
  );
  return (
    <Panel id="t-phieu" heading={`Phiếu bàn giao (${tickets.length})`} flush>
      {chooseAction === null ? (
        table
      ) : (
        <PostForm action={chooseAction} csrf={csrf}>
          {table}
          <div class="ha-panel-f">
            <button class="btn" type="submit">
              Lưu người nhận từng phiếu
            </button>
          </div>
        </PostForm>
      )}
    </Panel>
  );
}

function Acts({ view, csrf }: { view: OfficerChangeView; csrf: string }): VNode | null {
  const { confirm, withdrawAction, reverseAction } = view;
  if (confirm === null && withdrawAction === null && reverseAction === null) return null;
  return (
    <div class="ha-acts">
      {confirm !== null && (
        <>
          <ActButton
            action={confirm.action}
            csrf={csrf}
            label={confirm.label}
            fields={{ hash: confirm.hash }}
            confirm="hoi-xac-nhan"
            primary
          />
          <ConfirmDialog id="hoi-xac-nhan" heading="Thay cán bộ đầu mối?" submit={confirm.label}>
            <p>{confirm.words}</p>
          </ConfirmDialog>
        </>
      )}
      {reverseAction !== null && (
        <ActButton action={reverseAction} csrf={csrf} label="Hoàn tác thay đổi" confirm="hoi-hoan-tac" />
      )}
      {reverseAction !== null && (
        <ConfirmDialog id="hoi-hoan-tac" heading="Hoàn tác thay đổi?" submit="Hoàn tác thay đổi">
          <p>Phiếu chưa ai xử lý trở về người cũ; phiếu đã có người xử lý ở lại và được nêu tên.</p>
        </ConfirmDialog>
      )}
      {withdrawAction !== null && <ActButton action={withdrawAction} csrf={csrf} label="Bỏ thay đổi này" />}
    </div>
  );
}
