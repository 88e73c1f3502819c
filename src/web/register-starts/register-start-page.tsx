import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import type { RegisterCode } from '../registers/registers-words.js';

/**
 * GET `/so-van-ban/:book/bat-dau`: how the book of this year begins.
 *
 * POST the same (`first`, `basis`) proposes; `/so-van-ban/:book/bat-dau/:id/xac-nhan` (nothing), `/tu-choi` (`reason`).
 */
export interface RegisterStartView {
  readonly code: RegisterCode;
  /** `Sổ đăng ký văn bản đi` */
  readonly title: string;
  readonly year: number;
  readonly standing: string;
  /** Null where nothing waits for a second person. */
  readonly waiting: {
    readonly facts: readonly Fact[];
    /** Where the lines of the old register are looked at; null where only a number is set. */
    readonly reviewHref: string | null;
    /** Why this person is not the second one. */
    readonly note: string | null;
    readonly confirm: { readonly action: string; readonly label: string } | null;
    readonly refusal: ActFormView | null;
  } | null;
  /** Null where nothing can be proposed any more, or not by this person. */
  readonly form: ActFormView | null;
  /** Brings the old register in a file; null as `form`, and for copies. */
  readonly takeOver: { readonly form: ActFormView; readonly sampleHref: string } | null;
  /** What was decided, newest first. */
  readonly past: readonly RowView[];
}

export function RegisterStartPage({ frame, view }: { frame: PageFrame; view: RegisterStartView }): VNode {
  const { code, title, year, standing, waiting, form, takeOver, past } = view;
  return (
    <PageShell
      frame={frame}
      title="Số bắt đầu của sổ"
      place="registers"
      crumb={{ href: `/so-van-ban/${code}?nam=${String(year)}`, label: `${title} năm ${year}` }}
    >
      <PageHead heading={`Số bắt đầu: ${title} năm ${String(year)}`}>
        <p>{standing}</p>
      </PageHead>
      <div class="ha-stack">
        {waiting !== null && <Waiting waiting={waiting} csrf={frame.csrf} />}
        {form !== null && (
          <Panel id="t-de-nghi" heading="Đặt số bắt đầu, không đưa sổ cũ vào">
            <ActFormBody form={form} csrf={frame.csrf} />
          </Panel>
        )}
        {takeOver !== null && (
          <Panel
            id="t-tiep-quan"
            heading="Hoặc tiếp quản cả sổ cũ của năm"
            footer={<a href={takeOver.sampleHref}>Tệp mẫu Excel</a>}
          >
            <ActFormBody form={takeOver.form} csrf={frame.csrf} />
          </Panel>
        )}
        {past.length > 0 && (
          <Panel id="t-da-quyet" heading="Đề nghị đã quyết định">
            <RowList rows={past} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Waiting({ waiting, csrf }: { waiting: NonNullable<RegisterStartView['waiting']>; csrf: string }): VNode {
  const { facts, reviewHref, note, confirm, refusal } = waiting;
  return (
    <Panel id="t-cho" heading="Chờ người thứ hai xác nhận">
      <Facts facts={facts} columns={2} />
      {reviewHref !== null && (
        <p>
          <a href={reviewHref}>Xem các dòng của sổ cũ</a>
        </p>
      )}
      {note !== null && <p class="ha-small ha-mute">{note}</p>}
      {confirm !== null && <ActButton action={confirm.action} csrf={csrf} label={confirm.label} primary />}
      {refusal !== null && <ActForm form={refusal} csrf={csrf} />}
    </Panel>
  );
}
