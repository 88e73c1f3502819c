import type { VNode } from 'preact';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { ActButton } from '../kit/act-button.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { DraftStep, type DraftStepView } from './draft-step.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { Paragraphs } from '../kit/paragraphs.js';

/** A ticket beside the list, without leaving the list. */
export interface PreviewView {
  readonly id: string;
  readonly href: string;
  readonly code: string;
  /** `Cổng 1022 · nhận 12/03, 16:52` */
  readonly origin: string;
  readonly subject: string;
  readonly deadline: DeadlineWords;
  /** `17:30, thứ Sáu 20/03` */
  readonly moment: string;
  readonly text: string;
  readonly files: readonly FileView[];
  readonly responsibility: readonly Fact[];
  readonly latest: { readonly text: string; readonly when: string } | null;
  readonly may: {
    /** The department takes the ticket, or the unit its assignment: whichever is next for this person. */
    readonly accept: { readonly action: string; readonly label: string } | null;
    readonly assign: boolean;
    /** Posts `phieu`, the ticket as it is shown with whom is proposed for it. */
    readonly assignAsProposed: {
      readonly action: string;
      readonly choice: string;
      /** `Phòng Giáo dục Trung học; Bà Nguyễn Thị Hồng Ngọc` */
      readonly receiver: string;
      readonly because: string;
    } | null;
    readonly note: boolean;
    readonly draft: DraftStepView | null;
  };
}

/** Keys of the list act on the ticket shown here, and only when it is the one that is selected. */
export function Preview({ preview, csrf }: { preview: PreviewView | null; csrf: string }): VNode {
  return (
    <aside class="ha-peek" id="xem-truoc" aria-label="Xem trước phiếu đang chọn" data-ticket={preview?.id} data-renewed>
      {preview === null ? (
        <div class="ha-peek-b">
          <p class="ha-mute">Chọn một phiếu để xem trước.</p>
        </div>
      ) : (
        <Shown preview={preview} csrf={csrf} />
      )}
    </aside>
  );
}

function Shown({ preview, csrf }: { preview: PreviewView; csrf: string }): VNode {
  return (
    <>
      <div class="ha-peek-b" tabindex={0} role="region" aria-label="Nội dung xem trước">
        <div class="ha-due">
          <DeadlinePill deadline={preview.deadline} />
          <span class="ha-small ha-mute">{preview.moment}</span>
        </div>
        <h2>{preview.subject}</h2>
        <p class="ha-small ha-mute">
          <Code>{preview.code}</Code> · {preview.origin}
        </p>
        <div class="ha-words ha-quote">
          <Paragraphs text={preview.text} />
        </div>
        <Files files={preview.files} />
        <h3>Trách nhiệm</h3>
        <Facts facts={preview.responsibility} />
        {preview.latest !== null && (
          <>
            <h3>Mới nhất</h3>
            <p>
              {preview.latest.text} <span class="ha-mute ha-nowrap">{preview.latest.when}</span>
            </p>
          </>
        )}
      </div>
      <PreviewActs preview={preview} csrf={csrf} />
    </>
  );
}

function PreviewActs({ preview, csrf }: { preview: PreviewView; csrf: string }): VNode {
  const { accept, assign, assignAsProposed: proposed, note, draft } = preview.may;
  return (
    <div class="ha-peek-f">
      {proposed !== null && (
        <p class="ha-small">
          Đề xuất giao <b>{proposed.receiver}</b>. {proposed.because}
        </p>
      )}
      <a class="btn btn-primary" href={preview.href}>
        Mở phiếu <kbd aria-hidden="true">Enter</kbd>
      </a>
      {accept !== null && <ActButton action={accept.action} csrf={csrf} label={accept.label} shortcut="a" />}
      {proposed !== null && (
        <ActButton
          action={proposed.action}
          csrf={csrf}
          label="Giao theo đề xuất"
          fields={{ phieu: proposed.choice }}
          shortcut="p"
        />
      )}
      {assign && <Jump href={`${preview.href}#giao`} label="Giao việc…" shortcut="g" />}
      {note && <Jump href={`${preview.href}#ghi`} label="Ghi tiến độ" shortcut="e" />}
      {draft !== null && <DraftStep step={draft} csrf={csrf} primary={false} />}
    </div>
  );
}

function Jump({ href, label, shortcut }: { href: string; label: string; shortcut: string }): VNode {
  return (
    <a class="btn" href={href} data-key={shortcut}>
      {label} <kbd aria-hidden="true">{shortcut}</kbd>
    </a>
  );
}
