import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly renameAction: string;
  readonly removeAction: string;
}

interface SavedSearchesView {
  readonly saved: readonly SavedView[];
  /** Whether something is asked that can be saved. */
  readonly asked: boolean;
  /** The question as an address. */
  readonly questionToSave: string;
  readonly refusedName: string | null;
}

/** The searches that this person saved, and a form that saves the one that is asked. */
export function SavedSearchesPanel({ view, csrf }: { view: SavedSearchesView; csrf: string }): VNode {
  return (
    <Panel id="da-luu" heading="Tìm kiếm đã lưu">
      {view.saved.length === 0 && <p class="ha-mute">Chưa lưu tìm kiếm nào.</p>}
      {view.saved.length > 0 && (
        <ul class="ha-rows ha-rows-slim">
          {view.saved.map((saved) => (
            <li key={saved.id}>
              <a href={saved.href}>{saved.name}</a>
              <SavedSearch saved={saved} csrf={csrf} />
            </li>
          ))}
        </ul>
      )}
      {view.asked && (
        <PostForm action="/tim-kiem/da-luu" csrf={csrf} labelledBy="da-luu">
          <input type="hidden" name="cau" value={view.questionToSave} />
          <Field id="ten-tim" label="Lưu tìm kiếm này với tên" error={view.refusedName}>
            <input
              class={controlClass('form-control', view.refusedName)}
              id="ten-tim"
              name="ten"
              required
              maxlength={80}
              {...describedBy('ten-tim', { error: view.refusedName })}
            />
          </Field>
          <button class="btn" type="submit">
            Lưu tìm kiếm
          </button>
        </PostForm>
      )}
    </Panel>
  );
}

function SavedSearch({ saved, csrf }: { saved: SavedView; csrf: string }): VNode {
  const id = `ten-${saved.id}`;
  return (
    <details class="ha-more">
      <summary>
        Đổi tên, xóa<span class="ha-vh"> {saved.name}</span>
      </summary>
      <PostForm action={saved.renameAction} csrf={csrf}>
        <Field id={id} label="Tên mới">
          <input class="form-control" id={id} name="ten" required maxlength={80} value={saved.name} />
        </Field>
        <button class="btn" type="submit">
          Đổi tên
        </button>
      </PostForm>
      <PostForm action={saved.removeAction} csrf={csrf}>
        <button class="btn" type="submit">
          Xóa “{saved.name}”
        </button>
      </PostForm>
    </details>
  );
}
