import type { VNode } from 'preact';
import { ActForm, ActFormBody, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { CommendationsCrumb } from './commendations-crumb.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Field, FieldError } from '../kit/field.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PostForm } from '../kit/post-form.js';
import { RowList } from '../kit/row-list.js';

/** GET `/khen-thuong`: what feedback has changed, weightiest first, and the lists of proposals. POST `…/de-nghi` (`title`, `meritIds`). */
export interface CommendationsView {
  readonly flagHref: string;
  readonly merits: readonly MeritRowView[];
  /** Null for those who do not propose. */
  readonly propose: {
    readonly action: string;
    readonly title: string;
    readonly chosen: readonly string[];
    readonly error: string | null;
  } | null;
  /** Null for those who may not see them; newest first. */
  readonly proposals:
    | readonly {
        readonly id: string;
        readonly href: string;
        readonly title: string;
        readonly state: string;
        readonly detail: string;
      }[]
    | null;
}

export interface MeritRowView {
  readonly id: string;
  readonly href: string;
  readonly document: string;
  readonly kind: string;
  readonly ticket: { readonly code: string; readonly href: string };
  /** Never a sender's name. */
  readonly recipient: string;
  readonly points: string;
  readonly reasons: readonly string[];
}

/** GET `/khen-thuong/truong-hop/:id`. POST `…/dong-y` (`consent`, `how`) · `…/rut` (`reason`). */
export interface MeritView {
  readonly heading: string;
  readonly points: string;
  readonly reasons: readonly string[];
  readonly withdrawn: string | null;
  readonly achievement: string;
  readonly facts: readonly Fact[];
  readonly link: string | null;
  readonly ticket: { readonly code: string; readonly href: string };
  /** What is owed before a name may stand anywhere. */
  readonly owed: string | null;
  readonly consentForm: ActFormView | null;
  readonly withdrawForm: ActFormView | null;
  readonly proposalHref: string | null;
}

const NOTHING = {
  kind: 'done',
  heading: 'Chưa có trường hợp nào chờ đề nghị',
  text: 'Phiếu nào giúp sửa đổi, bổ sung, bãi bỏ quy định thì ghi nhận để đề nghị khen thưởng.',
} as const;

export function CommendationsPage({ frame, view }: { frame: PageFrame; view: CommendationsView }): VNode {
  const { merits, propose, proposals } = view;
  return (
    <PageShell frame={frame} title="Khen thưởng" place={null}>
      <PageHead
        heading="Khen thưởng"
        acts={
          <a class="btn" href={view.flagHref}>
            <Icon name="plus" />
            Ghi nhận phiếu
          </a>
        }
      >
        <p>Phản ánh, kiến nghị đã làm thay đổi quy định, cách làm; xếp theo điểm, điểm nào cũng nêu lý do.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-cho" heading="Chờ đề nghị" flush={propose === null}>
          {merits.length === 0 ? <Empty empty={NOTHING} /> : <Waiting view={view} csrf={frame.csrf} />}
        </Panel>
        {proposals !== null && proposals.length > 0 && (
          <Panel id="t-danh-sach" heading="Danh sách đề nghị">
            <RowList
              rows={proposals.map(({ title, href, state, detail }) => ({
                icon: 'file',
                title,
                href,
                detail,
                end: state,
              }))}
            />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Waiting({ view: { merits, propose }, csrf }: { view: CommendationsView; csrf: string }): VNode {
  if (propose === null) return <CardTable caption={RANKED} columns={COLUMNS} rows={merits} keyOf={({ id }) => id} />;
  const { action, title, chosen, error } = propose;
  const columns = [...COLUMNS, chooserOf(chosen)];
  return (
    <PostForm action={action} csrf={csrf} class="ha-stack">
      <CardTable caption={RANKED} columns={columns} rows={merits} keyOf={({ id }) => id} />
      <Field id="tieu-de" label="Trích yếu của danh sách đề nghị">
        <input id="tieu-de" class="form-control" name="title" value={title} maxlength={300} />
      </Field>
      <FieldError id="de-nghi" error={error} />
      <div>
        <button class="btn btn-primary" type="submit">
          Lập danh sách đề nghị
        </button>
      </div>
    </PostForm>
  );
}

const RANKED = 'Trường hợp chờ đề nghị, điểm cao trước';

const COLUMNS: readonly CardColumn<MeritRowView>[] = [
  {
    heading: 'Đã thay đổi',
    cell: ({ href, document, kind }) => (
      <>
        <a class="ha-strong" href={href}>
          {document}
        </a>
        <span class="ha-sub ha-whole">{kind}</span>
      </>
    ),
  },
  {
    heading: 'Phiếu',
    cell: ({ ticket, recipient }) => (
      <>
        <a href={ticket.href}>
          <Code>{ticket.code}</Code>
        </a>
        <span class="ha-sub ha-whole">{recipient}</span>
      </>
    ),
  },
  {
    heading: 'Điểm',
    cell: ({ points, reasons }) => (
      <>
        <strong>{points}</strong>
        <span class="ha-sub ha-whole">{reasons.join('; ')}</span>
      </>
    ),
  },
];

function chooserOf(chosen: readonly string[]): CardColumn<MeritRowView> {
  return {
    heading: 'Đề nghị',
    cell: ({ id, document }) => (
      <label class="form-check">
        <input class="form-check-input" type="checkbox" name="meritIds" value={id} checked={chosen.includes(id)} />
        <span class="form-check-label">
          Chọn<span class="ha-vh"> {document}</span>
        </span>
      </label>
    ),
  };
}

export function FlagMeritPage({ frame, form }: { frame: PageFrame; form: ActFormView }): VNode {
  return (
    <PageShell frame={frame} title="Ghi nhận phiếu" place={null}>
      <CommendationsCrumb />
      <PageHead heading="Ghi nhận phiếu đã làm thay đổi quy định, cách làm" />
      <Panel id="t-ghi" heading="Đã thay đổi gì">
        <ActFormBody form={form} csrf={frame.csrf} />
      </Panel>
    </PageShell>
  );
}

export function MeritPage({ frame, view }: { frame: PageFrame; view: MeritView }): VNode {
  const { heading, points, reasons, withdrawn, owed, link, ticket, consentForm, withdrawForm, proposalHref } = view;
  return (
    <PageShell frame={frame} title={heading} place={null}>
      <CommendationsCrumb />
      <PageHead heading={heading}>
        <p>
          Từ phiếu{' '}
          <a href={ticket.href}>
            <Code>{ticket.code}</Code>
          </a>
        </p>
      </PageHead>
      {withdrawn !== null && <Note icon="alert">{withdrawn}</Note>}
      <div class="ha-stack">
        <Panel id="t-hieu-qua" heading="Hiệu quả">
          <Paragraphs text={view.achievement} />
          {link !== null && (
            <p>
              <a href={link} rel="noreferrer">
                Xem văn bản
              </a>
            </p>
          )}
          <Facts facts={view.facts} />
          {proposalHref !== null && (
            <p>
              <a href={proposalHref}>Xem danh sách đề nghị</a>
            </p>
          )}
        </Panel>
        <Panel id="t-diem" heading={`Điểm: ${points}`}>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Panel>
        {(consentForm !== null || withdrawForm !== null) && (
          <Panel id="t-viec" heading="Việc có thể làm">
            {owed !== null && <p>{owed}.</p>}
            {consentForm !== null && <ActForm form={consentForm} csrf={frame.csrf} />}
            {withdrawForm !== null && <ActForm form={withdrawForm} csrf={frame.csrf} />}
          </Panel>
        )}
      </div>
    </PageShell>
  );
}
