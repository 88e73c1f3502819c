import type { VNode } from 'preact';
import { Empty } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { PUBLIC_SITE } from '../public-site/public-page.js';
import { SearchWords } from '../kit/search-words.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/can-bo-dau-moi?tim=&thieu=1`: who is contact officer of which unit; `/can-bo-dau-moi.xlsx` takes the same. */
export interface OfficersView {
  readonly summary: string;
  readonly words: string;
  readonly onlyMissing: boolean;
  /** Units without an officer, whatever is asked. */
  readonly missing: number;
  readonly sheetHref: string;
  readonly units: readonly ListedUnitView[];
}

export interface ListedUnitView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly address: string | null;
  readonly website: string | null;
  readonly officers: readonly ListedOfficerView[];
}

export interface ListedOfficerView {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly since: string | null;
}

const HEADINGS = ['Đơn vị', 'Cán bộ đầu mối', 'Điện thoại', 'Thư điện tử', 'Phụ trách từ'] as const;

export function OfficersPage({ frame, view }: { frame: PageFrame; view: OfficersView }): VNode {
  const { missing, onlyMissing, units } = view;
  return (
    <PageShell frame={frame} title="Danh bạ cán bộ đầu mối" place="officers" class="ha-print-wide">
      <PageHead
        heading="Danh bạ cán bộ đầu mối"
        acts={
          <>
            <a class="btn" href={`${PUBLIC_SITE}/dau-moi`}>
              Xem trang công khai
            </a>
            <a class="btn" href={view.sheetHref}>
              <Icon name="file" />
              Tải XLSX
            </a>
          </>
        }
      >
        <p>
          Phiếu được giao cho những người này. Văn phòng Sở cập nhật khi có thay đổi; in bằng lệnh in của trình duyệt.
        </p>
      </PageHead>
      {missing > 0 && !onlyMissing && (
        <Note tone="fail">
          <p>
            {missing} đơn vị chưa có cán bộ đầu mối nên chưa nhận được phiếu.{' '}
            <a href="/can-bo-dau-moi?thieu=1">Xem các đơn vị đó</a>
          </p>
        </Note>
      )}
      <form class="ha-filter" method="get" action="/can-bo-dau-moi">
        <SearchWords label="Tìm đơn vị hoặc cán bộ" hint="Gõ có dấu hay không dấu đều được." value={view.words} />
        <label class="form-check">
          <input class="form-check-input" type="checkbox" name="thieu" value="1" checked={onlyMissing} />
          <span class="form-check-label">Chỉ đơn vị chưa có</span>
        </label>
        <button class="btn btn-primary" type="submit">
          <Icon name="search" />
          Tìm
        </button>
      </form>
      <section class="ha-panel" aria-label="Danh bạ">
        {units.length === 0 ? (
          <Empty empty={onlyMissing && view.words === '' ? NOBODY_MISSING : UNMATCHED} />
        ) : (
          <Listed view={view} />
        )}
        <div class="ha-panel-f ha-small ha-mute">{view.summary}</div>
      </section>
    </PageShell>
  );
}

const NOBODY_MISSING = {
  kind: 'done',
  heading: 'Đơn vị nào cũng có cán bộ đầu mối',
  text: 'Không còn đơn vị nào phải cử người.',
  step: { href: '/can-bo-dau-moi', label: 'Xem cả danh bạ' },
} as const;

const UNMATCHED = {
  kind: 'unmatched',
  heading: 'Không thấy đơn vị hay cán bộ nào',
  text: 'Viết ít từ hơn, hoặc bỏ điều kiện lọc.',
  step: { href: '/can-bo-dau-moi', label: 'Xem cả danh bạ' },
} as const;

function Listed({ view: { units, summary } }: { view: OfficersView }): VNode {
  return (
    <table class="table ha-cards ha-dir" role="table">
      <caption class="ha-vh">Danh bạ cán bộ đầu mối, {summary}</caption>
      <TableHead headings={HEADINGS} />
      <tbody role="rowgroup">
        {units.flatMap((unit) =>
          unit.officers.length === 0
            ? [<MissingRow key={unit.id} unit={unit} />]
            : unit.officers.map((officer) => (
                <OfficerRow key={`${unit.id} ${officer.id}`} unit={unit} officer={officer} />
              )),
        )}
      </tbody>
    </table>
  );
}

function UnitCell({ unit }: { unit: ListedUnitView }): VNode {
  return (
    <th role="rowheader" scope="row">
      <a class="ha-strong" href={unit.href}>
        {unit.name}
      </a>
      {unit.address !== null && <span class="ha-sub ha-whole">{unit.address}</span>}
      {unit.website !== null && <span class="ha-sub">{unit.website}</span>}
    </th>
  );
}

function MissingRow({ unit }: { unit: ListedUnitView }): VNode {
  return (
    <tr role="row">
      <UnitCell unit={unit} />
      <td role="cell" data-label="Cán bộ đầu mối" colSpan={4}>
        <div>
          <Tag tone="fail">Chưa có cán bộ đầu mối</Tag>
        </div>
      </td>
    </tr>
  );
}

function OfficerRow({ unit, officer }: { unit: ListedUnitView; officer: ListedOfficerView }): VNode {
  return (
    <tr role="row">
      <UnitCell unit={unit} />
      <td role="cell" data-label="Cán bộ đầu mối">
        <div>
          {officer.name}
          <span class="ha-sub">{officer.position}</span>
        </div>
      </td>
      <td role="cell" data-label="Điện thoại">
        <div>
          <PhoneLink phone={officer.phone} />
        </div>
      </td>
      <td role="cell" data-label="Thư điện tử">
        <div>
          <MailLink email={officer.email} />
        </div>
      </td>
      <td role="cell" data-label="Phụ trách từ">
        <div>{officer.since ?? <span class="ha-mute">Chưa ghi</span>}</div>
      </td>
    </tr>
  );
}

/** How somebody is called; says so where nobody wrote it down. */
export function PhoneLink({ phone }: { phone: string | null }): VNode {
  if (phone === null) return <span class="ha-mute">Chưa ghi</span>;
  return (
    <a class="ha-nowrap" href={`tel:${phone.replaceAll(/[^\d+]/gu, '')}`}>
      {phone}
    </a>
  );
}

export function MailLink({ email }: { email: string | null }): VNode {
  if (email === null) return <span class="ha-mute">Chưa ghi</span>;
  const [name = '', host = ''] = email.split('@');
  return (
    <a href={`mailto:${email}`}>
      {name}
      <wbr />@{host}
    </a>
  );
}
