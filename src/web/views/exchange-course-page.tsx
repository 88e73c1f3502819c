import type { VNode } from 'preact';
import { Empty } from '../components/empty.js';
import { Facts, type Fact } from '../components/facts.js';
import { Icon } from '../components/icon.js';
import { Layout, Main } from '../components/layout.js';
import type { PageFrame } from '../components/page-frame.js';
import { PageHead } from '../components/page-head.js';
import { Panel } from '../components/panel.js';
import { TableHead } from '../components/table-head.js';

/** GET `/trao-doi/dang-cho/…`, `/trao-doi/tin/…`, `/trao-doi/ban-ghi`: how something went, try by try and call by call. */
export interface ExchangeCourseView {
  readonly heading: string;
  readonly summary: string;
  /** Of the promise or the message; none on the page of all calls. */
  readonly facts: readonly Fact[];
  /** Null where nothing is tried: a message, and the page of all calls. */
  readonly tries: readonly TryView[] | null;
  readonly calls: readonly CallView[];
  /** How long calls are kept. */
  readonly keptFor: string;
}

export interface TryView {
  readonly id: number;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  readonly channel: string;
  readonly outcome: string;
  readonly isBad: boolean;
  /** How long it took; null while it runs. */
  readonly lasted: string | null;
  readonly reason: string | null;
  /** The code of a refusal. */
  readonly code: string | null;
}

export interface CallView {
  readonly id: number;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  readonly operation: string;
  /** Who called whom. */
  readonly way: string;
  readonly status: string;
  readonly isBad: boolean;
  readonly sizes: string;
  /** Calls before it that left no row; null when there are none. */
  readonly before: string | null;
  readonly downloads: readonly { readonly href: string; readonly label: string }[];
}

export function ExchangeCoursePage({ frame, view }: { frame: PageFrame; view: ExchangeCourseView }): VNode {
  const { heading, summary, facts, tries, calls } = view;
  return (
    <Layout frame={frame} title={heading} place="exchange">
      <Main frame={frame}>
        <nav class="ha-crumb" aria-label="Đường dẫn">
          <a href="/trao-doi">
            <Icon name="left" />
            Trao đổi với bên ngoài
          </a>
        </nav>
        <PageHead heading={heading}>
          <p>{summary}</p>
        </PageHead>
        {facts.length > 0 && (
          <Panel id="v-la-gi" heading="Thông tin">
            <Facts facts={facts} columns={2} />
          </Panel>
        )}
        {tries !== null && <Tries tries={tries} />}
        <section class="ha-panel" aria-labelledby="v-ban-ghi">
          <div class="ha-panel-h">
            <h2 id="v-ban-ghi">Bản ghi trao đổi</h2>
          </div>
          {calls.length === 0 ? (
            <Empty empty={{ kind: 'unmatched', heading: 'Không có bản ghi nào', text: view.keptFor }} />
          ) : (
            <>
              <Calls calls={calls} />
              <div class="ha-panel-f ha-small">{view.keptFor}</div>
            </>
          )}
        </section>
      </Main>
    </Layout>
  );
}

function Tries({ tries }: { tries: readonly TryView[] }): VNode {
  return (
    <section class="ha-panel" aria-labelledby="v-lan-thu">
      <div class="ha-panel-h">
        <h2 id="v-lan-thu">Các lần thử</h2>
      </div>
      {tries.length === 0 ? (
        <Empty
          empty={{
            kind: 'unmatched',
            heading: 'Chưa thử lần nào',
            text: 'Việc không gọi ra ngoài thì không ghi từng lần.',
          }}
        />
      ) : (
        <table class="table ha-reg ha-cards" role="table">
          <caption class="ha-vh">Các lần thử, mới nhất trước</caption>
          <TableHead headings={['Lúc', 'Nơi', 'Kết quả', 'Lý do']} />
          <tbody role="rowgroup">
            {tries.map((one) => (
              <tr key={one.id} role="row">
                <td role="cell" data-label="Lúc">
                  <time datetime={one.at}>{one.when}</time>
                </td>
                <td role="cell" data-label="Nơi">
                  {one.channel}
                </td>
                <td role="cell" data-label="Kết quả">
                  <div>
                    <Outcome words={one.outcome} isBad={one.isBad} />
                    {one.lasted !== null && <span class="ha-sub">{one.lasted}</span>}
                  </div>
                </td>
                <td role="cell" data-label="Lý do">
                  <div>
                    {one.reason ?? <span class="ha-mute">–</span>}
                    {one.code !== null && (
                      <span class="ha-sub ha-whole">
                        <code>{one.code}</code>
                      </span>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Calls({ calls }: { calls: readonly CallView[] }): VNode {
  return (
    <table class="table ha-reg ha-cards" role="table">
      <caption class="ha-vh">Các cuộc gọi, mới nhất trước</caption>
      <TableHead headings={['Lúc', 'Nghiệp vụ', 'Kết quả', 'Gửi, nhận', 'Tải về']} />
      <tbody role="rowgroup">
        {calls.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </tbody>
    </table>
  );
}

function Call({ call }: { call: CallView }): VNode {
  return (
    <tr role="row">
      <td role="cell" data-label="Lúc">
        <time datetime={call.at}>{call.when}</time>
      </td>
      <td role="cell" data-label="Nghiệp vụ">
        <div>
          <code>{call.operation}</code>
          <span class="ha-sub">{call.way}</span>
        </div>
      </td>
      <td role="cell" data-label="Kết quả">
        <div>
          <Outcome words={call.status} isBad={call.isBad} />
          {call.before !== null && <span class="ha-sub ha-whole">{call.before}</span>}
        </div>
      </td>
      <td role="cell" data-label="Gửi, nhận">
        {call.sizes}
      </td>
      <td role="cell" data-label="Tải về">
        <div>
          {call.downloads.length === 0 && <span class="ha-mute">–</span>}
          {call.downloads.map(({ href, label }, index) => (
            <span key={href}>
              {index > 0 && ' · '}
              <a href={href} aria-label={`${label}, ${call.operation}, ${call.when}`}>
                {label}
              </a>
            </span>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Outcome({ words, isBad }: { words: string; isBad: boolean }): VNode {
  return (
    <span class="ha-state">
      {isBad && <Icon name="alert" tone="bad" />} {words}
    </span>
  );
}
