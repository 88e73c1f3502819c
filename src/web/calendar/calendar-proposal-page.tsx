import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import { MovedDeadlines, type MovedDeadlinesView } from './moved-deadlines.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';

/**
 * GET `/lich-lam-viec/de-nghi/:id`. POST `…/xac-nhan` (`against` = the version it was compared with), `…/bo` (nothing).
 */
export interface ProposalView {
  readonly heading: string;
  readonly facts: readonly Fact[];
  /** `Thêm năm 2028; thay đổi 14 ngày.` */
  readonly summary: string;
  /** Why the calendar would not be sound, by now. */
  readonly flaws: readonly string[];
  /** What to look at again before confirming. */
  readonly warnings: readonly string[];
  readonly days: readonly {
    readonly iso: string;
    readonly date: string;
    readonly before: string;
    readonly after: string;
    readonly source: string | null;
  }[];
  readonly hours: readonly {
    readonly whose: string;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
  /** Null when nobody can tell. */
  readonly moved: MovedDeadlinesView | null;
  readonly decide: { readonly confirm: string; readonly against: number } | null;
  readonly drop: string | null;
}

export function CalendarProposalPage({ frame, view }: { frame: PageFrame; view: ProposalView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place={null}
      crumb={{ href: '/lich-lam-viec', label: 'Lịch làm việc' }}
    >
      <PageHead heading={view.heading} acts={<Acts view={view} csrf={frame.csrf} />}>
        <p>{view.summary}</p>
      </PageHead>
      {view.flaws.length > 0 && (
        <Note tone="fail">
          <p>Lịch theo đề nghị này chưa dùng được:</p>
          <ul>
            {view.flaws.map((flaw) => (
              <li key={flaw}>{flaw}</li>
            ))}
          </ul>
        </Note>
      )}
      {view.warnings.length > 0 && (
        <Note icon="alert">
          <p>Xem lại trước khi xác nhận:</p>
          <ul>
            {view.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Note>
      )}
      <Panel id="t-de-nghi" heading="Đề nghị">
        <Facts facts={view.facts} columns={2} />
      </Panel>
      {view.moved !== null && (
        <MovedDeadlines moved={view.moved} heading="Phiếu đang mở sẽ đổi hạn" after="Hạn theo đề nghị" />
      )}
      {view.hours.length > 0 && <Hours hours={view.hours} />}
      {view.days.length > 0 && <Days days={view.days} />}
    </PageShell>
  );
}

function Acts({ view, csrf }: { view: ProposalView; csrf: string }): VNode {
  return (
    <>
      {view.drop !== null && <ActButton action={view.drop} csrf={csrf} label="Bỏ đề nghị" />}
      {view.decide !== null && (
        <ActButton
          action={view.decide.confirm}
          csrf={csrf}
          label="Xác nhận lịch mới"
          primary
          fields={{ against: String(view.decide.against) }}
        />
      )}
    </>
  );
}

function Hours({ hours }: { hours: ProposalView['hours'] }): VNode {
  return (
    <Panel id="t-gio-khac" heading="Thay đổi giờ làm việc" flush>
      <table class="table ha-cards ha-calendar-changes" role="table">
        <caption class="ha-vh">Giờ đang dùng và giờ theo đề nghị</caption>
        <TableHead headings={['Đơn vị', 'Đang dùng', 'Theo đề nghị']} />
        <tbody role="rowgroup">
          {hours.map(({ whose, before, after }) => (
            <tr key={whose} role="row">
              <td role="cell" data-label="Đơn vị">
                {whose}
              </td>
              <td role="cell" data-label="Đang dùng">
                <Lines lines={before} />
              </td>
              <td role="cell" data-label="Đề nghị">
                <Lines lines={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }): VNode {
  return (
    <div>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

function Days({ days }: { days: ProposalView['days'] }): VNode {
  return (
    <Panel id="t-ngay-khac" heading="Ngày thay đổi so với lịch đang dùng" flush>
      <table class="table ha-cards ha-calendar-changes" role="table">
        <caption class="ha-vh">Theo thứ tự ngày</caption>
        <TableHead headings={['Ngày', 'Đang dùng', 'Theo đề nghị', 'Căn cứ']} />
        <tbody role="rowgroup">
          {days.map((day) => (
            <tr key={day.iso} role="row">
              <td role="cell" data-label="Ngày">
                <time datetime={day.iso}>{day.date}</time>
              </td>
              <td role="cell" data-label="Đang dùng">
                {day.before}
              </td>
              <td role="cell" data-label="Đề nghị">
                {day.after}
              </td>
              <td role="cell" data-label="Căn cứ">
                {day.source ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
