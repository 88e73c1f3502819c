import type { VNode } from 'preact';
import type { SafetyCheck } from '../../safety/domain/safety-rule.js';
import { Empty } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { Panel } from '../kit/panel.js';
import { count } from '../kit/words/numbers.js';
import type { SafetyReading } from '../system/safety-page-query.js';

/** What is wrong with the software, for those who look after it. */
export interface FaultsView {
  /** `2 điều phải sửa ngay, 3 điều cần khắc phục.` */
  readonly summary: string;
  /** Gravest first. */
  readonly rows: readonly {
    readonly subject: string;
    readonly found: string;
    readonly mend: string;
    /** The page where it is mended; null where that is done on the machine. */
    readonly link: FaultLink | null;
    readonly isGrave: boolean;
  }[];
  /** Those that are not shown here. */
  readonly more: number;
}

interface FaultLink {
  readonly href: string;
  readonly label: string;
}

const SHOWN = 8;
const PEOPLE: FaultLink = { href: '/to-chuc/nguoi', label: 'Người dùng và vai trò' };
const EXCHANGE: FaultLink = { href: '/trao-doi', label: 'Trao đổi với bên ngoài' };
const TRUST: FaultLink = { href: '/kho-tin-cay', label: 'Chứng thư số tin cậy' };

/** Where a thing that was looked at is mended, by the name of the check. */
const MENDED_AT: Readonly<Partial<Record<string, FaultLink>>> = {
  outbox: EXCHANGE,
  inbox: EXCHANGE,
  'e-office': EXCHANGE,
  administrators: PEOPLE,
  'second-factor': PEOPLE,
  'unused-accounts': PEOPLE,
  'local-passwords': PEOPLE,
  'break-glass': PEOPLE,
  directory: { href: '/dong-bo-nhan-su', label: 'Đồng bộ nhân sự' },
  'trust-anchors': TRUST,
  certificate: TRUST,
};

export function faultsView({ working, safety }: SafetyReading): FaultsView {
  const of = (state: SafetyCheck['state']): readonly SafetyCheck[] =>
    [...working, ...safety].filter((one) => one.state === state);
  const [grave, weak] = [of('bad'), of('weak')];
  const rows = [...grave, ...weak].map(({ check, subject, found, mend, state }) => ({
    ...{ subject, found, mend },
    link: MENDED_AT[check] ?? null,
    isGrave: state === 'bad',
  }));
  return {
    summary:
      rows.length === 0
        ? 'không có gì phải sửa.'
        : `${count(grave.length)} điều phải sửa ngay, ${count(weak.length)} điều cần khắc phục.`,
    rows: rows.slice(0, SHOWN),
    more: Math.max(0, rows.length - SHOWN),
  };
}

export function Faults({ faults: { rows, more } }: { faults: FaultsView }): VNode {
  const all = <a href="/an-toan">{more === 0 ? 'An toàn hệ thống' : `Còn ${count(more)} điều ở An toàn hệ thống`}</a>;
  return (
    <Panel id="can-khac-phuc" heading="Điều cần khắc phục" footer={all}>
      {rows.length === 0 ? (
        <Empty
          empty={{
            kind: 'done',
            heading: 'Không có gì phải sửa',
            text: 'Khi hàng chờ dừng, ổ đĩa gần đầy, bản sao lưu cũ hoặc một thiết đặt còn yếu, điều đó và cách sửa hiện ở đây.',
          }}
        />
      ) : (
        <ul class="ha-faults">
          {rows.map(({ subject, found, mend, link, isGrave }) => (
            <li key={subject}>
              <Icon name="alert" tone={isGrave ? 'bad' : undefined} />
              <div>
                <b>{subject}</b>
                {isGrave && ' (phải sửa ngay)'}
                <p>{found}</p>
                {mend !== '' && <p>Cách sửa: {mend}</p>}
                {link !== null && (
                  <p>
                    Trang: <a href={link.href}>{link.label}</a>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
