import type { VNode } from 'preact';
import { ActControl } from '../kit/acts/act-control.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import type { ActField } from '../kit/acts/act-field.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { FieldError } from '../kit/field.js';
import { Icon } from '../kit/icon.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Tag } from '../kit/tag.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { INCOMING, NEW_PAPER } from './correspondence-words.js';

/** GET `/van-ban-den`: incoming documents without a ticket that are open. */
export interface IncomingDocumentsView {
  readonly lists: readonly {
    readonly id: string;
    readonly heading: string;
    readonly rows: readonly IncomingDocumentRow[];
  }[];
  /** Whether this person enters papers. */
  readonly mayEnter: boolean;
}

export interface IncomingDocumentRow {
  readonly id: string;
  readonly href: string;
  /** `Số đến 12, 18/03` */
  readonly number: string;
  readonly subject: string;
  /** `Công văn 41/SNV-CCHC, Sở Nội vụ` */
  readonly origin: string;
  readonly unit: string;
  /** `Quá hạn 20/03` */
  readonly due: string;
  readonly isLate: boolean;
}

const COLUMNS: readonly CardColumn<IncomingDocumentRow>[] = [
  { heading: 'Số đến', cell: ({ number }) => <span class="ha-nowrap">{number}</span> },
  {
    heading: 'Văn bản',
    cell: ({ href, subject, origin }) => (
      <>
        <a href={href}>{subject}</a>
        <p class="ha-small ha-mute">{origin}</p>
      </>
    ),
  },
  { heading: 'Chủ trì', cell: ({ unit }) => unit },
  { heading: 'Thời hạn', cell: ({ due, isLate }) => (isLate ? <Tag tone="fail">{due}</Tag> : due) },
];

const NONE = {
  kind: 'done',
  heading: 'Không có văn bản đến nào chờ',
  text: 'Văn bản của cơ quan khác hiện ở đây từ khi vào sổ đến khi giải quyết xong.',
} as const;

export function IncomingDocumentsPage({ frame, view }: { frame: PageFrame; view: IncomingDocumentsView }): VNode {
  const enter = view.mayEnter ? (
    <a class="btn btn-primary" href={NEW_PAPER}>
      Vào sổ văn bản giấy
    </a>
  ) : undefined;
  return (
    <PageShell frame={frame} title="Văn bản đến" place="work">
      <PageHead heading="Văn bản đến" acts={enter}>
        <p>Văn bản của cơ quan khác, không phải phản ánh qua Tổng đài 1022.</p>
      </PageHead>
      {view.lists.length === 0 && <Empty empty={NONE} />}
      <div class="ha-stack">
        {view.lists.map(({ id, heading, rows }) => (
          <Panel key={id} id={id} heading={heading} flush>
            <CardTable caption={heading} columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
          </Panel>
        ))}
      </div>
    </PageShell>
  );
}

/** GET `/van-ban-den/moi`: a paper of another agency. POST the same: its fields. */
export interface NewPaperView {
  readonly author: readonly ActField[];
  readonly about: readonly ActField[];
  readonly error: string | null;
}

export function NewPaperPage({ frame, view }: { frame: PageFrame; view: NewPaperView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Vào sổ văn bản giấy"
      place="registers"
      crumb={{ href: INCOMING, label: 'Văn bản đến' }}
    >
      <PageHead heading="Vào sổ văn bản giấy">
        <p>Văn bản của cơ quan, tổ chức gửi bản giấy. Đơn thư, phản ánh, kiến nghị ghi ở trang Ghi phiếu mới.</p>
      </PageHead>
      <PostForm action={NEW_PAPER} csrf={frame.csrf} id="van-ban-giay" enctype="multipart/form-data" keeps>
        <FieldError id="van-ban-giay" error={view.error} />
        <div class="ha-two">
          <div>
            <Panel id="t-van-ban" heading="Văn bản">
              <Fields fields={view.about} />
            </Panel>
          </div>
          <aside aria-label="Cơ quan ban hành">
            <Panel
              id="t-tac-gia"
              heading="Cơ quan ban hành"
              footer={
                <button class="btn btn-primary" type="submit">
                  Vào sổ văn bản đến
                </button>
              }
            >
              <Fields fields={view.author} />
            </Panel>
          </aside>
        </div>
      </PostForm>
    </PageShell>
  );
}

/** GET `/van-ban-den/:id`. POST `…/chuyen` · `…/giao` · `…/y-kien` · `…/giai-quyet` · `…/tra-loi` · `…/ho-so`. */
export interface IncomingDocumentView {
  readonly heading: string;
  readonly subject: string;
  readonly state: string;
  /** What its sender did to it after it came; empty of most. */
  readonly changes: readonly string[];
  readonly facts: readonly Fact[];
  readonly direction: { readonly words: string; readonly by: string } | null;
  readonly files: readonly FileView[];
  readonly opinions: readonly RowView[];
  /** Documents of ours that answer it. */
  readonly answers: readonly RowView[];
  readonly slipHref: string;
  readonly acts: readonly ActFormView[];
}

export function IncomingDocumentPage({ frame, view }: { frame: PageFrame; view: IncomingDocumentView }): VNode {
  const { direction } = view;
  return (
    <PageShell frame={frame} title={view.heading} place="work" crumb={{ href: INCOMING, label: 'Văn bản đến' }}>
      <PageHead
        heading={view.heading}
        acts={
          <a class="btn" href={view.slipHref}>
            <Icon name="down" />
            Phiếu giải quyết
          </a>
        }
      >
        <p>{view.state}</p>
      </PageHead>
      {view.changes.length > 0 && (
        <Note icon="alert">
          {view.changes.map((change) => (
            <p key={change}>{change}.</p>
          ))}
        </Note>
      )}
      <div class="ha-two">
        <div class="ha-stack">
          <Panel
            id="t-van-ban"
            heading={view.subject}
            footer={view.files.length === 0 ? null : <Files files={view.files} />}
          >
            <Facts facts={view.facts} columns={2} />
          </Panel>
          {direction !== null && (
            <Panel id="t-but-phe" heading="Ý kiến chỉ đạo">
              <p>{direction.words}</p>
              <p class="ha-small ha-mute">{direction.by}</p>
            </Panel>
          )}
          {view.opinions.length > 0 && (
            <Panel id="t-phoi-hop" heading="Đơn vị phối hợp">
              <RowList rows={view.opinions} />
            </Panel>
          )}
          {view.answers.length > 0 && (
            <Panel id="t-tra-loi" heading="Văn bản trả lời">
              <RowList rows={view.answers} />
            </Panel>
          )}
        </div>
        {view.acts.length > 0 && (
          <aside aria-label="Việc làm được">
            <Panel id="t-viec" heading="Việc làm được">
              {view.acts.map((form) => (
                <ActForm key={form.id} form={form} csrf={frame.csrf} />
              ))}
            </Panel>
          </aside>
        )}
      </div>
    </PageShell>
  );
}

function Fields({ fields }: { fields: readonly ActField[] }): VNode {
  return (
    <>
      {fields.map((field) => (
        <ActControl key={field.name} field={field} id={`van-ban-giay-${field.name}`} />
      ))}
    </>
  );
}
