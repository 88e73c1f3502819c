import type { ComponentChildren, VNode } from 'preact';
import type { DeadlineWords } from '../kit/words/deadline.js';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { BarredButton } from '../kit/barred-button.js';
import { Code } from '../kit/code.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { GivenNumberActs, type GivenNumberView } from './given-number.js';
import { Icon, type IconName } from '../kit/icon.js';
import { Panel } from '../kit/panel.js';

/** A condition that must hold before the release. */
export interface ReleaseCondition {
  readonly result: 'pass' | 'fail' | 'unknown';
  readonly text: string;
  readonly detail: string | null;
  readonly href: string | null;
}

/** One act of the release, in order; it is dated once it is done. */
export interface ReleaseAct {
  readonly state: 'ahead' | 'now' | 'done' | 'stop';
  readonly text: string;
  readonly detail: string | null;
}

/** One letter that waits for number, seal and sending. */
export interface ReleaseView {
  /** Posts nothing but the token. */
  readonly action: string;
  /** Where the reason is posted for which its number is voided. */
  readonly voidAction: string;
  readonly subject: string;
  readonly deadline: DeadlineWords | null;
  readonly ticket: { readonly code: string; readonly href: string } | null;
  readonly conditions: readonly ReleaseCondition[];
  readonly acts: readonly ReleaseAct[];
  /** The number it will take, or has taken: `513`; with its notation: `513/SGDĐT-GDTrH`. */
  readonly number: string;
  readonly fullNumber: string;
  /** How it comes to a number of the e-office's book; null where the number is known here. */
  readonly given: GivenNumberView | null;
  /** What the release sends, for the last question: `Văn bản gửi tới 3 nơi nhận và Tổng đài 1022 ngay sau khi đóng dấu.` */
  readonly consequence: string;
  /** `running` = it was pressed and is under way; `stopped` = it has its number and no good seal. */
  readonly state: 'waiting' | 'running' | 'stopped';
  /** This person may press. */
  readonly may: boolean;
  /** Page 1 of what is to leave, as a picture, and where all of it is shown; null before there is a file, and for those who may not press. */
  readonly firstPage: { readonly src: string; readonly href: string } | null;
  /** Why it cannot be released yet; null when it can. */
  readonly blocked: string | null;
  /** `1 trên 2 văn bản chờ` */
  readonly position: string;
}

const RESULTS: Readonly<
  Record<ReleaseCondition['result'], { readonly icon: IconName; readonly tone?: 'ok' | 'bad'; readonly said: string }>
> = {
  pass: { icon: 'check', tone: 'ok', said: 'Đạt: ' },
  fail: { icon: 'x', tone: 'bad', said: 'Không đạt: ' },
  unknown: { icon: 'half', said: 'Chưa đủ căn cứ: ' },
};

const ACTS: Readonly<
  Record<Exclude<ReleaseAct['state'], 'ahead'>, { icon: IconName; tone?: 'ok' | 'bad'; said: string }>
> = {
  done: { icon: 'check', tone: 'ok', said: 'Đã xong: ' },
  now: { icon: 'clock', said: 'Đang làm: ' },
  stop: { icon: 'x', tone: 'bad', said: 'Dừng: ' },
};

const ACTS_HEADING: Readonly<Record<ReleaseView['state'], string>> = {
  waiting: 'Bấm một lần, lần lượt làm',
  running: 'Đang phát hành',
  stopped: 'Dừng ở bước đóng dấu',
};

/** Conditions, then acts in order, then the one button that names its number. */
export function ReleaseChecklist({ release, csrf }: { release: ReleaseView; csrf: string }): VNode {
  return (
    <Panel
      id="t-phat-hanh"
      heading="Phát hành"
      class="ha-release"
      aside={<span class="ha-small ha-mute">{release.position}</span>}
      footer={release.may && release.state !== 'running' ? <ReleaseActs release={release} csrf={csrf} /> : null}
    >
      <p class="ha-strong">{release.subject}</p>
      <p class="ha-small">
        {release.deadline !== null && <DeadlinePill deadline={release.deadline} />}{' '}
        {release.ticket !== null && (
          <a href={release.ticket.href}>
            <Code>{release.ticket.code}</Code>
          </a>
        )}
      </p>
      {release.firstPage !== null && <FirstPage page={release.firstPage} />}
      <h3 id="dieu-kien-phat-hanh">Điều kiện</h3>
      <ul class="ha-check">
        {release.conditions.map((condition) => (
          <Condition key={condition.text} condition={condition} />
        ))}
      </ul>
      <h3>{ACTS_HEADING[release.state]}</h3>
      <ol class="ha-check ha-check-n">
        {release.acts.map((act) => (
          <Act key={act.text} act={act} />
        ))}
      </ol>
    </Panel>
  );
}

