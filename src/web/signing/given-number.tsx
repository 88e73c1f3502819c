import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Note } from '../kit/note.js';

/** The question before a typed number is final in the register. */
export const GIVEN_NUMBER_DIALOG = 'xac-nhan-so-da-cap';

/** How a letter comes to a number that the e-office gives. */
export interface GivenNumberView {
  /** The button that asks for it; null where the e-office gives none over the wire. */
  readonly ask: string | null;
  /** What stands against the number that it gave last; null where nothing does. */
  readonly problem: string | null;
  /** Where a clerk enters what was given there; null where that is not awaited. */
  readonly form: ActFormView | null;
}

export function GivenNumberActs({
  given: { ask, problem, form },
  action,
  consequence,
  csrf,
}: {
  given: GivenNumberView;
  /** Posts nothing but the token. */
  action: string;
  /** What the release sends, for the last question. */
  consequence: string;
  csrf: string;
}): VNode {
  return (
    <div class="ha-acts">
      {problem !== null && (
        <Note tone="fail">
          <p>{problem}</p>
          <p>Sửa số trên hệ thống quản lý văn bản rồi xin lại, hoặc ghi số đã sửa.</p>
        </Note>
      )}
      {ask !== null && (
        <>
          <ActButton action={action} csrf={csrf} label={ask} primary confirm="xac-nhan-phat-hanh" />
          <ConfirmDialog id="xac-nhan-phat-hanh" heading="Xin số và phát hành văn bản?" submit={ask}>
            <p>Hệ thống quản lý văn bản cấp số cho văn bản này; số đã cấp không dùng lại được. {consequence}</p>
          </ConfirmDialog>
        </>
      )}
      {form !== null && (
        <>
          <ActForm form={form} csrf={csrf} />
          <ConfirmDialog id={GIVEN_NUMBER_DIALOG} heading="Ghi số đã cấp và phát hành văn bản?" submit={form.submit}>
            <p>Số, ngày phải đúng như trên hệ thống quản lý văn bản; đã vào sổ thì không sửa được. {consequence}</p>
          </ConfirmDialog>
        </>
      )}
    </div>
  );
}
