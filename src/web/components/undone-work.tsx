import type { ComponentChildren, VNode } from 'preact';
import { ActButton } from './act-button.js';
import { ActForm, type ActFormView } from './act-form.js';
import { TableHead } from './table-head.js';

interface PromiseView {
  readonly seq: number;
  /** `Mở phiếu từ phản ánh` */
  readonly what: string;
  /** The registered document it is about. */
  readonly subject: { readonly label: string; readonly href: string } | null;
  /** ISO 8601 with zone. */
  readonly at: string;
  /** `18/03, 10:40` */
  readonly since: string;
  readonly reason: string;
  /** What a person may do with it besides; empty for those who only watch. */
  readonly forms: readonly ActFormView[];
}

/** Work that the house has given up, or fails at for long. */
export interface UndoneView extends PromiseView {
  /** Whether the house goes on trying. */
  readonly standing: string;
  /** Posts that it be tried again; null when the house tries by itself or another person must say so. */
  readonly retryAction: string | null;
}

/** Work that a person keeps from being tried. */
export interface HeldView extends PromiseView {
  readonly releaseAction: string | null;
}

export function UndoneWork({ works, csrf }: { works: readonly UndoneView[]; csrf: string }): VNode {
  return (
    <section class="ha-panel" aria-labelledby="viec-chua-lam-duoc">
      <div class="ha-panel-h">
        <h2 id="viec-chua-lam-duoc">Việc chưa làm được</h2>
      </div>
      <table class="table ha-reg ha-cards" role="table">
        <caption class="ha-vh">Việc đã dừng trước, rồi đến việc đang thử lại</caption>
        <TableHead headings={['Từ lúc', 'Việc', 'Lý do', 'Hiện nay']} />
        <tbody role="rowgroup">
          {works.map((work) => (
            <Row key={work.seq} promise={work} csrf={csrf}>
              {work.standing}
              {work.retryAction !== null && <ActButton action={work.retryAction} csrf={csrf} label="Thử lại" small />}
            </Row>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function HeldWork({ works, csrf }: { works: readonly HeldView[]; csrf: string }): VNode {
  return (
    <section class="ha-panel" aria-labelledby="viec-dang-giu">
      <div class="ha-panel-h">
        <h2 id="viec-dang-giu">Việc đang giữ lại</h2>
      </div>
      <table class="table ha-reg ha-cards" role="table">
        <caption class="ha-vh">Việc đang giữ lại, lâu nhất trước</caption>
        <TableHead headings={['Giữ từ', 'Việc', 'Lý do', 'Hiện nay']} />
        <tbody role="rowgroup">
          {works.map((work) => (
            <Row key={work.seq} promise={work} csrf={csrf}>
              Không tự làm.
              {work.releaseAction !== null && (
                <ActButton action={work.releaseAction} csrf={csrf} label="Cho làm tiếp" small />
              )}
            </Row>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ promise, csrf, children }: { promise: PromiseView; csrf: string; children: ComponentChildren }): VNode {
  const { at, since, what, subject, reason, forms } = promise;
  return (
    <tr role="row">
      <td role="cell" data-label="Từ lúc">
        <time datetime={at}>{since}</time>
      </td>
      <td role="cell" data-label="Việc">
        <div>
          {what}
          {subject !== null && (
            <span class="ha-sub">
              <a href={subject.href}>{subject.label}</a>
            </span>
          )}
        </div>
      </td>
      <td role="cell" data-label="Lý do">
        {reason}
      </td>
      <td role="cell" data-label="Hiện nay">
        <div>
          {children}
          {forms.map((form) => (
            <ActForm key={form.id} form={form} csrf={csrf} />
          ))}
        </div>
      </td>
    </tr>
  );
}
