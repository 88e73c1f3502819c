import type { VNode } from 'preact';
import { Brand } from '../kit/shell/brand.js';
import { Document } from '../kit/shell/document.js';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { PostForm } from '../kit/post-form.js';

/** GET `/dang-nhap/ma`: after the password, for accounts with an authenticator app. POST `/dang-nhap/ma`: `code`. */
export interface LoginCodeView {
  readonly csrf: string;
  readonly error: string | null;
}

const HINT = 'Sáu số đang hiện trong ứng dụng xác thực; mất điện thoại thì nhập một mã dự phòng.';

export function LoginCodePage({ view: { csrf, error } }: { view: LoginCodeView }): VNode {
  return (
    <Document title="Nhập mã xác thực" bare>
      <main class="ha-main ha-refusal" id="noi-dung" tabindex={-1}>
        <Brand href="/" />
        <section class="ha-panel" aria-labelledby="t-ma">
          <div class="ha-panel-b">
            <h1 id="t-ma">Nhập mã xác thực</h1>
            <PostForm action="/dang-nhap/ma" csrf={csrf} labelledBy="t-ma">
              <Field id="ma" label="Mã" hint={HINT} error={error}>
                <input
                  class={controlClass('form-control', error)}
                  id="ma"
                  name="code"
                  autocomplete="one-time-code"
                  autocapitalize="characters"
                  spellcheck={false}
                  required
                  autofocus
                  {...describedBy('ma', { hint: HINT, error })}
                />
              </Field>
              <button class="btn btn-primary" type="submit">
                Đăng nhập
              </button>
            </PostForm>
            <p class="ha-small ha-mute">
              Hết mã dự phòng: liên hệ quản trị hệ thống. <a href="/dang-nhap">Đăng nhập bằng tài khoản khác</a>
            </p>
          </div>
        </section>
      </main>
    </Document>
  );
}
