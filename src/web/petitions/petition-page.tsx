import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { RowList, type RowView } from '../kit/row-list.js';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import type { ProofDayView } from '../deadlines/deadline-proof.js';

/** GET `/don/:id`: one petition: what it is, by when what is owed, what may be done, and what its sender is told. */
export interface PetitionView {
  readonly id: string;
  /** `Đơn số 3/2026` */
  readonly heading: string;
  readonly state: string;
  /** Said of what is secret; null of a complaint. */
  readonly secrecy: string | null;
  /** What it came as: a ticket, with its page for those who may read it, or a paper. */
  readonly source: { readonly words: string; readonly href: string | null };
  readonly facts: readonly Fact[];
  /** The words of the ticket that it came as; null where it came on paper, or for those who may not read the ticket. */
  readonly words: string | null;
  readonly summary: string;
  /** Others in the register that may be the same petition. */
  readonly alike: readonly RowView[];
  readonly duties: readonly PetitionDutyView[];
  readonly forms: readonly ActFormView[];
  readonly buttons: readonly { readonly action: string; readonly label: string }[];
  readonly notice: {
    /** Null where there is nobody to tell, or nothing yet; then `why` says so. */
    readonly paragraphs: readonly string[] | null;
    readonly why: string;
    readonly noticeHref: string | null;
    readonly slipHref: string | null;
    /** What the hotline hears; null where it brought nothing. */
    readonly hotline: string | null;
  };
  readonly steps: readonly RowView[];
}

export interface PetitionDutyView {
  readonly name: string;
  readonly pill: DeadlineWords;
  /** `17:30, thứ Sáu 20/03/2026` */
  readonly moment: string;
  /** `10 ngày, tính từ ngày sau ngày 18/03/2026.` */
  readonly rule: string;
  /** `Căn cứ: Luật Khiếu nại 2011, Điều 27 (chưa đối chiếu văn bản gốc); lịch làm việc bản 3.` */
  readonly basis: string;
  readonly days: readonly ProofDayView[];
}

export function PetitionPage({ frame, view }: { frame: PageFrame; view: PetitionView }): VNode {
  const { heading, state, secrecy, source, facts, words, summary, alike, duties, steps } = view;
  const hasActs = view.forms.length > 0 || view.buttons.length > 0;
  return (
    <PageShell
      frame={frame}
      title={heading}
      place="registers"
      crumb={{ href: '/so-tiep-nhan-don', label: 'Sổ tiếp nhận đơn' }}
    >
      <PageHead heading={heading}>
        <p>{state}</p>
      </PageHead>
      {secrecy !== null && <Note icon="lock">{secrecy}</Note>}
      <div class="ha-stack">
        {hasActs && <Acts view={view} csrf={frame.csrf} />}
        <Panel id="t-don" heading="Đơn">
          <Facts facts={[{ label: 'Nguồn', value: <Source source={source} /> }, ...facts]} />
          <Paragraphs text={summary} />
          {words !== null && (
            <details class="ha-more">
              <summary>Nội dung nguyên văn của phiếu</summary>
              <Paragraphs text={words} />
            </details>
          )}
        </Panel>
        {alike.length > 0 && (
          <Panel id="t-trung" heading="Đơn có thể trùng">
            <RowList rows={alike} />
          </Panel>
        )}
        {duties.length > 0 && <Duties duties={duties} />}
        <Notice view={view} />
        <Panel id="t-qua-trinh" heading="Quá trình xử lý">
          <RowList rows={steps} />
        </Panel>
      </div>
    </PageShell>
  );
}

function Source({ source: { words, href } }: { source: PetitionView['source'] }): VNode {
  return href === null ? <>{words}</> : <a href={href}>{words}</a>;
}

function Acts({ view: { forms, buttons }, csrf }: { view: PetitionView; csrf: string }): VNode {
  return (
    <Panel id="t-viec" heading="Việc cần làm">
      {buttons.map(({ action, label }) => (
        <ActButton key={action} {...{ action, csrf, label }} primary icon="check" />
      ))}
      {forms.map((form) => (
        <ActForm key={form.id} form={form} csrf={csrf} />
      ))}
    </Panel>
  );
}

function Duties({ duties }: { duties: readonly PetitionDutyView[] }): VNode {
  return (
    <Panel id="t-thoi-han" heading="Thời hạn">
      {duties.map(({ name, pill, moment, rule, basis, days }) => (
        <div key={name}>
          <p>
            <DeadlinePill deadline={pill} /> <b>{name}</b>: {moment}
          </p>
          <details class="ha-more">
            <summary>Vì sao là ngày này</summary>
            <table class="ha-days">
              <caption>{rule}</caption>
              <thead class="ha-vh">
                <tr>
                  <th scope="col">Ngày</th>
                  <th scope="col">Lý do</th>
                  <th scope="col">Ngày thứ</th>
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.when} class={day.mark === null ? undefined : `is-${day.mark}`}>
                    <th scope="row">{day.when}</th>
                    <td>{day.reason}</td>
                    <td>{day.counted}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p class="ha-small ha-mute">{basis}</p>
          </details>
        </div>
      ))}
    </Panel>
  );
}

function Notice({ view: { notice } }: { view: PetitionView }): VNode {
  const { paragraphs, why, noticeHref, slipHref, hotline } = notice;
  return (
    <Panel id="t-thong-bao" heading="Thông báo">
      {paragraphs === null ? <p>{why}</p> : <Paragraphs text={paragraphs.join('\n')} />}
      {(noticeHref !== null || slipHref !== null) && (
        <p class="ha-acts">
          {noticeHref !== null && <Paper href={noticeHref} words="Tải thông báo cho người đứng đơn (DOCX)" />}
          {slipHref !== null && <Paper href={slipHref} words="Tải phiếu chuyển (DOCX)" />}
        </p>
      )}
      {hotline !== null && <p class="ha-small ha-mute">{hotline}</p>}
    </Panel>
  );
}

function Paper({ href, words }: { href: string; words: string }): VNode {
  return (
    <a class="btn" href={href}>
      <Icon name="down" />
      {words}
    </a>
  );
}
