import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Crumb } from '../kit/crumb.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Tag } from '../kit/tag.js';

/** GET `/to-chuc/:id`: one unit. POST `…/lien-he` | `…/nhiem-vu` | `…/ten` | `…/vi-tri` changes what is known of it. */
export interface UnitView {
  readonly heading: string;
  readonly summary: string;
  readonly closed: {
    readonly words: string;
    readonly successor: { readonly name: string; readonly href: string } | null;
  } | null;
  readonly facts: readonly Fact[];
  readonly contacts: readonly Fact[];
  readonly people: readonly UnitPersonView[];
  /** Newest first. */
  readonly duties: readonly { readonly duty: string; readonly period: string; readonly isHeld: boolean }[];
  /** Newest first; empty for a unit that was never renamed. */
  readonly names: readonly { readonly name: string; readonly since: string }[];
  readonly children: readonly RowView[];
  readonly acts: readonly ActFormView[];
  /** Where somebody is added to it; null for those who may not. */
  readonly addPersonHref: string | null;
  /** Where it may be closed; null for those who may not. */
  readonly close: string | null;
}

export interface UnitPersonView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly position: string;
  readonly roles: string;
}

export function UnitPage({ frame, view }: { frame: PageFrame; view: UnitView }): VNode {
  return (
    <PageShell frame={frame} title={view.heading} place={null}>
      <OrganisationCrumb />
      <PageHead
        heading={view.heading}
        acts={
          view.close !== null && (
            <a class="btn" href={view.close}>
              Ngừng hoạt động…
            </a>
          )
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      {view.closed !== null && (
        <Note icon="info">
          <p>
            {view.closed.words}{' '}
            {view.closed.successor !== null && (
              <>
                Việc đang mở đã chuyển về <a href={view.closed.successor.href}>{view.closed.successor.name}</a>.
              </>
            )}
          </p>
        </Note>
      )}
      <div class="ha-stack">
        <Panel id="t-don-vi" heading="Đơn vị">
          <Facts facts={[...view.facts, ...view.contacts]} columns={2} />
        </Panel>
        <People people={view.people} isClosed={view.closed !== null} addHref={view.addPersonHref} />
        {view.acts.length > 0 && (
          <Panel id="t-thay-doi" heading="Thay đổi">
            {view.acts.map((form) => (
              <ActForm key={form.id} form={form} csrf={frame.csrf} />
            ))}
          </Panel>
        )}
        <Duties duties={view.duties} />
        {view.names.length > 0 && (
          <Panel id="t-ten" heading="Tên qua các thời kỳ">
            <RowList rows={view.names.map(({ name, since }) => ({ icon: 'clock', title: name, detail: since }))} />
          </Panel>
        )}
        {view.children.length > 0 && (
          <Panel id="t-truc-thuoc" heading="Đơn vị trực thuộc">
            <RowList rows={view.children} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

/** The way back from a page of the organisation. */
export function OrganisationCrumb({ to }: { to?: { readonly href: string; readonly label: string } }): VNode {
  const { href, label } = to ?? { href: '/to-chuc', label: 'Tổ chức' };
  return <Crumb href={href} label={label} />;
}

function People({
  people,
  isClosed,
  addHref,
}: {
  people: readonly UnitPersonView[];
  isClosed: boolean;
  addHref: string | null;
}): VNode {
  return (
    <Panel
      id="t-nguoi"
      heading="Người trong đơn vị"
      flush={people.length > 0}
      aside={
        addHref !== null && (
          <a class="btn btn-sm" href={addHref}>
            Thêm người
          </a>
        )
      }
    >
      {people.length === 0 ? (
        <p>{isClosed ? 'Không còn ai trong đơn vị.' : 'Chưa ai trong đơn vị có tài khoản.'}</p>
      ) : (
        <CardTable caption="Người trong đơn vị, theo tên" columns={PEOPLE} rows={people} keyOf={({ id }) => id} />
      )}
    </Panel>
  );
}

const PEOPLE: readonly CardColumn<UnitPersonView>[] = [
  { heading: 'Họ và tên', cell: ({ name, href }) => <a href={href}>{name}</a> },
  { heading: 'Chức vụ', cell: ({ position }) => position },
  { heading: 'Vai trò hôm nay', cell: ({ roles }) => roles },
];

function Duties({ duties }: { duties: UnitView['duties'] }): VNode | null {
  if (duties.length === 0) return null;
  return (
    <Panel id="t-nhiem-vu" heading="Nhiệm vụ của đơn vị">
      <ul class="ha-rows ha-rows-slim">
        {duties.map(({ duty, period, isHeld }) => (
          <li key={duty + period}>
            <div>
              {duty} {isHeld && <Tag tone="ink">Đang giữ</Tag>}
              <small>{period}</small>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
