import type { VNode } from 'preact';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/mau-van-ban`: every kind of document, with the template in use and the one to come. */
export interface TemplatesView {
  readonly kinds: readonly TemplateLineView[];
}

export interface TemplateLineView {
  readonly href: string;
  readonly title: string;
  readonly picture: string;
  readonly inForce: string;
  readonly next: string | null;
}

export function TemplatesPage({ frame, view }: { frame: PageFrame; view: TemplatesView }): VNode {
  return (
    <PageShell frame={frame} title="Mẫu văn bản" place="templates">
      <PageHead
        heading="Mẫu văn bản"
        acts={
          <>
            <a class="btn" href="/tham-quyen-ky">
              Thẩm quyền ký
            </a>
            <a class="btn" href="/thong-tin-co-quan">
              Thông tin cơ quan
            </a>
          </>
        }
      >
        <p>Văn bản soạn ngày nào dùng bản mẫu của ngày đó; văn bản đã soạn giữ bản của mình.</p>
      </PageHead>
      <section class="ha-panel" aria-labelledby="t-cac-loai">
        <div class="ha-panel-h">
          <h2 id="t-cac-loai">{view.kinds.length} loại văn bản</h2>
        </div>
        <table class="table ha-cards" role="table" aria-labelledby="t-cac-loai">
          <TableHead headings={['Loại văn bản', 'Đang dùng', 'Sắp dùng']} />
          <tbody role="rowgroup">
            {view.kinds.map((line) => (
              <Line key={line.href} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </PageShell>
  );
}

function Line({ line }: { line: TemplateLineView }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <div class="ha-kind">
          <img class="ha-thumb" src={line.picture} width={40} height={57} alt="" loading="lazy" />
          <a href={line.href}>{line.title}</a>
        </div>
      </th>
      <td role="cell" data-label="Đang dùng">
        <div>{line.inForce}</div>
      </td>
      <td role="cell" data-label="Sắp dùng">
        <div>{line.next ?? <span class="ha-mute">Không có</span>}</div>
      </td>
    </tr>
  );
}
