import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { DocumentVersionsTable, type VersionRow } from './document-versions.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/** GET `/trao-doi/viec/:id`. POST `…/dong-y` | `…/tu-choi` (`reason`) decides, once. */
export interface ExchangeTaskView {
  readonly heading: string;
  readonly summary: string;
  /** Why the sender is in doubt. */
  readonly doubt: string | null;
  readonly message: readonly Fact[];
  /** `công văn.pdf (1,2 MB)` */
  readonly files: readonly string[];
  /** What the reading of the message remarked on. */
  readonly warnings: readonly string[];
  /** The agencies it passed, first to last. */
  readonly way: readonly RowView[];
  /** The line of the register that it speaks of; null where we have none. */
  readonly about: { readonly label: string; readonly href: string; readonly facts: readonly Fact[] } | null;
  /** What the register has and what is to be entered, line by line; null where no document takes another's place. */
  readonly versions: readonly VersionRow[] | null;
  /** The line under which it was entered. */
  readonly entered: { readonly label: string; readonly href: string } | null;
  readonly decision: readonly Fact[] | null;
  readonly answer: string | null;
  readonly originalHref: string | null;
  /** How it came, call by call. */
  readonly historyHref: string;
  readonly acts: readonly ActFormView[];
}

export function ExchangeTaskPage({ frame, view }: { frame: PageFrame; view: ExchangeTaskView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.heading}
      place="registers"
      crumb={{ href: '/trao-doi/viec', label: 'Việc chờ quyết định' }}
    >
      <PageHead heading={view.heading}>
        <p>{view.summary}</p>
      </PageHead>
      {view.doubt !== null && (
        <Note icon="alert">
          <p>{view.doubt}</p>
        </Note>
      )}
      <div class="ha-two">
        <div>
          {view.versions !== null && <DocumentVersionsTable rows={view.versions} />}
          <Message view={view} />
          <Decision view={view} csrf={frame.csrf} />
        </div>
        <aside aria-label="Văn bản trong sổ">
          <About about={view.about} />
          {view.way.length > 0 && (
            <Panel id="v-duong-di" heading="Đường đi của thông điệp">
              <RowList rows={view.way} />
            </Panel>
          )}
        </aside>
      </div>
    </PageShell>
  );
}

function Message({ view }: { view: ExchangeTaskView }): VNode {
  const { message, files, warnings, originalHref, historyHref } = view;
  const footer = (
    <>
      {originalHref !== null && <a href={originalHref}>Tải về thông điệp gốc</a>}
      {originalHref !== null && ' · '}
      <a href={historyHref}>Bản ghi trao đổi</a>
    </>
  );
  return (
    <Panel id="v-thong-diep" heading="Thông điệp" footer={footer}>
      <Facts facts={message} />
      <RowList
        rows={[
          ...files.map((title): RowView => ({ icon: 'file', title })),
          ...warnings.map((title): RowView => ({ icon: 'alert', title, detail: 'Điều cần xem khi đọc thông điệp' })),
        ]}
      />
    </Panel>
  );
}

function Decision({ view, csrf }: { view: ExchangeTaskView; csrf: string }): VNode | null {
  const { decision, answer, entered, acts } = view;
  if (decision !== null) {
    return (
      <Panel id="v-quyet-dinh" class="ha-last" heading="Đã quyết định">
        <Facts facts={decision} />
        {answer !== null && <p>{answer}</p>}
        {entered !== null && (
          <p>
            <a href={entered.href}>{entered.label}</a>
          </p>
        )}
      </Panel>
    );
  }
  return (
    <Panel id="v-quyet-dinh" class="ha-last ha-no-print" heading="Quyết định">
      {acts.length === 0 ? (
        <p>Văn thư quyết định.</p>
      ) : (
        acts.map((form) => <ActForm key={form.id} form={form} csrf={csrf} />)
      )}
    </Panel>
  );
}

function About({ about }: { about: ExchangeTaskView['about'] }): VNode {
  return (
    <Panel id="v-van-ban" heading="Văn bản được nói đến">
      {about === null ? (
        <p>Không có văn bản nào như vậy trong Sổ văn bản đến.</p>
      ) : (
        <>
          <p>
            <a href={about.href}>{about.label}</a>
          </p>
          <Facts facts={about.facts} />
        </>
      )}
    </Panel>
  );
}
