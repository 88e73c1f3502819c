import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Code } from '../kit/code.js';
import { FileExport, type FileExportView } from '../ticket-files/file-export.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { TableHead } from '../kit/table-head.js';

/**
 * GET `/ho-so/:id`.
 *
 * POST `/ho-so/:id/them` (`book`, `year`, `number`) · `/ho-so/:id/bo/:paperId` (`reason`) · `/ho-so/:id/dua-lai/:paperId` ·
 * `/ho-so/:id/sua` (`title`, `retention`, `rights`, `description`) · `/ho-so/:id/ket-thuc`.
 */
export interface RecordFileView {
  readonly id: string;
  readonly notation: string;
  readonly title: string;
  readonly state: string;
  /** Null for a file of documents without one. */
  readonly ticket: { readonly href: string; readonly code: string; readonly state: string } | null;
  readonly facts: readonly Fact[];
  /** In the order in which they lie. */
  readonly papers: readonly PaperView[];
  readonly removed: readonly {
    readonly id: string;
    readonly title: string;
    readonly because: string;
    readonly who: string;
  }[];
  readonly acts: readonly ActFormView[];
  readonly mayRemove: boolean;
  /** Where closing is posted; null where it is not possible. */
  readonly close: string | null;
  /** What closing waits for. */
  readonly waits: string | null;
  /** Null for those who may not have all of it. */
  readonly exported: FileExportView | null;
}

export interface PaperView {
  readonly id: string;
  readonly ordinal: string;
  readonly kind: string;
  readonly title: string;
  readonly day: string;
  readonly pages: string;
  /** Words that are themselves the paper. */
  readonly words: string | null;
  readonly files: readonly { readonly href: string; readonly name: string }[];
  /** The page of the document; null where it has none, or not for this person. */
  readonly href: string | null;
  readonly note: string;
}

export function RecordFilePage({ frame, view }: { frame: PageFrame; view: RecordFileView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={`Hồ sơ ${view.notation}`}
      place="registers"
      crumb={{ href: '/ho-so', label: 'Hồ sơ' }}
    >
      <PageHead
        heading={view.title}
        acts={view.close !== null && <ActButton action={view.close} csrf={frame.csrf} label="Kết thúc hồ sơ" primary />}
      >
        <p>
          <Code>{view.notation}</Code> · <strong>{view.state}</strong>
          {view.ticket !== null && (
            <>
              {' '}
              · <a href={view.ticket.href}>Phiếu {view.ticket.code}</a> ({view.ticket.state})
            </>
          )}
        </p>
        {view.waits !== null && <p class="ha-mute">{view.waits}</p>}
      </PageHead>
      <div class="ha-two">
        <div>
          <Papers view={view} csrf={frame.csrf} />
          {view.removed.length > 0 && <Removed view={view} csrf={frame.csrf} />}
        </div>
        <aside aria-label="Về hồ sơ">
          <Panel id="t-thong-tin" heading="Về hồ sơ">
            <Facts facts={view.facts} />
          </Panel>
          {view.exported !== null && <FileExport view={view.exported} csrf={frame.csrf} />}
          {view.acts.map((form) => (
            <ActForm key={form.id} form={form} csrf={frame.csrf} />
          ))}
        </aside>
      </div>
    </PageShell>
  );
}

function Papers({ view, csrf }: { view: RecordFileView; csrf: string }): VNode {
  return (
    <Panel
      id="t-muc-luc"
      heading="Mục lục văn bản, tài liệu"
      aside={<span class="ha-small ha-mute">theo thời gian</span>}
      flush
    >
      <table class="table ha-cards" role="table" aria-labelledby="t-muc-luc">
        <TableHead headings={['STT', 'Văn bản, tài liệu', 'Ngày', 'Số trang']} />
        <tbody role="rowgroup">
          {view.papers.map((paper) => (
            <Paper key={paper.id} paper={paper} view={view} csrf={csrf} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Paper({ paper, view, csrf }: { paper: PaperView; view: RecordFileView; csrf: string }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="STT">
        <div>{paper.ordinal}</div>
      </th>
      <td role="cell" data-label="Văn bản, tài liệu">
        <div>
          <small class="ha-mute">{paper.kind}</small>
          <br />
          {paper.href === null ? paper.title : <a href={paper.href}>{paper.title}</a>}
          {paper.words !== null && <p class="ha-small">{paper.words}</p>}
          {paper.files.map(({ href, name }) => (
            <p key={href} class="ha-small">
              <a href={href}>{name}</a>
            </p>
          ))}
          {paper.note !== '' && <p class="ha-small ha-mute">{paper.note}</p>}
          {view.mayRemove && (
            <ActForm
              csrf={csrf}
              form={{
                id: `bo-${paper.id}`,
                label: 'Bỏ khỏi hồ sơ…',
                action: `/ho-so/${view.id}/bo/${paper.id}`,
                submit: 'Bỏ tài liệu khỏi hồ sơ',
                lead: 'Tài liệu vẫn còn ở phiếu và sổ; dòng này giữ lại cùng lý do.',
                fields: [{ kind: 'area', name: 'reason', label: 'Lý do', rows: 2, required: true }],
              }}
            />
          )}
        </div>
      </td>
      <td role="cell" data-label="Ngày">
        <div>{paper.day}</div>
      </td>
      <td role="cell" data-label="Số trang">
        <div>{paper.pages}</div>
      </td>
    </tr>
  );
}

function Removed({ view, csrf }: { view: RecordFileView; csrf: string }): VNode {
  return (
    <Panel id="t-da-bo" heading="Đã bỏ khỏi hồ sơ">
      <ul class="ha-rows">
        {view.removed.map(({ id, title, because, who }) => (
          <li key={id}>
            <Icon name="x" />
            <div>
              {title}
              <small>
                {because} ({who})
              </small>
            </div>
            <span>
              {view.mayRemove && (
                <PostForm action={`/ho-so/${view.id}/dua-lai/${id}`} csrf={csrf}>
                  <button class="btn btn-quiet" type="submit">
                    Đưa lại
                  </button>
                </PostForm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
