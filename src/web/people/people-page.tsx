import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { Field } from '../kit/field.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { SearchWords } from '../kit/search-words.js';
import { Tag } from '../kit/tag.js';
import { OrganisationCrumb } from '../organisation/unit-page.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * GET `/to-chuc/nguoi?tim=&don-vi=&loc=&trang=`: people with an account; `them` = the unit for which somebody is added. POST the same (`fullName`, `honorific`, `position`, `unitId`,
 * `username`, `eOfficeCode`, `email`, `phone`) adds one.
 */
export interface PeopleView {
  readonly question: { readonly words: string; readonly unitId: string; readonly kind: string };
  readonly kinds: readonly Option[];
  readonly units: readonly Option[];
  readonly rows: readonly PersonRowView[];
  /** Which of how many are shown; `''` for nobody. */
  readonly summary: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly showsAccounts: boolean;
  /** Null for those who may not. */
  readonly add: ActFormView | null;
}

export interface PersonRowView {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly position: string;
  readonly unit: { readonly name: string; readonly href: string };
  readonly username: string;
  readonly roles: string;
  /** What a role of today wants and is not written down. */
  readonly lacks: string | null;
}

export function PeoplePage({ frame, view }: { frame: PageFrame; view: PeopleView }): VNode {
  const { rows, summary, showsAccounts, add, question } = view;
  const nobody = question.words === '' ? NOBODY[question.kind] : undefined;
  return (
    <PageShell frame={frame} title="Người dùng và vai trò" place={null}>
      <OrganisationCrumb />
      <PageHead
        heading="Người dùng và vai trò"
        acts={
          add === null ? undefined : (
            <a class="btn" href="/to-chuc/nguoi/nhap">
              <Icon name="file" />
              Nhập từ Excel
            </a>
          )
        }
      >
        <p>Ai có tài khoản trong phần mềm, thuộc đơn vị nào, giữ vai trò gì.</p>
      </PageHead>
      <div class="ha-stack">
        {add !== null && (
          <Panel id="t-them" heading="Người mới">
            <ActForm form={add} csrf={frame.csrf} />
          </Panel>
        )}
        <Filter view={view} />
        <section class="ha-panel" aria-label="Danh sách người">
          {rows.length === 0 ? (
            <Empty empty={nobody ?? UNMATCHED} />
          ) : (
            <CardTable
              caption="Người, theo tên"
              columns={showsAccounts ? WITH_ACCOUNTS : COLUMNS}
              rows={rows}
              keyOf={({ id }) => id}
            />
          )}
          {rows.length > 0 && <Pages summary={summary} view={view} />}
        </section>
      </div>
    </PageShell>
  );
}

/** Where the list alone says what there is none of. */
const NOBODY: Readonly<Record<string, EmptyView>> = {
  'thieu-ma': {
    kind: 'done',
    heading: 'Không ai thiếu mã trên hệ thống quản lý văn bản',
    text: 'Những người ký, ký tắt hoặc đóng dấu trong danh sách này đều đã có mã trên hệ thống quản lý văn bản.',
  },
  'chua-co-vai-tro': {
    kind: 'done',
    heading: 'Ai cũng đã có vai trò',
    text: 'Trong danh sách này không có tài khoản nào chưa được giao vai trò.',
  },
  'da-ngung': {
    kind: 'done',
    heading: 'Chưa ngừng tài khoản nào',
    text: 'Trong danh sách này không có người nào đã ngừng.',
  },
};

const UNMATCHED = {
  kind: 'unmatched',
  heading: 'Không có ai',
  text: 'Viết ít từ hơn, hoặc chọn đơn vị và danh sách khác.',
} as const;

function Filter({ view: { question, kinds, units } }: { view: PeopleView }): VNode {
  return (
    <form class="ha-filter" method="get" action="/to-chuc/nguoi">
      <SearchWords
        label="Tìm người"
        hint="Tên, tài khoản, chức vụ; có dấu hay không dấu đều được."
        value={question.words}
      />
      <Choose id="don-vi" label="Đơn vị" options={units} chosen={question.unitId} />
      <Choose id="loc" label="Hiện" options={kinds} chosen={question.kind} />
      <button class="btn btn-primary" type="submit">
        <Icon name="search" />
        Tìm
      </button>
    </form>
  );
}

function Choose({
  id,
  label,
  options,
  chosen,
}: {
  id: string;
  label: string;
  options: readonly Option[];
  chosen: string;
}): VNode {
  return (
    <div>
      <Field id={id} label={label}>
        <select id={id} name={id} class="form-select">
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === chosen}>
              {option.label}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}

function Pages({ summary, view: { previousHref, nextHref } }: { summary: string; view: PeopleView }): VNode {
  return (
    <div class="ha-panel-f ha-small ha-mute">
      {summary}
      {previousHref !== null && (
        <>
          {' · '}
          <a href={previousHref} rel="prev">
            Trang trước
          </a>
        </>
      )}
      {nextHref !== null && (
        <>
          {' · '}
          <a href={nextHref} rel="next">
            Trang sau
          </a>
        </>
      )}
    </div>
  );
}

const COLUMNS: readonly CardColumn<PersonRowView>[] = [
  { heading: 'Họ và tên', cell: ({ name, href }) => <a href={href}>{name}</a> },
  { heading: 'Chức vụ', cell: ({ position }) => position },
  { heading: 'Đơn vị', cell: ({ unit }) => <a href={unit.href}>{unit.name}</a> },
  {
    heading: 'Vai trò hôm nay',
    label: 'Vai trò',
    cell: ({ roles, lacks }) => (
      <>
        {roles} {lacks !== null && <Tag tone="fail">{lacks}</Tag>}
      </>
    ),
  },
];

const WITH_ACCOUNTS: readonly CardColumn<PersonRowView>[] = [
  ...COLUMNS.slice(0, 1),
  { heading: 'Tài khoản', cell: ({ username }) => username },
  ...COLUMNS.slice(1),
];
