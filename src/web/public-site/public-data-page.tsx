import type { VNode } from 'preact';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Panel } from '../kit/panel.js';
import { PUBLIC_SITE, PublicPage } from './public-page.js';

/** GET `/cong-khai/du-lieu`: the files of open data, and what each of their fields means. */
export interface PublicDataView {
  readonly agency: string;
  readonly sets: readonly DataSetView[];
}

export interface DataSetView {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly meaning: string }[];
}

type FieldView = DataSetView['fields'][number];

const COLUMNS: readonly CardColumn<FieldView>[] = [
  { heading: 'Trường', cell: ({ name }) => <code>{name}</code> },
  { heading: 'Kiểu', cell: ({ type }) => type },
  { heading: 'Ý nghĩa', cell: ({ meaning }) => meaning },
];

export function PublicDataPage({ view: { agency, sets } }: { view: PublicDataView }): VNode {
  return (
    <PublicPage title="Dữ liệu mở" agency={agency} place="data">
      <p class="ha-lead">
        Được dùng lại tự do khi ghi nguồn. CSV theo RFC 4180, UTF-8; JSON kèm mô tả từng trường. Nội dung đã gỡ không
        còn trong tệp.
      </p>
      {sets.map(({ name, title, fields }) => (
        <Panel
          key={name}
          id={name}
          heading={title}
          class="ha-panel-gap"
          flush
          aside={
            <span class="ha-acts">
              <a href={`${PUBLIC_SITE}/du-lieu/${name}.csv`}>{name}.csv</a>
              <a href={`${PUBLIC_SITE}/du-lieu/${name}.json`}>{name}.json</a>
            </span>
          }
        >
          <CardTable
            caption={`Các trường của ${title}`}
            columns={COLUMNS}
            rows={fields}
            keyOf={(field) => field.name}
          />
        </Panel>
      ))}
    </PublicPage>
  );
}
