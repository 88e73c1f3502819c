import type { VNode } from 'preact';
import { Layout } from './shell/layout.js';
import { Notice } from './notice.js';
import type { PageFrame } from './shell/page-frame.js';
import { Paragraphs } from './paragraphs.js';
import { PostForm } from './post-form.js';

/** GET `/gui-tiep`: a form whose session had ended, sent once more by the person who filled it in. */
export type ResumeView =
  | { readonly kind: 'nothing' }
  /** It was filled in while acting in somebody's place, and the new session does not yet. */
  | { readonly kind: 'otherPlace'; readonly texts: readonly string[] }
  | {
      readonly kind: 'ready';
      /** The act that the form was posted to. */
      readonly action: string;
      /** The page on which it was filled in. */
      readonly page: string;
      readonly fields: readonly { readonly name: string; readonly value: string }[];
      /** What the person wrote, to look at or to copy. */
      readonly texts: readonly string[];
      readonly fileLost: boolean;
    };

export function ResumePage({ frame, view }: { frame: PageFrame; view: ResumeView }): VNode {
  return (
    <Layout frame={frame} title="Gửi tiếp" place={null}>
      <main class="ha-main ha-refusal" id="noi-dung" tabindex={-1}>
        <Notice notice={frame.notice} />
        <section class="ha-panel" aria-labelledby="t-gui-tiep">
          <div class="ha-panel-b">
            <h1 id="t-gui-tiep">Gửi tiếp</h1>
            <Body frame={frame} view={view} />
          </div>
        </section>
      </main>
    </Layout>
  );
}

function Body({ frame, view }: { frame: PageFrame; view: ResumeView }): VNode {
  if (view.kind === 'nothing') {
    return (
      <>
        <p class="ha-lead">Không có nội dung nào chờ gửi.</p>
        <p>
          <a class="btn btn-primary" href="/">
            Về Việc của tôi
          </a>
        </p>
      </>
    );
  }
  if (view.kind === 'otherPlace') {
    return (
      <>
        <p class="ha-lead">
          Nội dung này được nhập khi đang xử lý thay người khác. Mở trang Xử lý thay, bắt đầu xử lý thay như trước, rồi
          mở lại trang này để gửi.
        </p>
        <Texts texts={view.texts} />
        <p>
          <a class="btn btn-primary" href="/lam-thay">
            Mở trang Xử lý thay
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <p class="ha-lead">
        Việc vừa làm chưa được gửi vì phiên làm việc đã hết. Những gì đã nhập vẫn còn; bấm Gửi tiếp để làm tiếp đúng
        việc ấy.{view.fileLost && ' Tệp đã chọn không giữ được: gửi xong thì chọn lại tệp ở trang trước.'}
      </p>
      <Texts texts={view.texts} />
      <PostForm action={view.action} csrf={frame.csrf} labelledBy="t-gui-tiep">
        {view.fields.map(({ name, value }, index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <div class="ha-acts">
          <button class="btn btn-primary" type="submit" autofocus>
            Gửi tiếp
          </button>
          <a class="btn" href={view.page}>
            Không gửi, về trang trước
          </a>
        </div>
      </PostForm>
    </>
  );
}

function Texts({ texts }: { texts: readonly string[] }): VNode | null {
  if (texts.length === 0) return null;
  return (
    <details open>
      <summary>Nội dung đã nhập</summary>
      {texts.map((text, index) => (
        <Paragraphs key={index} text={text} />
      ))}
    </details>
  );
}
