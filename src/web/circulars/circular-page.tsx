import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CircularsCrumb } from './circulars-crumb.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';

/**
 * GET `/quan-triet/:id`: one circular. POST `…/xac-nhan` · `…/pho-bien` (`peopleTold`, `toldOn`, `note`, `minutes`) · `…/gui` · `…/nhac` ·
 * `…/thu-hoi` (`reason`).
 */
export interface CircularView {
  readonly title: string;
  readonly document: string;
  readonly standing: string;
  /** Why it holds no longer; null while it does. */
  readonly ended: string | null;
  readonly facts: readonly Fact[];
  readonly text: string;
  readonly files: readonly FileView[];
  /** Null for those who have nothing to acknowledge. */
  readonly acknowledgeAction: string | null;
  readonly acknowledged: string | null;
  /** That the reader's unit was told; null where the unit is not addressed as a whole. */
  readonly briefing: {
    readonly unit: string;
    /** Null before its head has said so. */
    readonly words: string | null;
    readonly note: string | null;
    readonly minutes: { readonly name: string; readonly href: string } | null;
  } | null;
  readonly briefingForm: ActFormView | null;
  readonly progressHref: string | null;
  readonly draft: { readonly words: string; readonly sendAction: string; readonly editHref: string } | null;
  readonly remindAction: string | null;
  readonly withdrawForm: ActFormView | null;
}

export function CircularPage({ frame, view }: { frame: PageFrame; view: CircularView }): VNode {
  const { title, document, standing, ended, draft } = view;
  return (
    <PageShell frame={frame} title={title} place={null}>
      <CircularsCrumb />
      <PageHead heading={title} acts={<Ways view={view} />}>
        <p>{[document, standing].filter((part) => part !== '').join(' · ')}</p>
      </PageHead>
      {ended !== null && <Note icon="alert">{ended}</Note>}
      <div class="ha-stack">
        {draft !== null && (
          <Panel id="t-gui" heading="Gửi văn bản">
            <p>{draft.words}</p>
            <ActButton action={draft.sendAction} csrf={frame.csrf} label="Gửi văn bản" icon="send" primary />
          </Panel>
        )}
        <Panel id="t-noi-dung" heading="Nội dung">
          <Paragraphs text={view.text} />
          <Files files={view.files} />
        </Panel>
        <Acknowledgement view={view} csrf={frame.csrf} />
        <Briefing view={view} csrf={frame.csrf} />
        <Panel id="t-thong-tin" heading="Thông tin">
          <Facts facts={view.facts} />
        </Panel>
        <Keeping view={view} csrf={frame.csrf} />
      </div>
    </PageShell>
  );
}

function Ways({ view: { progressHref, draft } }: { view: CircularView }): VNode {
  return (
    <>
      {draft !== null && (
        <a class="btn" href={draft.editHref}>
          Sửa bản thảo
        </a>
      )}
      {progressHref !== null && (
        <a class="btn" href={progressHref}>
          <Icon name="list" />
          Tiến độ xác nhận
        </a>
      )}
    </>
  );
}

interface PartProps {
  readonly view: CircularView;
  readonly csrf: string;
}

function Acknowledgement({ view: { acknowledgeAction, acknowledged }, csrf }: PartProps): VNode | null {
  if (acknowledgeAction === null && acknowledged === null) return null;
  return (
    <Panel id="t-xac-nhan" heading="Xác nhận của tôi">
      {acknowledged !== null && (
        <p>
          <Icon name="check" tone="ok" /> {acknowledged}
        </p>
      )}
      {acknowledgeAction !== null && (
        <>
          <p>Xác nhận là đã đọc hết, hiểu và sẽ thực hiện. Ngày giờ xác nhận được lưu; không rút lại được.</p>
          <ActButton action={acknowledgeAction} csrf={csrf} label="Tôi đã đọc và sẽ thực hiện" icon="check" primary />
        </>
      )}
    </Panel>
  );
}

function Keeping({ view: { remindAction, withdrawForm }, csrf }: PartProps): VNode | null {
  if (remindAction === null && withdrawForm === null) return null;
  return (
    <Panel id="t-quan-ly" heading="Quản lý">
      {remindAction !== null && (
        <ActButton action={remindAction} csrf={csrf} label="Nhắc người chưa xác nhận" icon="bell" />
      )}
      {withdrawForm !== null && <ActForm form={withdrawForm} csrf={csrf} />}
    </Panel>
  );
}

function Briefing({ view: { briefing, briefingForm }, csrf }: PartProps): VNode | null {
  if (briefing === null) return null;
  const { unit, words, note, minutes } = briefing;
  return (
    <Panel id="t-pho-bien" heading={`Phổ biến trong đơn vị: ${unit}`}>
      <p>{words ?? 'Thủ trưởng đơn vị chưa xác nhận đã phổ biến tới toàn đơn vị.'}</p>
      {note !== null && <Paragraphs text={note} />}
      {minutes !== null && (
        <p>
          Biên bản: <a href={minutes.href}>{minutes.name}</a>
        </p>
      )}
      {briefingForm !== null && <ActForm form={briefingForm} csrf={csrf} />}
    </Panel>
  );
}
