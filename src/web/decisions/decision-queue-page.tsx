import type { VNode } from 'preact';
import { ActForm } from '../kit/acts/act-form.js';
import { Code } from '../kit/code.js';
import { Field } from '../kit/field.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PostForm } from '../kit/post-form.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import type { DeadlineWords } from '../kit/words/deadline.js';

/** GET `/quyet-dinh`, with `phieu`, several, for tickets that were chosen in a list: what waits for this person to decide, each with the citizen's words and the words that go out, agreed to one by one or many at once. */
export interface DecisionQueueView {
  /** The list in which the tickets were chosen, which are then marked; null where everything is shown that waits. */
  readonly back: string | null;
  readonly cards: readonly DecisionCardView[];
}

export interface DecisionCardView {
  readonly key: string;
  /** What is posted: the thing as it was read. */
  readonly value: string;
  readonly href: string;
  readonly code: string;
  readonly subject: string;
  readonly state: string;
  readonly deadline: DeadlineWords;
  /** The citizen's, as this person may read them. */
  readonly words: string;
  /** `Phạm Minh Tuệ đề xuất, 18/3 09:00` */
  readonly by: string;
  /** `Chuyển trả` */
  readonly asks: string;
  /** Whether it may be agreed to here; otherwise the ticket is opened. */
  readonly mayAgree: boolean;
  /** What is sent once it is agreed to. */
  readonly wording: string;
  /** A draft of what the leader writes to those who handle it; null where nothing is written. */
  readonly directive: string | null;
}

const AGREE = '/quyet-dinh/dong-y';
const REFUSE = '/quyet-dinh/khong-dong-y';
const MANY = 'chon-nhieu';

const NOTHING = {
  kind: 'done',
  heading: 'Không có việc nào chờ quyết định',
  text: 'Đề xuất của Văn thư và đề nghị của các đơn vị sẽ hiện ở đây.',
} as const;

const NOTHING_CHOSEN = {
  kind: 'done',
  heading: 'Không có việc nào chờ duyệt ở các phiếu đã chọn',
  text: 'Việc đã được quyết định, hoặc do người khác quyết định.',
} as const;

export function DecisionQueuePage({ frame, view }: { frame: PageFrame; view: DecisionQueueView }): VNode {
  const { cards, back } = view;
  return (
    <PageShell frame={frame} title="Chờ quyết định" place="work">
      <PageHead heading="Chờ quyết định">
        <p>
          Đồng ý thì việc được làm ngay như đề xuất, ghi tên người quyết định. Việc đã đổi từ lúc mở trang thì giữ lại
          để xem lại.
        </p>
      </PageHead>
      {cards.length === 0 ? (
        <section class="ha-panel">
          <Empty empty={back === null ? NOTHING : { ...NOTHING_CHOSEN, step: { href: back, label: 'Về danh sách' } }} />
        </section>
      ) : (
        <div class="ha-stack" data-card-list>
          {cards.map((card) => (
            <DecisionCard key={card.key} card={card} csrf={frame.csrf} isChosen={back !== null} />
          ))}
          {cards.some(({ mayAgree }) => mayAgree) && (
            <PostForm action={AGREE} csrf={frame.csrf} id={MANY}>
              {back !== null && <input type="hidden" name="ve" value={back} />}
              <button class="btn btn-primary" type="submit" data-key="y" data-agree-marked>
                Đồng ý các việc đã chọn
              </button>
            </PostForm>
          )}
        </div>
      )}
    </PageShell>
  );
}

interface CardProps {
  readonly card: DecisionCardView;
  /** Chosen in a list already. */
  readonly isChosen: boolean;
  readonly csrf: string;
}

function DecisionCard({ card, csrf, isChosen }: CardProps): VNode {
  const { key, value, code, state, deadline, words, by, wording, mayAgree } = card;
  return (
    <section class="ha-panel" aria-labelledby={`q-${key}`}>
      <div class="ha-panel-h">
        <h2 id={`q-${key}`}>
          <CardHeading card={card} isChosen={isChosen} />
        </h2>
      </div>
      <div class="ha-panel-b">
        <p class="ha-mute">
          <Code>{code}</Code> · {state} · <DeadlinePill deadline={deadline} /> · {by}
        </p>
        <h3>Người phản ánh viết</h3>
        <div class="ha-quote">
          <Paragraphs text={words} />
        </div>
        <h3>Nội dung đề xuất</h3>
        <div class="ha-quote">
          <Paragraphs text={wording} />
        </div>
        {mayAgree && <Agreement card={card} csrf={csrf} />}
        <ActForm
          csrf={csrf}
          about={`phiếu ${code}`}
          form={{
            id: `khong-${key}`,
            label: 'Không đồng ý…',
            action: REFUSE,
            submit: 'Không đồng ý',
            fields: [
              { kind: 'hidden', name: 'items', value },
              {
                kind: 'area',
                name: 'reason',
                label: 'Lý do (người đề xuất đọc)',
                required: true,
                rows: 2,
                maxLength: 1000,
              },
            ],
          }}
        />
      </div>
    </section>
  );
}

/** What is asked about which ticket, to be marked where it may be agreed to with others. */
function CardHeading({
  card: { value, href, subject, asks, mayAgree },
  isChosen,
}: Pick<CardProps, 'card' | 'isChosen'>): VNode {
  const words = (
    <>
      {asks}: <a href={href}>{subject}</a>
    </>
  );
  if (!mayAgree) return words;
  return (
    <label class="form-check">
      <input class="form-check-input" type="checkbox" name="items" value={value} checked={isChosen} form={MANY} />
      <span class="form-check-label">{words}</span>
    </label>
  );
}

function Agreement({ card: { key, value, code, directive }, csrf }: Pick<CardProps, 'card' | 'csrf'>): VNode {
  return (
    <PostForm action={AGREE} csrf={csrf}>
      <input type="hidden" name="items" value={value} />
      {directive !== null && (
        <Field id={`chi-dao-${key}`} label="Ý kiến chỉ đạo của lãnh đạo">
          <textarea class="form-control" id={`chi-dao-${key}`} name="directive" rows={2} maxLength={2000}>
            {directive}
          </textarea>
        </Field>
      )}
      <button class="btn btn-primary" type="submit" data-agree aria-label={`Đồng ý, phiếu ${code}`}>
        Đồng ý
      </button>
    </PostForm>
  );
}
