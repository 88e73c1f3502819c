import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import type { ActField } from '../kit/acts/act-field.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Errors, type FormError } from '../kit/errors.js';
import { FormatFindings, type FormatFindingsView } from '../format/format-findings.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { LetterFields, LetterReading, type LetterField } from './letter-fields.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { Route, type RouteStep } from '../signing/route.js';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { DraftActs, Lacks, LETTER_FORM, nextStep, type DraftActsView } from './draft-acts.js';
import { DraftBeside, type DraftBesideView } from './draft-beside.js';
import { DraftAnnexes, type DraftAnnexesView } from './draft-annexes.js';
import { DraftWord, type DraftWordView } from '../revisions/draft-word.js';

/**
 * GET `/du-thao/:id`.
 *
 * POST `/du-thao/:id` (`version`, `reason` and the letter's fields by their names; a list posts its name once a line) saves;
 * `/tu-luu` with the same is posted by the page itself.
 * POST `/du-thao/:id/trinh` | `/duyet-noi-dung` | `/duyet-the-thuc` | `/trinh-ky` (`version`) · `/tra-lai` (`reason`) · `/bo` ·
 * `/bo-chi-tiet` (the form, `part`) · `/sua-the-thuc` (the form, `rule`) · `/giu-chi-tiet` (`keptReason`) · `/dich-danh` (`version`).
 */
export interface DraftView extends DraftActsView {
  /** The ticket that it answers, or what else it is written for. */
  readonly origin: { readonly label: string; readonly href: string };
  /** Of its ticket. */
  readonly deadline: DeadlineWords | null;
  /** `Công văn trả lời, bản thảo 3` */
  readonly heading: string;
  /** `Lưu lúc 10:31 bởi Nguyễn Thị Hồng Ngọc.` */
  readonly saved: string;
  /** The revision that is shown, sent back so that a refused form is told what changed since. */
  readonly revision: number;
  /** `Đang có Vũ Đức Thắng sửa từ 09:15…`; null where nobody else does. */
  readonly writers: string | null;
  /** What somebody saved while this form was filled in. */
  readonly overtaken: OvertakenView | null;
  /** Dự thảo, Duyệt nội dung, Duyệt thể thức, Trình ký: four steps. */
  readonly steps: readonly RouteStep[];
  /** Why it was sent back, in the reviewer's words. */
  readonly sentBack: { readonly by: string; readonly when: string; readonly reason: string } | null;
  readonly format: FormatFindingsView;
  /** `mẫu Trả lời kiến nghị, bản 5` */
  readonly template: string;
  readonly fields: readonly LetterField[];
  /** The field that has the focus when the page opens; null where none is to have it. */
  readonly beginAt: string | null;
  /** Where a writer addresses it to its sender by name; null where the sender is not to be named. */
  readonly naming: ActFormView | null;
  /** Where a writer says why private details stay; null where there is nothing to answer for. */
  readonly keep: ActFormView | null;
  /** What private stays in it and why; null where nothing does. */
  readonly kept: string | null;
  readonly errors: readonly FormError[];
  /** Why the letter is changed; asked for where it may be. */
  readonly reason: ActField;
  /** The way to Word and back; null where this person may not change the letter, or nothing is made of it yet. */
  readonly word: DraftWordView | null;
  /** Null where it has none, and this person may add none. */
  readonly annexes: DraftAnnexesView | null;
  /** Where it goes besides the agency that it answers. */
  readonly recipients: RecipientsLink;
  readonly beside: DraftBesideView;
  /** Giving up a correction or a replacement; null where this person may not, or it is not one. */
  readonly drop: ActFormView | null;
  /** Whom the e-office does not know yet, with the page where the code is entered. */
  readonly missingCodes: readonly { readonly words: string; readonly href: string }[];
  /** What the approver of the content should have seen; null when there is nothing. */
  readonly warned: string | null;
}

export interface RecipientsLink {
  readonly words: string;
  readonly href: string;
  readonly label: string;
}

/** A revision that somebody saved while a form was filled in, with what it says otherwise. */
export interface OvertakenView {
  readonly words: string;
  readonly comparison: { readonly href: string; readonly label: string };
}

export function DraftPage({ frame, view }: { frame: PageFrame; view: DraftView }): VNode {
  return (
    <PageShell frame={frame} title={view.heading} place="work">
      <nav class="ha-crumb" aria-label="Đường dẫn">
        <a href={view.origin.href}>
          <Icon name="left" />
          <Code>{view.origin.label}</Code>
        </a>
        {view.deadline !== null && <DeadlinePill deadline={view.deadline} />}
      </nav>
      <Live id="song-dau-trang" on={isBeingMade(view)}>
        <PageHead heading={view.heading} acts={<DraftActs view={view} csrf={frame.csrf} />}>
          <p>
            {view.saved} {view.warned !== null && <strong id="luu-y-khi-duyet">{view.warned}</strong>}
          </p>
          {nextStep(view) !== null && <Lacks lacks={view.lacks} />}
        </PageHead>
      </Live>
      <div class="ha-draft">
        <DraftDesk view={view} csrf={frame.csrf} />
        <DraftBeside view={view.beside} isMade={!isBeingMade(view)} />
      </div>
    </PageShell>
  );
}

