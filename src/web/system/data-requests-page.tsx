import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { RowList } from '../kit/row-list.js';

/** GET `/yeu-cau-du-lieu`: what people ask about the data kept of them, and by when each is to be answered. */
export interface DataRequestsView {
  /** Soonest due first. */
  readonly open: readonly DataRequestRowView[];
  /** Newest first. */
  readonly answered: readonly DataRequestRowView[];
  /** Null for those who may only read. */
  readonly add: ActFormView | null;
}

export interface DataRequestRowView {
  readonly id: string;
  readonly href: string;
  readonly kind: string;
  /** Initials. */
  readonly person: string;
  readonly channel: string;
  readonly received: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly outcome: string | null;
}

/** GET `/yeu-cau-du-lieu/:id`: one request, what the agency holds of the person, and the answer. */
export interface DataRequestView {
  readonly id: string;
  readonly heading: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly facts: readonly Fact[];
  readonly asked: string;
  /** Null for those who may not look. */
  readonly held: {
    readonly tickets: readonly { readonly code: string; readonly subject: string; readonly href: string }[];
    readonly more: boolean;
    readonly staff: number;
  } | null;
  readonly answer: {
    readonly text: string;
    readonly facts: readonly Fact[];
    /** The notice to the person, as a DOCX; null for those who may only read. */
    readonly noticeHref: string | null;
  } | null;
  readonly answerForm: ActFormView | null;
}

const NONE_OPEN = {
  kind: 'done',
  heading: 'Không có yêu cầu nào chờ trả lời',
  text: 'Yêu cầu mới được ghi sẽ hiện ở đây, gần hạn nhất trước.',
} as const;

const COLUMNS: readonly CardColumn<DataRequestRowView>[] = [
  { heading: 'Hạn', cell: ({ due, isLate }) => <Due due={due} isLate={isLate} /> },
  { heading: 'Yêu cầu', cell: ({ href, kind }) => <a href={href}>{kind}</a> },
  { heading: 'Người yêu cầu', cell: ({ person }) => person },
  {
    heading: 'Nhận',
    cell: ({ received, channel }) => (
      <>
        {received}
        <p class="ha-mute">{channel}</p>
      </>
    ),
  },
];

const ANSWERED_COLUMNS: readonly CardColumn<DataRequestRowView>[] = [
  ...COLUMNS,
  { heading: 'Kết quả', cell: ({ outcome }) => outcome ?? '' },
];

function Due({ due, isLate }: { due: string; isLate: boolean }): VNode {
  return (
    <>
      {isLate && (
        <>
          <DeadlinePill deadline={{ tone: 'late', words: 'Quá hạn' }} />{' '}
        </>
      )}
      {due}
    </>
  );
}

export function DataRequestsPage({ frame, view }: { frame: PageFrame; view: DataRequestsView }): VNode {
  const { open, answered, add } = view;
  return (
    <PageShell frame={frame} title="Yêu cầu về dữ liệu cá nhân" place={null}>
      <PageHead heading="Yêu cầu về dữ liệu cá nhân">
        <p>Ai hỏi dữ liệu Sở đang giữ về mình, xin sửa, xóa hoặc hạn chế; trả lời trong hai ngày làm việc.</p>
      </PageHead>
      <div class="ha-stack">
        {add !== null && (
          <Panel id="t-ghi" heading="Yêu cầu mới">
            <ActForm form={add} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel id="t-cho" heading="Chờ trả lời" flush>
          {open.length === 0 ? (
            <Empty empty={NONE_OPEN} />
          ) : (
            <CardTable
              caption="Yêu cầu chờ trả lời, gần hạn nhất trước"
              columns={COLUMNS}
              rows={open}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
        {answered.length > 0 && (
          <Panel id="t-xong" heading="Đã trả lời" flush>
            <CardTable
              caption="Yêu cầu đã trả lời, mới nhất trước"
              columns={ANSWERED_COLUMNS}
              rows={answered}
              keyOf={({ id }) => id}
            />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

export function DataRequestPage({ frame, view }: { frame: PageFrame; view: DataRequestView }): VNode {
  const { heading, due, isLate, facts, asked, held, answer, answerForm } = view;
  return (
    <PageShell
      frame={frame}
      title={`Yêu cầu: ${heading}`}
      place={null}
      crumb={{ href: '/yeu-cau-du-lieu', label: 'Yêu cầu về dữ liệu cá nhân' }}
    >
      <PageHead heading={heading}>
        <p>
          <Due due={due} isLate={isLate} />
        </p>
      </PageHead>
      {isLate && <Note icon="alert">Đã quá hạn trả lời. Trả lời người yêu cầu ngay rồi ghi lại ở dưới.</Note>}
      <div class="ha-stack">
        <Panel id="t-yeu-cau" heading="Yêu cầu">
          <Facts facts={facts} />
          <Paragraphs text={asked} />
        </Panel>
        {held !== null && <Held held={held} />}
        {answer !== null && (
          <Panel id="t-tra-loi" heading="Trả lời">
            <Facts facts={answer.facts} />
            <Paragraphs text={answer.text} />
            {answer.noticeHref !== null && (
              <p>
                <a class="btn" href={answer.noticeHref}>
                  <Icon name="down" />
                  Tải thông báo cho người yêu cầu (DOCX)
                </a>
              </p>
            )}
          </Panel>
        )}
        {answerForm !== null && (
          <Panel id="t-ghi-tra-loi" heading="Trả lời">
            <ActForm form={answerForm} csrf={frame.csrf} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Held({ held: { tickets, more, staff } }: { held: NonNullable<DataRequestView['held']> }): VNode {
  return (
    <Panel id="t-dang-giu" heading="Dữ liệu đang giữ">
      <p>
        {tickets.length === 0
          ? 'Không tìm thấy phiếu nào theo họ tên và điện thoại này.'
          : 'Tìm theo điện thoại và họ tên; người trùng tên cũng hiện, xem lại từng phiếu.'}
        {more && ' Chưa hết: tìm tiếp ở trang Tìm kiếm.'}
        {staff > 0 && ` Có ${String(staff)} cán bộ, tài khoản mang tên này.`}
      </p>
      {tickets.length > 0 && (
        <RowList
          rows={tickets.map(({ code, subject, href }) => ({ icon: 'file', title: subject, href, detail: code }))}
        />
      )}
    </Panel>
  );
}
