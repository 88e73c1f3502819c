import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { Layout } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PostForm } from '../kit/post-form.js';

/** Before a dangerous act: who sits at this computer shows again who they are; what was typed goes on with the answer. */
export interface AskAgainView {
  /** Where the answer goes: the act itself, or on to a page. */
  readonly action: string;
  /** The form that waits, one field a line. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
  /** A file came with the form, and cannot be carried on. */
  readonly fileLost: boolean;
  readonly error: string | null;
  /** A code of the authenticator app, instead of the password. */
  readonly asksCode: boolean;
}

export function AskAgainPage({ frame, view }: { frame: PageFrame; view: AskAgainView }): VNode {
  const { label, hint, ...control } = view.asksCode ? CODE : PASSWORD;
  return (
    <Layout frame={frame} title="Xác nhận lại" place={null}>
      <main class="ha-main ha-refusal" id="noi-dung" tabindex={-1}>
        <section class="ha-panel" aria-labelledby="t-xac-nhan">
          <div class="ha-panel-b">
            <h1 id="t-xac-nhan">Xác nhận lại</h1>
            <p class="ha-lead">
              Thao tác quan trọng, đề nghị {frame.viewer.name} xác nhận lại danh tính. {afterwards(view)}
            </p>
            <PostForm action={view.action} csrf={frame.csrf} labelledBy="t-xac-nhan">
              {view.carried.map(({ name, value }, index) => (
                <input key={index} type="hidden" name={name} value={value} />
              ))}
              <Field id="xac-nhan" label={label} hint={hint} error={view.error}>
                <input
                  class={controlClass('form-control', view.error)}
                  id="xac-nhan"
                  name="_proof"
                  {...control}
                  required
                  autofocus
                  {...describedBy('xac-nhan', { hint, error: view.error })}
                />
              </Field>
              <button class="btn btn-primary" type="submit">
                Xác nhận và làm tiếp
              </button>
            </PostForm>
          </div>
        </section>
      </main>
    </Layout>
  );
}

const PASSWORD = {
  label: 'Mật khẩu',
  hint: 'Mật khẩu vẫn dùng để đăng nhập.',
  type: 'password',
  autocomplete: 'current-password',
} as const;

const CODE = {
  label: 'Mã xác thực',
  hint: 'Sáu số đang hiện trong ứng dụng xác thực, hoặc một mã dự phòng.',
  type: 'text',
  autocomplete: 'one-time-code',
} as const;

function afterwards({ fileLost }: AskAgainView): string {
  return fileLost
    ? 'Xác nhận xong thì trở lại trang trước; tệp vừa chọn phải chọn lại.'
    : 'Những gì vừa nhập được giữ nguyên và gửi tiếp khi xác nhận xong.';
}
