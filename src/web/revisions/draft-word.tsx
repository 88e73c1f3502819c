import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Icon } from '../kit/icon.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';

/**
 * The way of a letter to Word and back. POST `/du-thao/:id/nop-word` (`version`, `file`, `base`, `reason`) ·
 * `/du-thao/:id/bo-word` (`version`, `reason`).
 */
export interface DraftWordView {
  /** Shown where the present revision was written in Word; null where it is the form's. */
  readonly about: string | null;
  readonly download: { readonly href: string; readonly label: string };
  readonly upload: ActFormView;
  /** How the form is taken up again; null where it never was left. */
  readonly leave: { readonly action: string; readonly version: string; readonly mustSayWhy: boolean } | null;
}

export function DraftWord({ word, csrf }: { word: DraftWordView; csrf: string }): VNode {
  return (
    <Panel id="t-word" heading="Sửa trong Word">
      {word.about !== null && <p>{word.about}</p>}
      <p>
        <a class="btn" href={word.download.href}>
          <Icon name="down" />
          {word.download.label}
        </a>
      </p>
      <ActForm form={word.upload} csrf={csrf} />
      {word.leave !== null && <Leave leave={word.leave} csrf={csrf} />}
    </Panel>
  );
}

function Leave({ leave, csrf }: { leave: NonNullable<DraftWordView['leave']>; csrf: string }): VNode {
  return (
    <details class="ha-act" id="bo-word">
      <summary>Bỏ bản sửa trong Word, trở lại biểu mẫu…</summary>
      <PostForm action={leave.action} csrf={csrf} class="ha-act-b">
        <input type="hidden" name="version" value={leave.version} />
        <p>Nội dung sửa trong Word không còn ở bản mới; bản đó vẫn xem lại và so sánh được.</p>
        <div class="ha-field">
          <label class="form-label" for="bo-word-reason">
            Lý do sửa
          </label>
          <input
            class="form-control"
            id="bo-word-reason"
            name="reason"
            maxlength={500}
            required={leave.mustSayWhy}
            autocomplete="off"
          />
        </div>
        <button class="btn btn-primary" type="submit">
          Trở lại biểu mẫu
        </button>
      </PostForm>
    </details>
  );
}
