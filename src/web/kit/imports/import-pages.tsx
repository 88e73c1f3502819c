import type { ComponentChildren, VNode } from 'preact';
import { ActFormBody, type ActFormView } from '../acts/act-form.js';
import { CardTable, type CardColumn } from '../card-table.js';
import { Code } from '../code.js';
import { Icon } from '../icon.js';
import { PageHead } from '../page-head.js';
import { Panel } from '../panel.js';
import { RowList, type RowView } from '../row-list.js';

/** Choosing a file of rows. */
export interface ImportChoiceView {
  readonly form: ActFormView;
  /** What may stand in the columns of the file, a sentence each. */
  readonly rules: readonly string[];
  /** Files brought before, newest first. */
  readonly before: readonly RowView[];
}

interface ImportChoiceProps {
  readonly heading: string;
  readonly lead: string;
  readonly samples: readonly { readonly href: string; readonly label: string }[];
  readonly view: ImportChoiceView;
  readonly csrf: string;
}

/** The content of a page on which a file of rows is chosen. */
export function ImportChoice({ heading, lead, samples, view, csrf }: ImportChoiceProps): VNode {
  return (
    <>
      <PageHead
        heading={heading}
        acts={samples.map((sample) => (
          <Sample key={sample.href} sample={sample} />
        ))}
      >
        <p>{lead}</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-tep" heading="Chọn tệp">
          <ActFormBody form={view.form} csrf={csrf} />
          {view.rules.map((rule) => (
            <p key={rule} class="ha-small ha-mute">
              {rule}
            </p>
          ))}
        </Panel>
        {view.before.length > 0 && (
          <Panel id="t-tep-truoc" heading="Tệp đã chọn gần đây">
            <RowList rows={view.before} />
          </Panel>
        )}
      </div>
    </>
  );
}

function Sample({ sample: { href, label } }: { sample: ImportChoiceProps['samples'][number] }): VNode {
  return (
    <a class="btn" href={href}>
      <Icon name="down" />
      {label}
    </a>
  );
}

interface ImportRowsProps<Row> {
  /** What the rows are: `Các dòng của tệp`. */
  readonly label: string;
  readonly columns: readonly CardColumn<Row>[];
  readonly rows: readonly Row[];
  /** How many more there are; null where all are shown. */
  readonly left: string | null;
}

/** The rows of a file, those that must be looked at first on top; the number of its row in front of each. */
export function ImportRows<Row extends { readonly line: string }>(props: ImportRowsProps<Row>): VNode {
  const { label, columns, rows, left } = props;
  const lined: readonly CardColumn<Row>[] = [{ heading: 'Dòng', cell: ({ line }) => <Code>{line}</Code> }, ...columns];
  return (
    <section class="ha-panel ha-last" aria-label={label}>
      <CardTable caption={`${label}, dòng phải xem trước`} columns={lined} rows={rows} keyOf={({ line }) => line} />
      {left !== null && <p class="ha-panel-f ha-small">{left}</p>}
    </section>
  );
}

/** What becomes of a row, and what must be corrected in it first. */
export function ImportOutcome({ children, flaws }: { children: ComponentChildren; flaws: readonly string[] }): VNode {
  return (
    <>
      {children}
      {flaws.map((flaw) => (
        <p key={flaw} class="invalid-feedback">
          <Icon name="alert" />
          <span>{flaw}</span>
        </p>
      ))}
    </>
  );
}
