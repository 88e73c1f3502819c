import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Facts } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { MailLink, PhoneLink, type ListedOfficerView } from './officers-page.js';

/**
 * GET `/can-bo-dau-moi/don-vi/:unitId`: the officers of one unit, and who they were. POST `…/lien-he/:staffId` (`phone`, `email`, `since`) ·
 * `…/thay-doi` (`leavingId`, `takingId`, `validFrom`, `reason`, `phone`, `email`) draws the plan of a change.
 */
export interface OfficerUnitView {
  readonly name: string;
  /** Address and website; empty where neither is written down. */
  readonly place: string;
  readonly officers: readonly (ListedOfficerView & { readonly edit: ActFormView | null })[];
  /** Null for those who may only read. */
  readonly change: ActFormView | null;
  /** Newest first. */
  readonly terms: readonly { readonly id: string; readonly name: string; readonly period: string }[];
  readonly changes: readonly ChangeLineView[];
}

export interface ChangeLineView {
  readonly id: string;
  readonly href: string | null;
  readonly words: string;
  readonly day: string;
  readonly state: string;
  readonly by: string;
}

export function OfficerUnitPage({ frame, view }: { frame: PageFrame; view: OfficerUnitView }): VNode {
  const { officers, change, terms, changes } = view;
  return (
    <PageShell
      frame={frame}
      title={`Cán bộ đầu mối: ${view.name}`}
      place="officers"
      crumb={{ href: '/can-bo-dau-moi', label: 'Danh bạ cán bộ đầu mối' }}
    >
      <PageHead heading={view.name}>{view.place !== '' && <p>{view.place}</p>}</PageHead>
      <div class="ha-stack">
        {officers.length === 0 && (
          <Note tone="fail">
            <p>Đơn vị chưa có cán bộ đầu mối nên chưa nhận được phiếu.</p>
          </Note>
        )}
        {officers.map((officer) => (
          <Panel key={officer.id} id={`t-${officer.id}`} heading={officer.name}>
            <Facts
              facts={[
                { label: 'Chức vụ', value: officer.position },
                { label: 'Điện thoại', value: <PhoneLink phone={officer.phone} /> },
                { label: 'Thư điện tử', value: <MailLink email={officer.email} /> },
                { label: 'Phụ trách từ', value: officer.since ?? 'Chưa ghi' },
              ]}
            />
            {officer.edit !== null && <ActForm form={officer.edit} csrf={frame.csrf} about={officer.name} />}
          </Panel>
        ))}
        {change !== null && (
          <Panel id="t-thay-doi" heading="Thay đổi cán bộ đầu mối">
            <ActForm form={change} csrf={frame.csrf} />
          </Panel>
        )}
        {changes.length > 0 && (
          <Panel id="t-cac-lan" heading="Các lần thay đổi" flush>
            <CardTable
              caption="Các lần thay đổi, mới nhất trước"
              columns={CHANGE_COLUMNS}
              rows={changes}
              keyOf={({ id }) => id}
            />
          </Panel>
        )}
        {terms.length > 0 && (
          <Panel id="t-lich-su" heading="Các cán bộ đã phụ trách">
            <ul>
              {terms.map(({ id, name, period }) => (
                <li key={id}>
                  {name} <span class="ha-mute">{period}</span>
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

const CHANGE_COLUMNS: readonly CardColumn<ChangeLineView>[] = [
  { heading: 'Thay đổi', cell: ({ href, words }) => (href === null ? words : <a href={href}>{words}</a>) },
  { heading: 'Từ ngày', cell: ({ day }) => day },
  { heading: 'Tình trạng', cell: ({ state }) => state },
  { heading: 'Người lập', cell: ({ by }) => by },
];
