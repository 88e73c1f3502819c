import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Crumb } from '../kit/crumb.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon, type IconName } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { ProofPanel, type ProofPanelView } from './proof-panel.js';
import { Route, type RouteStep } from './route.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { GROUP_WORDS, listHref, SIGNATURE_GROUPS, type SignatureGroup } from './signature-groups.js';
import { Verdict, type VerdictView } from './verdict.js';

/**
 * GET `/trinh-ky` and `/trinh-ky/:id`, each with `nhom` = `can-lam` | `cho-ky` | `hong` | `xong` for one group alone.
 *
 * POST `/trinh-ky/:id/cho-phep`: `reason`, `sha256` of the file that was seen. GET `/trinh-ky/:id/chung-cu/:evidence.zip`.
 * POST `/trinh-ky/:id/dua-len` (`file`): a file signed by hand · `/trinh-ky/:id/dua-phu-luc` (`files`): annexes that the agency signed by hand.
 * POST `/trinh-ky/:id/kiem-tra` (nothing): asks the e-office for the state now. `/trinh-ky/:id/rut`: `reason`.
 */
export interface SignatureView {
  /** `3 văn bản đang theo dõi;` and, when something is wrong, what. */
  readonly summary: string;
  readonly alarm: string | null;
  /** The one group that is shown; null = all, one after the other. */
  readonly group: SignatureGroup | null;
  readonly letters: readonly SignatureListItem[];
  /** The page of older letters; null when these are the last. */
  readonly olderHref: string | null;
  /** The first page; null on it. */
  readonly newestHref: string | null;
  readonly empty: EmptyView;
  /** The list on a page without the letter, for a phone; null where the list itself is open. */
  readonly listHref: string | null;
  readonly selected: SignatureDetail | null;
}

export interface SignatureListItem {
  readonly href: string;
  readonly group: SignatureGroup;
  readonly subject: string;
  /** `Chờ ông Đỗ Quốc Khánh, 42 phút` */
  readonly latest: string;
  readonly tone: 'pass' | 'fail' | 'unknown' | 'wait';
  readonly current: boolean;
}

export interface SignatureDetail {
  readonly id: string;
  readonly verdict: VerdictView;
  /** From draft to release: eight steps. */
  readonly steps: readonly RouteStep[];
  /** Of the file that came back last; null before one did. */
  readonly proof: ProofPanelView | null;
  /** Id at the e-office, file sent, ticket. */
  readonly facts: readonly Fact[];
  /** The desks on its way: who, in whose place, what became of it there; empty for letters of before there were routes. */
  readonly route: readonly RowView[];
  /** Each state with whose word it was, newest first. */
  readonly history: readonly RowView[];
  /** Taking the letter back; null where this person may not, or it is too late. */
  readonly withdraw: ActFormView | null;
  /** The step that a person does by hand where the e-office offers none; `bring` null for those who may not. */
  readonly byHand: {
    readonly toSign: readonly { readonly href: string; readonly label: string }[];
    readonly bring: ActFormView | null;
  } | null;
  /** `Kiểm tra trạng thái ký lúc 10:42:15; lần tới 10:47:15` */
  readonly polled: string;
  /** Whether something is still expected from the e-office: the part looks again by itself. */
  readonly waiting: boolean;
  readonly may: {
    readonly check: boolean;
    /** Release in the registers, when the proof holds and this person is the registry. */
    readonly releaseHref: string | null;
    /** The draft, when the letter came back. */
    readonly draftHref: string | null;
    /** The letter in the e-office, where leaders sign. */
    readonly thereHref: string | null;
  };
}

const MARKS: Readonly<Record<SignatureListItem['tone'], { readonly icon: IconName; readonly tone?: 'ok' | 'bad' }>> = {
  pass: { icon: 'check', tone: 'ok' },
  fail: { icon: 'x', tone: 'bad' },
  unknown: { icon: 'half' },
  wait: { icon: 'clock' },
};

export function SignaturePage({ frame, view }: { frame: PageFrame; view: SignatureView }): VNode {
  return (
    <PageShell frame={frame} title="Trình ký" place="signature">
      <Live id="song-trinh-ky" on={view.selected?.waiting === true}>
        {view.listHref !== null && (
          <div class="ha-only-phone">
            <Crumb href={view.listHref} label="Danh sách trình ký" />
          </div>
        )}
        <PageHead heading="Trình ký" acts={<SignatureActs detail={view.selected} csrf={frame.csrf} />}>
          <p>
            {view.summary} {view.alarm !== null && <strong>{view.alarm}</strong>}
          </p>
        </PageHead>
        <GroupTabs current={view.group} hidden={view.listHref !== null} />
        {view.letters.length === 0 ? (
          <div class="ha-panel">
            <Empty empty={view.empty} />
          </div>
        ) : (
          <div class={view.listHref === null ? 'ha-sign ha-sign-list' : 'ha-sign ha-sign-letter'}>
            <LetterList view={view} />
            <div class="ha-stack">{view.selected !== null && <Detail detail={view.selected} csrf={frame.csrf} />}</div>
          </div>
        )}
      </Live>
    </PageShell>
  );
}