/** Opens the whole letter beside the register. */
function FirstPage({ page: { src, href } }: { page: NonNullable<ReleaseView['firstPage']> }): VNode {
  return (
    <a class="ha-release-p" href={href} data-view="">
      <img class="ha-page" src={src} width={A4.width} height={A4.height} alt="Trang 1 của văn bản" />
      <span>Xem cả văn bản</span>
    </a>
  );
}

/** An A4 page as it is drawn, in points. */
const A4 = { width: 1131, height: 1600 };

function ReleaseActs({ release, csrf }: { release: ReleaseView; csrf: string }): VNode {
  if (release.state === 'stopped') {
    return (
      <div class="ha-acts">
        {release.blocked === null && (
          <ActButton action={release.action} csrf={csrf} label="Yêu cầu đóng dấu lại" primary />
        )}
        <span class="ha-small">
          {release.blocked ?? `Giữ nguyên số ${release.fullNumber}; tệp trả về được kiểm tra lại từ đầu.`}
        </span>
        <ActForm form={voidForm(release)} csrf={csrf} />
      </div>
    );
  }
  const label = release.given === null ? `Phát hành số ${release.number}` : 'Phát hành';
  if (release.blocked !== null) {
    return (
      <div class="ha-acts">
        <BarredButton label={label} because="vi-sao-chua-phat-hanh" />
        <span class="ha-small" id="vi-sao-chua-phat-hanh">
          {release.blocked} <a href="#dieu-kien-phat-hanh">Xem điều kiện chưa đạt</a>
        </span>
      </div>
    );
  }
  const { given, action, consequence } = release;
  if (given !== null) return <GivenNumberActs given={given} action={action} consequence={consequence} csrf={csrf} />;
  return (
    <div class="ha-acts">
      <ActButton action={release.action} csrf={csrf} label={label} primary confirm="xac-nhan-phat-hanh" />
      <ConfirmDialog id="xac-nhan-phat-hanh" heading={`Phát hành văn bản số ${release.number}?`} submit={label}>
        <p>
          Số {release.fullNumber} sẽ thuộc về văn bản này và không dùng lại được. {release.consequence}
        </p>
      </ConfirmDialog>
    </div>
  );
}

function voidForm({ number, fullNumber, voidAction }: ReleaseView): ActFormView {
  return {
    id: 'huy-so',
    label: `Hủy số ${number}…`,
    action: voidAction,
    submit: `Hủy số ${number}`,
    lead: `Số ${fullNumber} ở lại trong sổ cùng lý do, không dùng lại; văn bản về người soạn để trình ký lại và lấy số khác.`,
    fields: [{ kind: 'area', name: 'reason', label: 'Lý do hủy số', required: true, rows: 3, maxLength: 480 }],
  };
}

function Condition({ condition }: { condition: ReleaseCondition }): VNode {
  const { icon, tone, said } = RESULTS[condition.result];
  return (
    <Checked icon={icon} tone={tone} said={said}>
      {condition.text}
      {(condition.detail !== null || condition.href !== null) && (
        <small>
          {condition.detail} {condition.href !== null && <a href={condition.href}>Xem</a>}
        </small>
      )}
    </Checked>
  );
}

function Act({ act }: { act: ReleaseAct }): VNode {
  const words = (
    <>
      {act.text}
      {act.detail !== null && <small>{act.detail}</small>}
    </>
  );
  if (act.state === 'ahead') {
    return (
      <li>
        <div>{words}</div>
      </li>
    );
  }
  const { icon, tone, said } = ACTS[act.state];
  return (
    <Checked icon={icon} tone={tone} said={said}>
      {words}
    </Checked>
  );
}

function Checked({
  icon,
  tone,
  said,
  children,
}: {
  icon: IconName;
  tone?: 'ok' | 'bad' | undefined;
  said: string;
  children: ComponentChildren;
}): VNode {
  return (
    <li class="is-marked">
      <Icon name={icon} tone={tone} />
      <div>
        <span class="ha-vh">{said}</span>
        {children}
      </div>
    </li>
  );
}
