import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { FirstDayPanel } from '../guide/first-day-panel.js';
import type { RoleGuide } from '../guide/guide.js';
import { Faults, type FaultsView } from './administrators-home.js';
import { Icon } from '../kit/icon.js';
import { Layout } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import { Notice } from '../kit/notice.js';
import { Pages, type PagesView } from '../kit/pages.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Preview, type PreviewView } from '../drafting/preview.js';
import { SavedSearchesPlace } from './saved-searches.js';
import type { WorkHeads } from './list-order.js';
import { ChoiceBar } from '../many-tickets/choice-bar.js';
import type { ManyAct } from '../many-tickets/many-acts.js';
import { isChoosable, WorkList, type WorkRow } from './work-list.js';

/**
 * GET `/`: `danh-sach` = the list, `phieu` = id of the ticket shown beside the list, `trang` = cursor.
 *
 * With scripts, moving in the list asks for the same page with `phieu` and takes only the preview from it.
 */
export interface MyWorkView {
  /** The lists one may look into, in groups: one's own work, the unit's, the registry's. */
  readonly groups: readonly WorkGroup[];
  /** Title of the list shown: `Tất cả việc đang mở`. */
  readonly heading: string;
  /** ISO day, and as it is read: `Thứ Tư, 18/03/2026`. */
  readonly today: { readonly iso: string; readonly words: string };
  /** `1 phiếu quá hạn, 3 việc phải xong hôm nay.` */
  readonly summary: string;
  readonly rows: readonly WorkRow[];
  /** How the rows may be put in order; null where there is no list. */
  readonly heads: WorkHeads | null;
  /** `xếp theo hạn` */
  readonly order: string;
  /** Shown in place of the rows when there are none. */
  readonly empty: EmptyView;
  readonly pages: PagesView | null;
  /** The whole list as a workbook; null where it is empty. */
  readonly exportHref: string | null;
  readonly preview: PreviewView | null;
  /** What this person may do with several at once. */
  readonly manyActs: readonly ManyAct[];
  /** What is to be seen to in the calendar, for those who look after it. */
  readonly warnings?: readonly string[];
  /** The guide whose first steps are shown; null where they were left. */
  readonly firstDay?: RoleGuide | null;
  /** What an administrator has to see to; null for others. */
  readonly faults?: FaultsView | null;
}

export interface WorkGroup {
  readonly heading: string;
  /** Id of the person whose lists these are, where one may begin to act for somebody else. */
  readonly enter?: string;
  readonly lists: readonly {
    readonly href: string;
    readonly label: string;
    readonly count: number;
    /** Colour only where it speaks of time. */
    readonly tone: 'late' | 'today' | 'soon' | null;
    readonly current: boolean;
  }[];
}

export function MyWorkPage({ frame, view }: { frame: PageFrame; view: MyWorkView }): VNode {
  return (
    <Layout frame={frame} title={windowTitle(view)} place="work">
      <div class="ha-desk3">
        <Lists groups={view.groups} csrf={frame.csrf} />
        <main class="ha-list" id="noi-dung" tabindex={-1}>
          <div class="ha-list-h">
            <div>
              <h1>{view.heading}</h1>
              <p id="tom-tat-viec" data-renewed>
                <time datetime={view.today.iso}>{view.today.words}</time>: {summaryOf(view)}
              </p>
            </div>
            {view.exportHref !== null && (
              <a class="btn" href={view.exportHref}>
                <Icon name="down" />
                Xuất Excel
              </a>
            )}
            {frame.viewer.roles.includes('registryClerk') && (
              <a class="btn" href="/phieu-moi">
                Ghi phiếu mới
              </a>
            )}
          </div>
          <Notice notice={frame.notice} />
          <Warnings sentences={view.warnings ?? []} />
          <div
            class="ha-list-s"
            id="bang-viec"
            tabindex={0}
            role="region"
            aria-label="Bảng việc"
            data-work-list
            data-renewed
          >
            {view.firstDay && <FirstDayPanel guide={view.firstDay} csrf={frame.csrf} />}
            {view.faults && <Faults faults={view.faults} />}
            <Rows view={view} />
          </div>
          <div id="chon-viec" data-renewed>
            {view.rows.some(isChoosable) && <ChoiceBar acts={view.manyActs} />}
          </div>
          {view.groups.length > 0 && <Keys />}
        </main>
        {view.groups.length > 0 && <Preview preview={view.preview} csrf={frame.csrf} />}
      </div>
    </Layout>
  );
}

