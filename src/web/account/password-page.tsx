import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import type { RefusedValues } from '../kit/refused-values.js';

interface PasswordPageProps {
  readonly frame: PageFrame;
  readonly form: Pick<RefusedValues, 'error'>;
  /** Signed in by a temporary password, or one that is too old: nothing else opens before another is chosen. */
  readonly isOwed: boolean;
  /** Of how many characters a password is, at least. */
  readonly shortest: number;
}

/** GET `/tai-khoan/mat-khau`; POST: `password`, `newPassword`, `newPasswordAgain`. Nothing typed here is ever shown again. */
export function PasswordPage({ frame, form, isOwed, shortest }: PasswordPageProps): VNode {
  const hint = `Từ ${String(shortest)} ký tự; một câu dễ nhớ là tốt nhất, có dấu và dấu cách đều được.`;
  return (
    <PageShell frame={frame} title="Đổi mật khẩu" place={null}>
      <PageHead heading="Đổi mật khẩu">
        {isOwed && <p>Mật khẩu vừa dùng là mật khẩu tạm, hoặc đã đến hạn đổi. Đặt mật khẩu mới để vào phần mềm.</p>}
      </PageHead>
      <Panel id="t-mat-khau" heading="Mật khẩu giữ tại phần mềm này">
        <PostForm action="/tai-khoan/mat-khau" csrf={frame.csrf} labelledBy="t-mat-khau">
          <Secret
            name="password"
            label={isOwed ? 'Mật khẩu vừa dùng' : 'Mật khẩu đang dùng'}
            complete="current-password"
            form={form}
          />
          <Secret name="newPassword" label="Mật khẩu mới" hint={hint} complete="new-password" form={form} />
          <Secret name="newPasswordAgain" label="Nhập lại mật khẩu mới" complete="new-password" form={form} />
          <p class="ha-small ha-mute">Đổi xong thì mọi thiết bị khác đang đăng nhập bị đăng xuất.</p>
          <button class="btn btn-primary" type="submit">
            Đổi mật khẩu
          </button>
        </PostForm>
      </Panel>
    </PageShell>
  );
}

function Secret({
  name,
  label,
  hint,
  complete,
  form,
}: {
  name: string;
  label: string;
  hint?: string;
  complete: 'current-password' | 'new-password';
  form: Pick<RefusedValues, 'error'>;
}): VNode {
  const error = form.error(name);
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      <input
        class={controlClass('form-control', error)}
        id={name}
        name={name}
        type="password"
        autocomplete={complete}
        required
        {...describedBy(name, { hint, error })}
      />
    </Field>
  );
}