function SignatureActs({ detail, csrf }: { detail: SignatureDetail | null; csrf: string }): VNode | null {
  if (detail === null) return null;
  return (
    <>
      <span class="ha-small ha-mute">{detail.polled}</span>
      {detail.may.thereHref !== null && (
        <a class="btn" href={detail.may.thereHref} rel="noreferrer">
          Mở trên hệ thống quản lý văn bản
        </a>
      )}
      {detail.may.check && (
        <ActButton action={`/trinh-ky/${detail.id}/kiem-tra`} csrf={csrf} label="Kiểm tra ngay" icon="refresh" />
      )}
    </>
  );
}

/** @param hidden on a phone, where a letter is open */
function GroupTabs({ current, hidden }: { current: SignatureGroup | null; hidden: boolean }): VNode {
  return (
    <nav class={hidden ? 'ha-no-print ha-tabs-letter' : 'ha-no-print'} aria-label="Nhóm văn bản trình ký">
      <ul class="ha-views">
        {[null, ...SIGNATURE_GROUPS].map((group) => (
          <li key={group}>
            <a href={listHref('/trinh-ky', { group, page: '' })} aria-current={group === current ? 'page' : undefined}>
              {group === null ? 'Tất cả' : GROUP_WORDS[group]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function LetterList({ view: { letters, olderHref, newestHref } }: { view: SignatureView }): VNode {
  return (
    <nav class="ha-panel ha-no-print" aria-label="Văn bản trình ký">
      {SIGNATURE_GROUPS.map((group) => (
        <LettersOfGroup key={group} group={group} letters={letters.filter((letter) => letter.group === group)} />
      ))}
      {(olderHref !== null || newestHref !== null) && (
        <div class="ha-panel-f ha-small ha-links">
          {newestHref !== null && <a href={newestHref}>Mới nhất</a>}
          {olderHref !== null && <a href={olderHref}>Văn bản cũ hơn</a>}
        </div>
      )}
    </nav>
  );
}

function LettersOfGroup({
  group,
  letters,
}: {
  group: SignatureGroup;
  letters: readonly SignatureListItem[];
}): VNode | null {
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby={`nhom-${group}`}>
      <h2 class="ha-docs-h" id={`nhom-${group}`}>
        {GROUP_WORDS[group]}
      </h2>
      <ul class="ha-docs">
        {letters.map((letter) => (
          <li key={letter.href}>
            <a href={letter.href} aria-current={letter.current ? 'true' : undefined}>
              <b title={letter.subject}>{letter.subject}</b>
              <small>
                <Icon name={MARKS[letter.tone].icon} tone={MARKS[letter.tone].tone} />
                {letter.latest}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Detail({ detail, csrf }: { detail: SignatureDetail; csrf: string }): VNode {
  return (
    <article class="ha-panel" aria-labelledby="ket-luan">
      <Verdict verdict={detail.verdict}>{verdictActs(detail)}</Verdict>
      <div class="ha-panel-b">
        <Route steps={detail.steps} />
      </div>
      {detail.byHand !== null && (
        <div class="ha-panel-b">
          <p class="ha-acts">
            {detail.byHand.toSign.map(({ href, label }) => (
              <a key={href} class="btn" href={href}>
                <Icon name="down" />
                {label}
              </a>
            ))}
          </p>
          {detail.byHand.bring !== null && <ActForm form={detail.byHand.bring} csrf={csrf} />}
        </div>
      )}
      {detail.proof !== null && <ProofPanel proof={detail.proof} csrf={csrf} />}
      <Rows id="t-duong-ky" heading="Luồng trình ký" rows={detail.route} />
      <Rows id="t-lich-su-ky" heading="Lịch sử" rows={detail.history} />
      {detail.withdraw !== null && (
        <div class="ha-panel-b">
          <ActForm form={detail.withdraw} csrf={csrf} />
        </div>
      )}
      {detail.facts.length > 0 && (
        <div class="ha-panel-f">
          <Facts facts={detail.facts} />
        </div>
      )}
    </article>
  );
}

function Rows({ id, heading, rows }: { id: string; heading: string; rows: readonly RowView[] }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} class="ha-proof-h">
        {heading}
      </h3>
      <div class="ha-panel-b">
        <RowList rows={rows} />
      </div>
    </section>
  );
}

function verdictActs({ may }: SignatureDetail): VNode | undefined {
  if (may.releaseHref !== null) {
    return (
      <a class="btn btn-primary" href={may.releaseHref}>
        Chuyển sang phát hành
      </a>
    );
  }
  if (may.draftHref !== null) {
    return (
      <a class="btn btn-primary" href={may.draftHref}>
        Mở bản thảo
      </a>
    );
  }
  return undefined;
}
