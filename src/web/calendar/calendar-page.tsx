import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { type MonthView, YearMonths } from '../reports/year-months.js';
import { TableHead } from '../kit/table-head.js';

/**
 * GET `/lich-lam-viec`: `nam` = year, `ban` = version. A change is posted as a proposal and shown on a page of its own before
 * anybody confirms it.
 */
export interface CalendarView {
  readonly heading: string;
  /** `Bản 2, đang dùng: Lịch làm việc 2024–2028` */
  readonly version: string;
  readonly offer: OfferView | null;
  readonly warnings: readonly string[];
  readonly years: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly months: readonly MonthView[];
  readonly days: readonly DayLineView[];
  /** Those of the agency first, then of units that keep others. */
  readonly hours: readonly HoursView[];
  readonly waiting: readonly { readonly href: string; readonly reason: string; readonly who: string }[];
  readonly versions: readonly VersionView[];
  /** The ways to propose a change; none where the reader may not, or looks at an old version. */
  readonly forms: readonly ActFormView[];
}

/** The calendar that ships with the software, offered to an agency that counts by an older one. */
export interface OfferView {
  readonly words: string;
  /** The proposal, where one waits. */
  readonly href: string | null;
  /** Where it is proposed: POST, nothing; null where the reader may not. */
  readonly action: string | null;
}

export interface DayLineView {
  readonly iso: string;
  /** `Thứ Ba, 17/02/2026` */
  readonly date: string;
  readonly what: string;
  /** `Nghỉ lễ`, `Nghỉ bù`, `Nghỉ hoán đổi`, `Làm bù` */
  readonly sort: string;
  readonly source: string;
  readonly confidence: string;
  readonly settled: boolean;
}

export interface HoursView {
  /** Empty = the agency. */
  readonly unitId: string;
  readonly whose: string;
  readonly lines: readonly {
    readonly season: string;
    readonly weekdays: string;
    readonly hours: string;
    /** What they rest on, and how sure that is. */
    readonly basis: string;
  }[];
}

export interface VersionView {
  readonly label: string;
  readonly href: string;
  readonly proposalHref: string | null;
  /** Null for the one that shipped. */
  readonly who: string | null;
  readonly reason: string;
  readonly source: string;
}

export function CalendarPage({ frame, view }: { frame: PageFrame; view: CalendarView }): VNode {
  return (
    <PageShell frame={frame} title={view.heading} place={null}>
      <PageHead heading={view.heading}>
        <p>{view.version}</p>
      </PageHead>
      {view.offer !== null && <Offer offer={view.offer} csrf={frame.csrf} />}
      {view.warnings.map((warning) => (
        <Note key={warning} icon="alert">
          <p>{warning}</p>
        </Note>
      ))}
      <div class="ha-two ha-two-slim">
        <div>
          <Years view={view} />
          <section class="ha-panel ha-panel-flat" aria-label="Cả năm">
            <div class="ha-panel-b">
              <YearMonths months={view.months} />
            </div>
          </section>
          <Days view={view} />
        </div>
        <aside aria-label="Giờ làm việc và thay đổi lịch">
          {view.waiting.length > 0 && <Waiting view={view} />}
          <Hours hours={view.hours} />
          {view.forms.length > 0 && <Changes forms={view.forms} csrf={frame.csrf} />}
          <Versions versions={view.versions} />
        </aside>
      </div>
    </PageShell>
  );
}

function Offer({ offer: { words, href, action }, csrf }: { offer: OfferView; csrf: string }): VNode {
  return (
    <Note icon="alert">
      <p>{words}</p>
      {href !== null && (
        <p>
          <a href={href}>Xem phiếu đổi hạn và áp dụng</a>
        </p>
      )}
      {action !== null && <ActButton action={action} csrf={csrf} label="Xem phiếu đổi hạn và áp dụng" />}
    </Note>
  );
}

function Years({ view }: { view: CalendarView }): VNode {
  return (
    <nav aria-label="Các năm có lịch">
      <ul class="ha-views">
        {view.years.map(({ label, href, current }) => (
          <li key={label}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Days({ view }: { view: CalendarView }): VNode {
  return (
    <Panel id="t-ngay" heading="Ngày nghỉ và ngày làm bù" flush>
      <table class="table ha-cards ha-calendar-days" role="table">
        <caption class="ha-vh">Theo thứ tự trong năm, kèm căn cứ</caption>
        <TableHead headings={['Ngày', 'Loại ngày', 'Căn cứ', 'Tình trạng căn cứ']} />
        <tbody role="rowgroup">
          {view.days.map((day) => (
            <tr key={day.iso} role="row">
              <td role="cell" data-label="Ngày">
                <time datetime={day.iso}>{day.date}</time>
              </td>
              <td role="cell" data-label="Loại ngày">
                <div>
                  {day.what}
                  <span class="ha-sub">{day.sort}</span>
                </div>
              </td>
              <td role="cell" data-label="Căn cứ">
                {day.source}
              </td>
              <td role="cell" data-label="Tình trạng căn cứ" class={day.settled ? undefined : 'ha-strong'}>
                {day.confidence}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Waiting({ view }: { view: CalendarView }): VNode {
  return (
    <Panel id="t-cho" heading="Đề nghị chờ xác nhận">
      <ul class="ha-calendar-list">
        {view.waiting.map(({ href, reason, who }) => (
          <li key={href}>
            <a href={href}>{reason}</a>
            <span class="ha-sub">{who}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Hours({ hours }: { hours: readonly HoursView[] }): VNode {
  return (
    <Panel id="t-gio" heading="Giờ làm việc">
      {hours.map(({ unitId, whose, lines }) => (
        <div key={unitId}>
          <h3 class="ha-small">{whose}</h3>
          <ul class="ha-calendar-list">
            {lines.map((line) => (
              <li key={`${line.season}${line.weekdays}`}>
                {line.hours}
                <span class="ha-sub">
                  {line.weekdays}, {line.season}
                </span>
                <span class="ha-sub">{line.basis}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}

/** Each leads to the page that shows what would be different. */
function Changes({ forms, csrf }: { forms: readonly ActFormView[]; csrf: string }): VNode {
  return (
    <Panel id="t-sua" heading="Đề nghị thay đổi">
      <p class="ha-small ha-mute">Chưa có gì thay đổi cho tới khi xem lại và xác nhận ở trang sau.</p>
      {forms.map((form) => (
        <ActForm key={form.id} form={form} csrf={csrf} />
      ))}
    </Panel>
  );
}

function Versions({ versions }: { versions: readonly VersionView[] }): VNode {
  return (
    <Panel id="t-ban" heading="Các bản lịch">
      <ul class="ha-calendar-list">
        {versions.map((version) => (
          <li key={version.label}>
            <a href={version.href}>{version.label}</a>: {version.reason}
            <span class="ha-sub">{version.source}</span>
            {version.who !== null && <span class="ha-sub">{version.who}</span>}
            {version.proposalHref !== null && (
              <span class="ha-sub">
                <a href={version.proposalHref}>Xem thay đổi</a>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
