import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import type { ActField } from '../kit/acts/act-field.js';
import { FieldError } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';

/**
 * GET `/phieu-moi`: feedback that a clerk takes from a caller, a visitor or a letter. POST `/phieu-moi`: the fields, `token`, `files`.
 */
export interface IntakeView {
  /** Names the form; pressed twice, it makes one ticket. */
  readonly token: readonly ActField[];
  readonly matter: readonly ActField[];
  /** Side by side. */
  readonly judged: readonly ActField[];
  readonly about: readonly ActField[];
  readonly reception: readonly ActField[];
  readonly sender: readonly ActField[];
  readonly error: string | null;
}

const FORM = 'phieu-moi';

export function IntakePage({ frame, view }: { frame: PageFrame; view: IntakeView }): VNode {
  return (
    <PageShell frame={frame} title="Ghi phiếu mới" place="work">
      <PageHead
        heading="Ghi phiếu mới"
        acts={
          <>
            <a class="btn" href="/nhap-phieu">
              Nhập từ tệp
            </a>
            <a class="btn" href="/so-tiep-nhan">
              Sổ tiếp nhận
            </a>
          </>
        }
      >
        <p>Ghi thay tổ chức, cá nhân gọi điện, đến trực tiếp hoặc gửi thư. Phiếu vào sổ văn bản đến cùng lúc.</p>
      </PageHead>
      <PostForm action="/phieu-moi" csrf={frame.csrf} id={FORM} enctype="multipart/form-data" keeps>
        <Fields fields={view.token} />
        <FieldError id={FORM} error={view.error} />
        <div class="ha-two">
          <div>
            <Panel id="t-noi-dung" heading="Phản ánh, kiến nghị">
              <Fields fields={view.matter} />
              <div class="ha-fields">
                <Fields fields={view.judged} />
              </div>
              <Fields fields={view.about} />
            </Panel>
          </div>
          <aside aria-label="Thời điểm, hình thức tiếp nhận, người phản ánh">
            <Panel id="t-nhan" heading="Thời điểm, hình thức tiếp nhận">
              <Fields fields={view.reception} />
            </Panel>
            <Panel
              id="t-nguoi-gui"
              heading="Tổ chức, cá nhân phản ánh"
              footer={
                <button class="btn btn-primary" type="submit">
                  Vào sổ và mở phiếu
                </button>
              }
            >
              <Fields fields={view.sender} />
            </Panel>
          </aside>
        </div>
      </PostForm>
    </PageShell>
  );
}

function Fields({ fields }: { fields: readonly ActField[] }): VNode {
  return (
    <>
      {fields.map((field) => (
        <ActControl key={field.name} field={field} id={`${FORM}-${field.name}`} />
      ))}
    </>
  );
}
