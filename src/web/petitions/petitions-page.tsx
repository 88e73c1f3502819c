import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';

/** GET `/so-tiep-nhan-don`: the register of petitions of a year, `nam`; `loai` = one kind alone, `tat-ca` = those that have ended, too. */
export interface PetitionsView {
  readonly year: number;
  /** `3 đơn` */
  readonly summary: string;
  readonly rows: readonly PetitionRowView[];
  readonly kinds: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
  readonly years: readonly number[];
  readonly all: boolean;
  /** Null for those who do not keep the register. */
  readonly exportHref: string | null;
  readonly enter: ActFormView | null;
}

export interface PetitionRowView {
  readonly id: string;
  /** `3/2026` */
  readonly number: string;
  readonly received: string;
  /** Null for a secret petition that this person does not handle: of it number and day alone are told. */
  readonly read: {
    readonly href: string;
    readonly kind: string;
    readonly summary: string;
    readonly sender: string;
    readonly state: string;
    readonly pill: DeadlineWords | null;
    /** `hết ngày 20/03/2026`; empty where nothing is owed. */
    readonly due: string;
  } | null;
}

const TITLE = 'Sổ tiếp nhận đơn';
const SECRET = 'Đơn được giữ bí mật; chỉ người được giao xử lý đơn xem được.';

const COLUMNS: readonly CardColumn<PetitionRowView>[] = [
  { heading: 'Hạn', cell: ({ read }) => (read === null ? '' : <Due read={read} />) },
  { heading: 'Số', cell: ({ number, read }) => (read === null ? number : <a href={read.href}>{number}</a>) },
  { heading: 'Ngày nhận', cell: ({ received }) => received },
  { heading: 'Loại đơn', cell: ({ read }) => read?.kind ?? '' },
  { heading: 'Nội dung', cell: ({ read }) => read?.summary ?? <span class="ha-mute">{SECRET}</span> },
  { heading: 'Người đứng đơn', cell: ({ read }) => read?.sender ?? '' },
  { heading: 'Tình trạng', cell: ({ read }) => read?.state ?? '' },
];

function Due({ read: { pill, due } }: { read: NonNullable<PetitionRowView['read']> }): VNode {
  return (
    <>
      {pill !== null && <DeadlinePill deadline={pill} />}
      {due !== '' && <p class="ha-mute">{due}</p>}
    </>
  );
}

export function PetitionsPage({ frame, view }: { frame: PageFrame; view: PetitionsView }): VNode {
  const { rows, enter, exportHref } = view;
  const acts = exportHref !== null && (
    <a class="btn" href={exportHref}>
      <Icon name="down" />
      Xuất Excel
    </a>
  );
  return (
    <PageShell frame={frame} title={TITLE} place="registers">
      <PageHead heading={`${TITLE} năm ${String(view.year)}`} acts={acts}>
        <p>{view.summary} Khiếu nại, tố cáo, đề nghị bảo vệ người tố cáo; gần hạn nhất trước.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-don" heading="Đơn trong sổ" flush aside={<Filters view={view} />}>
          {rows.length === 0 ? (
            <Empty
              empty={{
                kind: 'unmatched',
                heading: 'Không có đơn nào',
                text: 'Đơn vào sổ khi Văn thư phân loại phiếu là khiếu nại, tố cáo, hoặc ghi từ đơn giấy.',
              }}
            />
          ) : (
            <CardTable
              caption="Đơn trong sổ, gần hạn nhất trước"
              columns={COLUMNS}
              rows={rows}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
        {enter !== null && (
          <Panel id="t-ghi-don" heading="Đơn giấy">
            <ActForm form={enter} csrf={frame.csrf} />
          </Panel>
        )}
      </div>
    </PageShell>
  );
}

function Filters({ view: { kinds, years, year, all } }: { view: PetitionsView }): VNode {
  return (
    <form class="ha-acts" action="/so-tiep-nhan-don">
      <label class="ha-vh" for="loc-nam">
        Năm
      </label>
      <select class="form-select ha-w-auto" id="loc-nam" name="nam">
        {years.map((one) => (
          <option key={one} value={String(one)} selected={one === year}>
            {one}
          </option>
        ))}
      </select>
      <label class="ha-vh" for="loc-loai">
        Loại đơn
      </label>
      <select class="form-select ha-w-auto" id="loc-loai" name="loai">
        {kinds.map(({ value, label, chosen }) => (
          <option key={value} value={value} selected={chosen}>
            {label}
          </option>
        ))}
      </select>
      <label class="ha-vh" for="loc-tinh-trang">
        Tình trạng
      </label>
      <select class="form-select ha-w-auto" id="loc-tinh-trang" name="tat-ca">
        <option value="" selected={!all}>
          Chưa kết thúc
        </option>
        <option value="1" selected={all}>
          Tất cả
        </option>
      </select>
      <button class="btn" type="submit">
        Lọc
      </button>
    </form>
  );
}
