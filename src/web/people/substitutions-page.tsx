import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/**
 * GET `/lam-thay`: who acts for whom, as far as it concerns oneself; `trang` = where the lines of what was done begin. POST the same (`principalId`,
 * `substituteId`, `inRoles`, `validFrom`, `validTo`, `basis`) · `…/:id/dong-y` · `…/:id/cham-dut` · `…/vao` (`principalId`, `next`) · `…/thoi`.
 */
export interface SubstitutionsView {
  /** In whose place one may act now. */
  readonly standIns: readonly StandInView[];
  /** Those that hold now or later. */
  readonly open: readonly SubstitutionView[];
  readonly past: readonly SubstitutionView[];
  /** Null for a person who has nothing to hand over. */
  readonly form: ActFormView | null;
  readonly done: readonly DoneLineView[];
  readonly moreHref: string | null;
}

export interface StandInView {
  readonly principalId: string;
  /** `Ông Vũ Đức Thắng` */
  readonly name: string;
  readonly position: string;
  readonly roles: string;
  readonly until: string;
  /** Whose substitute one is, where it is not the person's own; null where it is. */
  readonly through: string | null;
  readonly isEntered: boolean;
}

export interface SubstitutionView {
  readonly id: string;
  readonly principal: string;
  readonly substitute: string;
  readonly roles: string;
  readonly period: string;
  readonly basis: string;
  readonly by: string;
  readonly state: string;
  /** Null for those who may not agree to it, and where somebody has. */
  readonly agreeAction: string | null;
  /** Null for those who may not end it. */
  readonly endAction: string | null;
}

export interface DoneLineView {
  readonly seq: number;
  readonly at: { readonly iso: string; readonly words: string };
  readonly who: string;
  readonly act: string;
  readonly object: string;
  readonly href: string | null;
}

export function SubstitutionsPage({ frame, view }: { frame: PageFrame; view: SubstitutionsView }): VNode {
  const { standIns, open, past, form } = view;
  return (
    <PageShell frame={frame} title="Xử lý thay" place={null}>
      <PageHead heading="Xử lý thay">
        <p>Ai xử lý thay ai khi vắng mặt. Mọi việc xử lý thay ghi tên cả hai người.</p>
      </PageHead>
      <div class="ha-stack">
        {standIns.length > 0 && (
          <Panel id="t-dang-thay" heading="Bạn xử lý thay được ngay bây giờ" flush>
            <CardTable
              caption="Những người bạn đang được giao xử lý thay, kết thúc sớm nhất trước"
              columns={standInColumns(frame.csrf)}
              rows={standIns}
              keyOf={({ principalId }) => principalId}
            />
          </Panel>
        )}
        <Panel
          id="t-giao"
          heading="Người vắng và người xử lý thay"
          flush
          footer={form && <ActForm form={form} csrf={frame.csrf} />}
        >
          {open.length === 0 ? (
            <Empty empty={NOBODY_AWAY} />
          ) : (
            <CardTable
              caption="Các lần giao đang có hiệu lực hoặc sắp tới, bắt đầu sớm nhất trước"
              columns={openColumns(frame.csrf)}
              rows={open}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
        <Done view={view} />
        {past.length > 0 && (
          <Panel id="t-da-qua" heading="Các lần đã kết thúc gần đây" flush>
            <CardTable
              caption="Các lần xử lý thay đã kết thúc, mới nhất trước"
              columns={COLUMNS}
              rows={past}
              keyOf={({ id }) => id}
            />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Done({ view: { done, moreHref } }: { view: SubstitutionsView }): VNode | null {
  if (done.length === 0) return null;
  const more = moreHref !== null && (
    <a class="btn" href={moreHref}>
      Xem các việc trước
    </a>
  );
  return (
    <Panel id="t-da-lam" heading="Đã xử lý thay khi bạn vắng" flush footer={more || null}>
      <CardTable
        caption="Việc người khác đã xử lý thay bạn, mới nhất trước"
        columns={DONE_COLUMNS}
        rows={done}
        keyOf={({ seq }) => seq}
      />
    </Panel>
  );
}

const NOBODY_AWAY = {
  kind: 'done',
  heading: 'Không ai vắng mặt',
  text: 'Trước khi nghỉ, giao người xử lý thay ở đây để phiếu không bị dừng.',
} as const;

const DONE_COLUMNS: readonly CardColumn<DoneLineView>[] = [
  { heading: 'Thời điểm', cell: ({ at }) => <time datetime={at.iso}>{at.words}</time> },
  { heading: 'Ai làm', cell: ({ who }) => who },
  { heading: 'Việc', cell: ({ act }) => act },
  { heading: 'Đối tượng', cell: ({ object, href }) => (href === null ? object : <a href={href}>{object}</a>) },
];

const COLUMNS: readonly CardColumn<SubstitutionView>[] = [
  { heading: 'Người vắng', cell: ({ principal }) => principal },
  { heading: 'Người xử lý thay', cell: ({ substitute }) => substitute },
  { heading: 'Vai trò', cell: ({ roles }) => roles },
  {
    heading: 'Thời gian, căn cứ',
    cell: ({ period, basis, by }) => (
      <>
        {period}
        <p class="ha-mute">
          {basis} ({by} giao)
        </p>
      </>
    ),
  },
  { heading: 'Tình trạng', cell: ({ state }) => state },
];

function openColumns(csrf: string): readonly CardColumn<SubstitutionView>[] {
  return [
    ...COLUMNS,
    {
      heading: 'Đồng ý, chấm dứt',
      cell: ({ agreeAction, endAction, principal }) => (
        <>
          {agreeAction !== null && (
            <ActButton action={agreeAction} csrf={csrf} label="Đồng ý" about={`xử lý thay ${principal}`} small />
          )}{' '}
          {endAction === null ? (
            <span class="ha-mute">Người giao chấm dứt được</span>
          ) : (
            <ActButton action={endAction} csrf={csrf} label="Chấm dứt" about={`xử lý thay ${principal}`} small />
          )}
        </>
      ),
    },
  ];
}

function standInColumns(csrf: string): readonly CardColumn<StandInView>[] {
  return [
    {
      heading: 'Xử lý thay',
      cell: ({ name, position, through }) => (
        <>
          {name}
          <p class="ha-mute">
            {position}
            {through !== null && `, qua ${through} cũng vắng`}
          </p>
        </>
      ),
    },
    { heading: 'Vai trò', cell: ({ roles }) => roles },
    { heading: 'Đến lúc', cell: ({ until }) => until },
    {
      heading: 'Xử lý thay ngay',
      cell: ({ principalId, name, isEntered }) =>
        isEntered ? (
          'Đang xử lý thay'
        ) : (
          <ActButton
            action="/lam-thay/vao"
            csrf={csrf}
            label="Bắt đầu xử lý thay"
            about={name}
            fields={{ principalId }}
            small
          />
        ),
    },
  ];
}