/** `(5) Tất cả việc đang mở`: how much waits is seen also while another window is used. */
function windowTitle({ groups, heading }: MyWorkView): string {
  const shown = groups.flatMap(({ lists }) => lists).find(({ current }) => current);
  return shown === undefined || shown.count === 0 ? heading : `(${shown.count}) ${heading}`;
}

/** Who has no lists and looks after the software reads how that is. */
function summaryOf({ groups, faults, summary }: MyWorkView): string {
  return groups.length === 0 && faults ? faults.summary : summary;
}

function Warnings({ sentences }: { sentences: readonly string[] }): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <Note icon="alert">
      {sentences.map((sentence) => (
        <p key={sentence}>
          {sentence} <a href="/lich-lam-viec">Mở lịch làm việc</a>
        </p>
      ))}
    </Note>
  );
}

function Rows({ view }: { view: MyWorkView }): VNode | null {
  if (view.rows.length === 0) return view.groups.length === 0 && view.faults ? null : <Empty empty={view.empty} />;
  return (
    <>
      <WorkList
        caption={`${view.heading}, ${view.order}`}
        rows={view.rows}
        selected={view.preview?.id ?? null}
        heads={view.heads}
      />
      <Pages pages={view.pages} />
    </>
  );
}

function Lists({ groups, csrf }: { groups: readonly WorkGroup[]; csrf: string }): VNode {
  return (
    <nav class="ha-lists" aria-label="Danh sách việc" tabindex={0}>
      <div id="danh-sach-viec" data-renewed>
        {groups.map((group) => (
          <div key={group.heading} class="ha-lists-g">
            <h2>{group.heading}</h2>
            <GroupLists lists={group.lists.filter((list) => !isFolded(list))} />
            <Folded lists={group.lists.filter(isFolded)} of={group.heading} />
            {group.enter !== undefined && (
              <ActButton
                action="/lam-thay/vao"
                csrf={csrf}
                label="Bắt đầu xử lý thay"
                about={group.heading}
                fields={{ principalId: group.enter, next: '/' }}
                small
              />
            )}
          </div>
        ))}
      </div>
      <SavedSearchesPlace />
    </nav>
  );
}

/** Nothing waits in it, and it is not the one that is looked at. */
function isFolded({ count, current }: WorkGroup['lists'][number]): boolean {
  return count === 0 && !current;
}

function GroupLists({ lists }: Pick<WorkGroup, 'lists'>): VNode {
  return (
    <ul>
      {lists.map((list) => (
        <li key={list.label} data-list={list.label}>
          <a
            href={list.href}
            class={list.count === 0 ? 'ha-zero' : undefined}
            aria-current={list.current ? 'true' : undefined}
          >
            <span>{list.label}</span>
            <span class={countClass(list)}>{list.count}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Lists in which nothing waits take one line, and stay as they were opened while counters are renewed. */
function Folded({ lists, of }: Pick<WorkGroup, 'lists'> & { of: string }): VNode | null {
  if (lists.length === 0) return null;
  return (
    <details class="ha-folded" data-stays-open>
      <summary>
        {lists.length} danh sách trống<span class="ha-vh">: {of}</span>
      </summary>
      <GroupLists lists={lists} />
    </details>
  );
}

function countClass({ count, tone }: { count: number; tone: 'late' | 'today' | 'soon' | null }): string {
  return tone === null || count === 0 ? 'ha-num' : `ha-num ha-count-${tone}`;
}

function Keys(): VNode {
  return (
    <div class="ha-keys" aria-hidden="true">
      <span>
        <kbd>j</kbd> <kbd>k</kbd> xuống, lên
      </span>
      <span>
        <kbd>Enter</kbd> mở
      </span>
      <span>
        <kbd>a</kbd> tiếp nhận
      </span>
      <span>
        <kbd>g</kbd> giao
      </span>
      <span>
        <kbd>e</kbd> ghi tiến độ
      </span>
      <span>
        <kbd>d</kbd> dự thảo
      </span>
      <span>
        <kbd>x</kbd> chọn phiếu
      </span>
      <span>
        <kbd>?</kbd> bảng phím
      </span>
    </div>
  );
}
