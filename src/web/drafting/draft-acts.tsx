import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { AskButton } from '../kit/ask-button.js';

/** What this person may do with the letter, and what stands before the next step. */
export interface DraftActsView {
  readonly id: string;
  /** Row version, sent back so that no change is overwritten unseen. */
  readonly version: number;
  /** `Trình trưởng phòng` */
  readonly sendLabel: string;
  /** What this person may do now. */
  readonly may: {
    readonly save: boolean;
    readonly saveByItself: boolean;
    readonly submit: boolean;
    readonly approveContent: boolean;
    readonly approveFormat: boolean;
    readonly sendBack: boolean;
    readonly submitForSignature: boolean;
  };
  /** All that stands before the next step; it can be pressed all the same, and answers with them. */
  readonly lacks: readonly DraftLack[];
}

/** Something that a letter lacks, and where it is corrected; null where it comes by itself. */
export interface DraftLack {
  readonly text: string;
  readonly mend: { readonly href: string; readonly label: string } | null;
}

interface NextStep {
  readonly path: string;
  readonly label: string;
}

/** The steps in their order: the first that this person may take is the main button. */
export function nextStep({ may, sendLabel }: DraftActsView): NextStep | null {
  const steps: readonly (NextStep & { readonly open: boolean })[] = [
    { open: may.submit, path: 'trinh', label: sendLabel },
    { open: may.approveContent, path: 'duyet-noi-dung', label: 'Duyệt nội dung' },
    { open: may.approveFormat, path: 'duyet-the-thuc', label: 'Duyệt thể thức' },
    { open: may.submitForSignature, path: 'trinh-ky', label: 'Trình ký' },
  ];
  return steps.find((step) => step.open) ?? null;
}

/** Id of the form of the letter. */
export const LETTER_FORM = 'cong-van';

export function Lacks({ lacks }: { lacks: readonly DraftLack[] }): VNode | null {
  if (lacks.length === 0) return null;
  return (
    <ul class="ha-lacks" id="vi-sao-chua-trinh">
      {lacks.map(({ text, mend }) => (
        <li key={text}>
          <strong>{text}</strong>{' '}
          {mend !== null && (
            <a href={mend.href} data-finding={mend.href.startsWith('#') ? text : undefined}>
              {mend.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

export function DraftActs({ view, csrf }: { view: DraftActsView; csrf: string }): VNode {
  const next = nextStep(view);
  const version = { version: String(view.version) };
  return (
    <>
      {view.may.sendBack && (
        <AskButton
          id="ly-do-tra-lai"
          action={`/du-thao/${view.id}/tra-lai`}
          csrf={csrf}
          label="Trả lại…"
          name="reason"
          question="Lý do trả lại"
          hint="Nói rõ chỗ cần sửa; người soạn đọc được."
          submit="Trả lại bản thảo"
          minLength={10}
        />
      )}
      {view.may.save && (
        <button class="btn" type="submit" form={LETTER_FORM} data-saves>
          Lưu <kbd aria-hidden="true">Ctrl S</kbd>
        </button>
      )}
      {next !== null && (
        <ActButton
          action={`/du-thao/${view.id}/${next.path}`}
          csrf={csrf}
          label={next.label}
          fields={version}
          primary
          nextStep
          sendsLetter={view.may.submit}
          {...(view.lacks.length > 0 && { describedBy: 'vi-sao-chua-trinh' })}
        />
      )}
    </>
  );
}
