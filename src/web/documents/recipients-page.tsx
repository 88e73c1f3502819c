import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList } from '../kit/row-list.js';

/** An agency of the directory. */
export interface AgencyRow {
  readonly code: string;
  readonly name: string;
  /** Its codes, and to whom it belongs. */
  readonly detail: string;
}

/**
 * GET `/du-thao/:id/noi-nhan?tim=`: the agencies that a letter goes to. POST `/du-thao/:id/noi-nhan` | `…/bo` (`code`, `tim`) chooses one, or takes it off.
 */
export interface RecipientsView {
  readonly action: string;
  readonly letter: { readonly label: string; readonly href: string };
  readonly summary: string;
  /** What the letter tells of people to those who must not know it. */
  readonly warning: string | null;
  /** Why the last act was refused. */
  readonly error: string | null;
  readonly chosen: readonly (AgencyRow & { readonly warnings: readonly string[]; readonly removable: boolean })[];
  /** Null where this person may choose none. */
  readonly search: RecipientSearch | null;
}

interface RecipientSearch {
  readonly question: string;
  readonly isListKept: boolean;
  /** Best first; `taken`: it gets the letter already. */
  readonly found: readonly (AgencyRow & { readonly taken: boolean })[];
}

const NOBODY: EmptyView = {
  kind: 'done',
  heading: 'Chưa có cơ quan nào khác',
  text: 'Tìm theo tên hoặc mã ở dưới rồi bấm Chọn.',
};

const NOTHING_FOUND: EmptyView = {
  kind: 'unmatched',
  heading: 'Không thấy cơ quan nào',
  text: 'Viết ít từ hơn, hoặc tìm theo mã. Cơ quan đã ngừng và đơn vị thử nghiệm không hiện.',
};

export function RecipientsPage({ frame, view }: { frame: PageFrame; view: RecipientsView }): VNode {
  const { letter, warning, error, search } = view;
  return (
    <PageShell
      frame={frame}
      title="Nơi nhận qua liên thông"
      place="work"
      crumb={{ href: letter.href, label: letter.label }}
    >
      <PageHead heading="Nơi nhận qua liên thông">
        <p>{view.summary}</p>
      </PageHead>
      {error !== null && <Note tone="fail">{error}</Note>}
      {warning !== null && <Note icon="alert">{warning}</Note>}
      <Chosen view={view} csrf={frame.csrf} />
      {search !== null && <Search search={search} action={view.action} csrf={frame.csrf} />}
    </PageShell>
  );
}

function Chosen({ view: { action, chosen, search }, csrf }: { view: RecipientsView; csrf: string }): VNode {
  const rows = chosen.map(({ code, name, detail, warnings, removable }) => ({
    icon: warnings.length === 0 ? ('check' as const) : ('alert' as const),
    title: name,
    detail: [detail, ...warnings].join('. '),
    end: removable && (
      <ActButton
        small
        action={`${action}/bo`}
        csrf={csrf}
        label="Bỏ"
        about={name}
        fields={{ code, tim: search?.question ?? '' }}
      />
    ),
  }));
  return (
    <Panel id="v-da-chon" heading={chosen.length === 0 ? 'Đã chọn' : `Đã chọn ${String(chosen.length)} cơ quan`}>
      {rows.length === 0 ? <Empty empty={NOBODY} /> : <RowList rows={rows} />}
    </Panel>
  );
}

interface SearchProps {
  readonly search: RecipientSearch;
  readonly action: string;
  readonly csrf: string;
}

/** A question and its answer are one address, so that the page works without scripts, by keyboard alone. */
function Search({ search: { question, found, isListKept }, action, csrf }: SearchProps): VNode {
  const rows = found.map(({ code, name, detail, taken }) => ({
    icon: 'book' as const,
    title: name,
    detail,
    end: taken ? (
      <small>Đã là nơi nhận</small>
    ) : (
      <ActButton small action={action} csrf={csrf} label="Chọn" about={name} fields={{ code, tim: question }} />
    ),
  }));
  return (
    <Panel id="v-tim" class="ha-last" heading="Tìm trong danh mục cơ quan">
      {!isListKept && <p>Chưa có danh mục cơ quan; lượt đồng bộ đầu tiên chạy trong ít phút.</p>}
      <form method="get" action={action} class="ha-act-b" role="search" aria-labelledby="v-tim">
        <Field id="tim" label="Tên hoặc mã định danh" hint="Có dấu hay không dấu đều được; mã mới hoặc mã cũ.">
          <input id="tim" class="form-control" type="search" name="tim" value={question} aria-describedby="tim-h" />
        </Field>
        <button class="btn btn-primary" type="submit">
          Tìm cơ quan
        </button>
      </form>
      <div role="status">
        {isListKept && question !== '' && rows.length === 0 && <Empty empty={NOTHING_FOUND} />}
        {rows.length > 0 && <p class="ha-vh">{`Thấy ${String(rows.length)} cơ quan.`}</p>}
      </div>
      {rows.length > 0 && <RowList rows={rows} />}
    </Panel>
  );
}
