import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../components/act-form.js';
import { CardTable, type CardColumn } from '../components/card-table.js';
import { Layout, Main } from '../components/layout.js';
import type { PageFrame } from '../components/page-frame.js';
import { PageHead } from '../components/page-head.js';
import { Panel } from '../components/panel.js';
import { Tag } from '../components/tag.js';
import { OrganisationCrumb } from './unit-page.js';

/** GET `/to-chuc/nguoi/:id`: roles of one person by date. POST `…/vai-tro` gives one · `…/vai-tro/:roleId` ends one. */
export interface StaffPersonView {
  readonly heading: string;
  readonly summary: string;
  readonly unit: { readonly href: string; readonly label: string };
  /** Newest first. */
  readonly roles: readonly PersonRoleView[];
  readonly give: ActFormView | null;
}

export interface PersonRoleView {
  readonly id: string;
  readonly role: string;
  readonly period: string;
  readonly standing: 'held' | 'coming' | 'over';
  /** Who gave it, and when. */
  readonly written: string;
  readonly end: ActFormView | null;
}

const STANDINGS: Readonly<Record<PersonRoleView['standing'], string>> = {
  held: 'Đang giữ',
  coming: 'Chưa đến ngày',
  over: 'Đã hết',
};

export function StaffPersonPage({ frame, view }: { frame: PageFrame; view: StaffPersonView }): VNode {
  return (
    <Layout frame={frame} title={view.heading} place={null}>
      <Main frame={frame}>
        <OrganisationCrumb to={view.unit} />
        <PageHead heading={view.heading}>
          <p>{view.summary}</p>
        </PageHead>
        <div class="ha-stack">
          <Panel id="t-vai-tro" heading="Vai trò" flush={view.roles.length > 0}>
            {view.roles.length === 0 ? (
              <p>Chưa được giao vai trò nào nên chưa làm được việc gì trong phần mềm.</p>
            ) : (
              <CardTable
                caption="Vai trò theo ngày, mới nhất trước"
                columns={columnsFor(frame.csrf)}
                rows={view.roles}
                keyOf={({ id }) => id}
              />
            )}
          </Panel>
          {view.give !== null && (
            <Panel id="t-giao" heading="Giao thêm">
              <ActForm form={view.give} csrf={frame.csrf} />
            </Panel>
          )}
        </div>
      </Main>
    </Layout>
  );
}

function columnsFor(csrf: string): readonly CardColumn<PersonRoleView>[] {
  return [
    {
      heading: 'Vai trò',
      cell: ({ role, standing }) => (
        <>
          {role} <Tag {...(standing === 'held' && { tone: 'ink' })}>{STANDINGS[standing]}</Tag>
        </>
      ),
    },
    {
      heading: 'Thời hạn',
      cell: ({ period, end, role }) => (
        <>
          {period}
          {end !== null && <ActForm form={end} csrf={csrf} about={role} />}
        </>
      ),
    },
    { heading: 'Ai giao', cell: ({ written }) => written },
  ];
}
