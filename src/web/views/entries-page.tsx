import type { VNode } from 'preact';
import { Empty } from '../components/empty.js';
import { Icon } from '../components/icon.js';
import { Layout, Main } from '../components/layout.js';
import type { PageFrame } from '../components/page-frame.js';
import { PageHead } from '../components/page-head.js';
import { TableHead } from '../components/table-head.js';

/** GET `/trao-doi/ghi-so`: incoming documents that a clerk enters in the e-office by hand. */
export interface EntriesView {
  readonly summary: string;
  /** Oldest first. */
  readonly owed: readonly EntryLineView[];
  /** Newest first. */
  readonly ticked: readonly EntryLineView[];
}

export interface EntryLineView {
  readonly id: string;
  readonly href: string;
  /** Our number and day of arrival. */
  readonly number: string;
  readonly day: string;
  readonly from: string;
  readonly code: string;
  readonly subject: string;
  readonly since: { readonly at: string; readonly words: string };
  /** Under which number it stands there; null while nobody has entered it. */
  readonly there: string | null;
}

export function EntriesPage({ frame, view }: { frame: PageFrame; view: EntriesView }): VNode {
  return (
    <Layout frame={frame} title="Ghi tay vào sổ e-office" place="registers">
      <Main frame={frame}>
        <nav class="ha-crumb" aria-label="Đường dẫn">
          <a href="/so-van-ban/den">
            <Icon name="left" />
            Sổ văn bản đến
          </a>
        </nav>
        <PageHead heading="Ghi tay vào sổ e-office">
          <p>{view.summary} E-office này không nhận ghi sổ qua kết nối nên văn thư ghi ở đó rồi đánh dấu ở đây.</p>
        </PageHead>
        <section class="ha-panel" aria-label="Chưa ghi">
          {view.owed.length === 0 ? (
            <Empty
              empty={{ kind: 'done', heading: 'Không còn văn bản nào chờ ghi', text: 'Văn bản đến mới sẽ hiện ở đây.' }}
            />
          ) : (
            <Entries caption="Văn bản chưa ghi vào sổ e-office, cũ nhất trước" lines={view.owed} last="Chờ từ" />
          )}
        </section>
        {view.ticked.length > 0 && (
          <section class="ha-panel ha-last" aria-labelledby="v-da-ghi">
            <div class="ha-panel-h">
              <h2 id="v-da-ghi">Đã ghi gần đây</h2>
            </div>
            <Entries caption="Văn bản đã ghi, mới nhất trước" lines={view.ticked} last="Trong sổ e-office" />
          </section>
        )}
      </Main>
    </Layout>
  );
}

function Entries({
  caption,
  lines,
  last,
}: {
  caption: string;
  lines: readonly EntryLineView[];
  /** Heading of the last column. */
  last: string;
}): VNode {
  return (
    <table class="table ha-reg ha-cards" role="table">
      <caption class="ha-vh">{caption}</caption>
      <TableHead headings={['Số đến', 'Ngày đến', 'Nơi gửi', 'Số, ký hiệu', 'Trích yếu', last]} />
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <td role="cell" data-label="Số đến">
              <a class="ha-no" href={line.href}>
                {line.number}
              </a>
            </td>
            <td role="cell" data-label="Ngày đến">
              {line.day}
            </td>
            <td role="cell" data-label="Nơi gửi">
              {line.from}
            </td>
            <td role="cell" data-label="Số, ký hiệu">
              {line.code}
            </td>
            <td role="cell" data-label="Trích yếu">
              {line.subject}
            </td>
            <td role="cell" data-label={last}>
              {line.there ?? <time datetime={line.since.at}>{line.since.words}</time>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
