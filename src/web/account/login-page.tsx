import type { VNode } from 'preact';
import { Brand } from '../kit/shell/brand.js';
import { Document } from '../kit/shell/document.js';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { Note } from '../kit/note.js';
import { PostForm } from '../kit/post-form.js';

/**
 * GET `/dang-nhap`.
 *
 * POST `/dang-nhap`: `username`, `password`, `next`, `waiting`.
 */
export interface LoginView {
  /** People sign in by the office's directory, as at their computers. */
  readonly isDirectory: boolean;
  readonly csrf: string;
  /** Typed before, after a refusal. */
  readonly username: string;
  /** `Tài khoản hoặc mật khẩu chưa đúng. Thử lại sau 30 giây.` */
  readonly error: string | null;
  /** Where to go afterwards, a path of ours. */
  readonly next: string;
  /** `Sở Giáo dục và Đào tạo thành phố Hải Phòng` */
  readonly agency: string;
  /** Something everybody must know before signing in, such as a planned stop. */
  readonly announcement: string | null;
  /** A form that was posted when its session had ended; it goes on when the person who filled it in signs in. */
  readonly waiting: WaitingView | null;
  /** Accounts to try with, only in a demonstration. */
  readonly demonstration: DemonstrationView | null;
}

export interface WaitingView {
  /** The form as one text, for a hidden field. */
  readonly carried: string;
  /** It brought files, which cannot be carried on. */
  readonly fileLost: boolean;
}

export interface DemonstrationView {
  readonly accounts: readonly { readonly username: string; readonly role: string }[];
  /** The one password of all of them. */
  readonly password: string;
}

export function LoginPage({ view }: { view: LoginView }): VNode {
  return (
    <Document title="Đăng nhập" bare>
      <main class="ha-login" id="noi-dung" tabindex={-1}>
        <section class="ha-login-say" aria-label="Giới thiệu">
          <Echo />
          <Brand href="/" />
          <div>
            <h1>Mỗi phản ánh, kiến nghị đều có hồi âm, đúng hạn, có bằng chứng.</h1>
            <p>
              Tiếp nhận, xử lý và trả lời phản ánh, kiến nghị chuyển từ Tổng đài 1022. Dành cho cán bộ {view.agency} và
              các đơn vị trực thuộc.
            </p>
          </div>
          <LoginNote view={view} />
        </section>
        <section class="ha-login-form" aria-labelledby="dn">
          <h2 id="dn">{view.waiting === null ? 'Đăng nhập' : 'Đăng nhập lại để gửi tiếp'}</h2>
          {view.waiting !== null && <Waiting waiting={view.waiting} />}
          <LoginForm view={view} />
          <p class="ha-small ha-mute ha-foot">
            Quên mật khẩu hoặc chưa có tài khoản: liên hệ Văn phòng Sở. Đang cầm văn bản của Sở:{' '}
            <a href="/tra-cuu">tra cứu văn bản</a>, không cần tài khoản.
          </p>
        </section>
      </main>
    </Document>
  );
}

function LoginForm({ view }: { view: LoginView }): VNode {
  const hint = view.isDirectory
    ? 'Như khi đăng nhập máy tính của Sở, ví dụ ngocnth.'
    : 'Tên đăng nhập do quản trị hệ thống cấp, ví dụ ngocnth.';
  return (
    <PostForm action="/dang-nhap" csrf={view.csrf} labelledBy="dn">
      <input type="hidden" name="next" value={view.next} />
      {view.waiting !== null && <input type="hidden" name="waiting" value={view.waiting.carried} />}
      <Field id="ten" label="Tài khoản cơ quan" hint={hint}>
        <input
          class="form-control"
          id="ten"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          value={view.username}
          {...describedBy('ten', { hint })}
        />
      </Field>
      <Field id="mat-khau" label="Mật khẩu" error={view.error}>
        <input
          class={controlClass('form-control', view.error)}
          id="mat-khau"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          {...describedBy('mat-khau', { error: view.error })}
        />
      </Field>
      <button class="btn btn-primary" type="submit">
        Đăng nhập
      </button>
    </PostForm>
  );
}

function Waiting({ waiting }: { waiting: WaitingView }): VNode {
  return (
    <Note>
      <p>
        Phiên làm việc đã hết, việc vừa làm chưa được gửi. Những gì đã nhập được giữ ở trang này: đăng nhập bằng đúng
        tài khoản đã nhập rồi bấm Gửi tiếp.{waiting.fileLost && ' Tệp đã chọn thì phải chọn lại.'}
      </p>
    </Note>
  );
}

function LoginNote({ view }: { view: LoginView }): VNode | null {
  if (view.demonstration !== null) return <Accounts demonstration={view.demonstration} />;
  if (view.announcement === null) return null;
  return (
    <Note>
      <p>{view.announcement}</p>
    </Note>
  );
}

function Accounts({ demonstration }: { demonstration: DemonstrationView }): VNode {
  return (
    <Note>
      <p>
        <strong>Bản trình diễn.</strong> Mật khẩu của mọi tài khoản: <code>{demonstration.password}</code>
      </p>
      <ul class="ha-accounts">
        {demonstration.accounts.map((account) => (
          <li key={account.username}>
            <code>{account.username}</code> {account.role}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Echo(): VNode {
  return (
    <svg class="ha-echo" viewBox="0 0 500 900" aria-hidden="true">
      <path d="M500 402a48 48 0 0 0 0 96" />
      <path d="M500 364a86 86 0 0 0 0 172" />
      <path d="M500 324a126 126 0 0 0 0 252" />
      <path d="M500 282a168 168 0 0 0 0 336" />
      <path d="M500 238a212 212 0 0 0 0 424" />
    </svg>
  );
}
