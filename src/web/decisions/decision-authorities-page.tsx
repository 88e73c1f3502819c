import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';

/** GET `/tham-quyen-quyet-dinh`: who decides what today, and by which document; what was before stands below. */
export interface DecisionAuthoritiesView {
  /** Each matter with those who decide it today. */
  readonly now: readonly { readonly matter: string; readonly by: string }[];
  /** In force or to come. */
  readonly lines: readonly DecisionAuthorityView[];
  /** Newest first. */
  readonly past: readonly DecisionAuthorityView[];
  /** Null for those who may only read. */
  readonly add: ActFormView | null;
}

export interface DecisionAuthorityView {
  readonly id: string;
  readonly holder: string;
  readonly matters: readonly string[];
  readonly scope: string | null;
  readonly validity: string;
  readonly isComing: boolean;
  readonly basis: string;
  readonly fileHref: string | null;
  readonly written: string;
  readonly ended: string | null;
  readonly end: ActFormView | null;
}

export function DecisionAuthoritiesPage({ frame, view }: { frame: PageFrame; view: DecisionAuthoritiesView }): VNode {
  const { now, lines, past, add } = view;
  return (
    <PageShell frame={frame} title="Thẩm quyền quyết định" place={null} crumb={{ href: '/to-chuc', label: 'Tổ chức' }}>
      <PageHead heading="Thẩm quyền quyết định">
        <p>
          Không tiếp nhận, chuyển trả, giao việc ngoài bảng phân công, gia hạn và công khai do lãnh đạo Sở quyết định,
          hoặc người, bộ phận được giao bằng văn bản. Người khác đề xuất; lãnh đạo quyết định ở trang{' '}
          <a href="/quyet-dinh">Chờ quyết định</a>.
        </p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-hom-nay" heading="Hôm nay ai quyết định">
          <CardTable
            caption="Từng việc và người quyết định hôm nay"
            columns={[
              { heading: 'Việc', cell: ({ matter }) => matter },
              { heading: 'Người quyết định', cell: ({ by }) => by },
            ]}
            rows={now}
            keyOf={({ matter }) => matter}
          />
        </Panel>
        {add !== null && (
          <Panel id="t-them" heading="Giao thẩm quyền">
            <ActForm form={add} csrf={frame.csrf} />
          </Panel>
        )}
        {lines.length > 0 && <Lines id="t-dang-giao" heading="Đang giao và sắp giao" lines={lines} csrf={frame.csrf} />}
        {past.length > 0 && <Lines id="t-da-het" heading="Đã hết" lines={past} csrf={frame.csrf} />}
      </div>
    </PageShell>
  );
}

interface LinesProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly DecisionAuthorityView[];
  readonly csrf: string;
}

function Lines({ id, heading, lines, csrf }: LinesProps): VNode {
  const columns: readonly CardColumn<DecisionAuthorityView>[] = [
    { heading: 'Giao cho', cell: ({ holder }) => holder },
    {
      heading: 'Việc được quyết định',
      cell: ({ matters, scope }) => (
        <>
          {matters.join('; ')}
          {scope !== null && <p class="ha-mute">{scope}</p>}
        </>
      ),
    },
    {
      heading: 'Thời hạn',
      cell: ({ validity, isComing, ended, end }) => (
        <>
          {validity} {isComing && <Tag>Chưa đến ngày</Tag>}
          {ended !== null && <p class="ha-mute">Chấm dứt: {ended}</p>}
          {end !== null && <ActForm form={end} csrf={csrf} />}
        </>
      ),
    },
    {
      heading: 'Căn cứ',
      cell: ({ basis, fileHref, written }) => (
        <>
          {fileHref === null ? basis : <a href={fileHref}>{basis}</a>}
          <p class="ha-mute">{written}</p>
        </>
      ),
    },
  ];
  return (
    <Panel id={id} heading={heading}>
      <CardTable caption={heading} columns={columns} rows={lines} keyOf={({ id: key }) => key} />
    </Panel>
  );
}
