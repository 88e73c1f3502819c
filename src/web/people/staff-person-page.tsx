import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';
import { OrganisationCrumb } from '../organisation/unit-page.js';

/**
 * GET `/to-chuc/nguoi/:id`: what is known of one person, and the roles by date. POST `…/thong-tin` changes the facts · `…/mat-khau-tam` makes a temporary password ·
 * `…/ngung` | `…/mo-lai` stops and opens the account · `…/vai-tro` gives a role · `…/vai-tro/:roleId` ends one.
 */
export interface StaffPersonView {
  readonly heading: string;
  readonly summary: string;
  readonly unit: { readonly href: string; readonly label: string };
  /** What a role of today wants and is not there yet; empty for those who cannot enter it. */
  readonly shortfalls: readonly ShortfallView[];
  /** Account, codes, contacts; empty for those who may not see them. */
  readonly facts: readonly Fact[];
  readonly acts: readonly ActFormView[];
  /** Where the person is signed in; null for those who may not see it. */
  readonly accountHref: string | null;
  /** Newest first. */
  readonly roles: readonly PersonRoleView[];
  readonly give: ActFormView | null;
}

export interface ShortfallView {
  readonly words: string;
  readonly step: { readonly href: string; readonly label: string } | null;
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
    <PageShell frame={frame} title={view.heading} place={null}>
      <OrganisationCrumb to={view.unit} />
      <PageHead
        heading={view.heading}
        acts={
          view.accountHref !== null && (
            <a class="btn" href={view.accountHref}>
              Thiết bị đang đăng nhập
            </a>
          )
        }
      >
        <p>{view.summary}</p>
      </PageHead>
      {view.shortfalls.length > 0 && (
        <Note tone="fail">
          {view.shortfalls.map(({ words, step }) => (
            <p key={words}>
              {words} {step !== null && <a href={step.href}>{step.label}</a>}
            </p>
          ))}
        </Note>
      )}
      <div class="ha-stack">
        {(view.facts.length > 0 || view.acts.length > 0) && (
          <Panel id="t-thong-tin" heading="Thông tin, tài khoản">
            <Facts facts={view.facts} columns={2} />
            {view.acts.map((form) => (
              <ActForm key={form.id} form={form} csrf={frame.csrf} />
            ))}
          </Panel>
        )}
        <Panel id="t-vai-tro" heading="Vai trò" flush={view.roles.length > 0}>
          {view.roles.length === 0 ? (
            <p>Chưa được giao vai trò nào nên chưa thực hiện được việc nào trong phần mềm.</p>
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
    </PageShell>
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