/** Page, findings and the next step all wait for the same letter. */
function isBeingMade({ beside: { letter }, format }: DraftView): boolean {
  return letter.state === 'making' || format.pending !== null;
}

function DraftDesk({ view, csrf }: { view: DraftView; csrf: string }): VNode {
  return (
    <div class="ha-no-print">
      <div class="ha-panel ha-way">
        <Route steps={view.steps} />
      </div>
      <Writers view={view} />
      {view.overtaken !== null && (
        <Note tone="fail">
          <p>{view.overtaken.words}</p>
          <p>
            <a href={view.overtaken.comparison.href}>{view.overtaken.comparison.label}</a>
          </p>
        </Note>
      )}
      {view.sentBack !== null && (
        <Note tone="fail">
          <p>
            <strong>
              {view.sentBack.by} trả lại lúc {view.sentBack.when}.
            </strong>{' '}
            {view.sentBack.reason}
          </p>
        </Note>
      )}
      {view.missingCodes.map(({ words, href }) => (
        <Note key={href} tone="fail">
          <p>
            {words} <a href={href}>Mở trang của người đó</a>
          </p>
        </Note>
      ))}
      <Live id="song-the-thuc" on={isBeingMade(view)} class="ha-panel-gap">
        <FormatFindings format={view.format} />
      </Live>
      <Errors heading="Chưa lưu được: còn chỗ cần sửa" errors={view.errors} />
      {view.kept !== null && (
        <Note>
          <p>{view.kept}</p>
        </Note>
      )}
      {view.may.save ? <LetterForm view={view} csrf={csrf} /> : <LetterSheet view={view} />}
      {view.naming !== null && <ActForm form={view.naming} csrf={csrf} />}
      {view.keep !== null && <ActForm form={view.keep} csrf={csrf} />}
      <Live id="song-word" on={isBeingMade(view)} class="ha-panel-gap">
        {view.word !== null && <DraftWord word={view.word} csrf={csrf} />}
      </Live>
      {view.annexes !== null && <DraftAnnexes annexes={view.annexes} csrf={csrf} />}
      <Panel id="t-noi-nhan" heading="Nơi nhận qua liên thông">
        <p>{view.recipients.words}</p>
        <a href={view.recipients.href}>{view.recipients.label}</a>
      </Panel>
      {view.drop !== null && <ActForm form={view.drop} csrf={csrf} />}
    </div>
  );
}

/** Who else edits the letter; the page polls while it is open, for those who may edit. */
function Writers({ view: { id, writers, may } }: { view: DraftView }): VNode {
  const isHere = may.save || may.submit;
  return (
    <div
      class="ha-note"
      role="status"
      hidden={writers === null}
      data-presence={isHere ? `/du-thao/${id}/dang-sua` : undefined}
    >
      <Icon name="info" />
      <div data-words>{writers}</div>
    </div>
  );
}

function LetterForm({ view, csrf }: { view: DraftView; csrf: string }): VNode {
  // What a colleague saved meanwhile is replaced by pressing alone.
  const savesItself = view.may.saveByItself && view.overtaken === null;
  return (
    <PostForm
      action={`/du-thao/${view.id}`}
      csrf={csrf}
      id={LETTER_FORM}
      class="ha-panel"
      labelledBy="t-noi-dung"
      keeps
      savesItself={savesItself ? `/du-thao/${view.id}/tu-luu` : undefined}
    >
      <input type="hidden" name="version" value={String(view.version)} />
      <input type="hidden" name="revision" value={String(view.revision)} />
      <div class="ha-panel-h">
        <h2 id="t-noi-dung">Nội dung</h2>
        <span class="ha-small ha-mute">{view.template}</span>
      </div>
      <div class="ha-panel-b">
        <LetterFields fields={view.fields} beginAt={view.beginAt} />
        <ActControl field={view.reason} id="reason" />
      </div>
      <div class="ha-panel-f">
        <button class="btn" type="submit">
          Lưu bản thảo
        </button>{' '}
        <span class="ha-small" data-save-state />
      </div>
    </PostForm>
  );
}

function LetterSheet({ view }: { view: DraftView }): VNode {
  return (
    <Panel id="t-noi-dung" heading="Nội dung" aside={<span class="ha-small ha-mute">{view.template}</span>}>
      <LetterReading fields={view.fields} />
    </Panel>
  );
}
