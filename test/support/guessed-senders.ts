import { setTimeout as pause } from 'node:timers/promises';
import type { Abstract, Type } from '@nestjs/common';
import type { Actor } from '../../src/kernel/actor.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { AssignTicket, CitizenLookUp, ClassifyTicket, KeepEvidence, WorkOnTicket } from '../../src/tickets/index.js';
import {
  TicketAnswerEntity,
  TicketCoordinationEntity,
  TicketExtensionEntity,
  TicketFileEntity,
  TicketPauseEntity,
  TicketPublicationEntity,
} from '../../src/tickets/persistence/life.entities.js';
import { TicketEntity, TicketEntryEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PDF } from './life-of-a-ticket.js';
import { TestApp } from './test-app.js';
import type { TestBrowser } from './test-browser.js';
import { TestProgram } from './test-program.js';

const CLERK: Actor = { id: 'vanthu', name: 'vanthu', unitId: 'van-phong', roles: ['registryClerk'] };
const SCHOOL: Actor = { id: 'luc', name: 'Đoàn Văn Lực', unitId: 'nui-voi', roles: ['contactOfficer'] };

const KHAI = { name: 'Bùi Văn Khải', phone: '0912 345 678', email: 'khai.bv@example.com', address: '142 Lạch Tray' };
const HOAI = { name: 'Lương Thị Hoài', phone: '0933 444 555', email: 'hoai.lt@example.com', address: '27 Cầu Đất' };

/** What is true of the one sender or of the other, whole and in parts, and as a unit would write it down. */
const TRUE_ONES = [KHAI, HOAI].flatMap(({ name, phone, email, address }) => {
  const words = name.split(' ');
  const digits = phone.replaceAll(' ', '');
  return [
    ...[name, words.slice(1).join(' '), words.at(-1) ?? '', name.toUpperCase()],
    ...[phone, digits, `+84${digits.slice(1)}`, digits.slice(-6), digits.slice(-8), digits.slice(2)],
    ...[email, email.split('@')[0] ?? '', address, `số ${address}`],
  ];
});

const SURNAMES = 'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Ngô'.split(' ');
const MIDDLES = 'Văn Thị Hữu Minh Thu Đức Ngọc Quang Hồng Gia'.split(' ');
const GIVEN = 'Khải Hoài An Bình Châu Dũng Giang Hà Hiếu Lan Long Mai Nam Phúc Quyên Sơn Thảo Trang Tuấn Yến'.split(
  ' ',
);

/** So many guesses at who wrote, the true ones first, always the same. */
export function guesses(count: number): readonly string[] {
  const others = Array.from({ length: count }, (_none, at) => {
    const [surname, middle] = [SURNAMES[at % 10] ?? '', MIDDLES[Math.floor(at / 10) % 10] ?? ''];
    const given = GIVEN[Math.floor(at / 100) % 20] ?? '';
    return at % 7 === 3 ? `09${String(10_000_000 + at * 7919).slice(-8)}` : `${surname} ${middle} ${given}`;
  });
  return [...TRUE_ONES, ...others].slice(0, count);
}

const KEPT_OF_A_ROUND = [
  ...[TicketEntryEntity, TicketFileEntity, TicketPauseEntity, TicketExtensionEntity, TicketCoordinationEntity],
  ...[TicketAnswerEntity, TicketPublicationEntity],
];

/** An app with one ticket that complains of a school and lies with it. All that differs from another such app is who sent it. */
class World {
  private constructor(
    readonly app: TestApp,
    readonly ticket: TicketEntity,
    private readonly browser: TestBrowser,
    private readonly program: TestProgram,
  ) {}

  static async of(sender: typeof KHAI, complainedUnitId: string | null): Promise<World> {
    const app = await TestApp.open();
    const text = 'Thầy giáo mắng học sinh trong giờ học, nhà trường chưa trả lời phụ huynh.';
    const ticket = await app.receive({
      subject: 'Thái độ của giáo viên',
      text,
      sender: { ...sender, keepSecret: false },
    });
    const about = { nature: 'feedback', kind: 'feedback', level: 'normal', category: 'staffConduct' } as const;
    await app.nest.get(ClassifyTicket).classify(CLERK, ticket.id, { ...about, complainedUnitId });
    await app.nest.get(AssignTicket).assign(CLERK, { ticketId: ticket.id, unitId: 'nui-voi', officerId: 'luc' });
    await app.nest.get(WorkOnTicket).accept(SCHOOL, ticket.id);
    return new World(app, ticket, await app.browserOf('luc'), await TestProgram.of(app, 'luc'));
  }

  /** Everything that the school writes and asks with these guesses, and every answer it gets. */
  async ask(guessed: readonly string[]): Promise<readonly string[]> {
    const told: string[] = [];
    const text = `Nhà trường cho rằng người gửi là: ${guessed.join('; ')}. Đề nghị xác nhận.`;
    const act = async (name: string, body: Record<string, unknown>): Promise<void> => {
      // What happens at one moment is listed in the order of its ids, which are drawn.
      this.app.clock.advance(1000);
      const { status, body: answer } = await unhurried(() => this.program.act(this.ticket.id, name, body));
      told.push(`${name} ${String(status)} ${JSON.stringify(answer)}`);
    };
    await this.forget();
    await this.stand({ state: 'processing', informationAsked: false, extensionsLeft: 2, extensionAskedById: null });
    await act('note', { field: 'progress', audience: 'internal', text, verbatim: false });
    await act('note', { field: 'measure', audience: 'hotline', text, verbatim: false });
    await act('note', { field: 'result', audience: 'hotline', text, verbatim: true });
    await act('requestExtension', { workingDays: 1, reason: text, progress: text, verbatim: true });
    await act('askCoordination', { asks: [{ unitId: 'gdtrh', question: text }] });
    await this.stand({ state: 'processing', answerProposedById: null, evidence: null });
    await act('askCitizen', { text, verbatim: true });
    await act('citizenReplied', { text });
    await act('proposeAnswer', { text, noEvidenceReason: text, verbatim: true });
    await this.stand({ state: 'processing', answerProposedById: null });
    const name = `${guessed.slice(0, 3).join(' ').slice(0, 80)}.pdf`;
    await this.get(KeepEvidence).add(SCHOOL, this.ticket.id, [{ name, content: PDF }]);
    await this.stand({ state: 'answered', publicationAskedById: null, publishedAt: null });
    for (const guess of guessed) {
      const wish = `Nhà trường đã trả lời cha mẹ học sinh. Đã trao đổi với ${guess}.`;
      const asked = { title: 'Kết quả xác minh tại trường', text: wish, left: [guess], consent: true };
      await act('requestPublication', asked);
      await this.stand({ publicationAskedById: null });
    }
    told.push(
      JSON.stringify(
        (
          await unhurried(() =>
            this.program.post(`tickets/${this.ticket.id}/identity`, { purpose: text.slice(0, 190) }),
          )
        ).body,
      ),
    );
    for (const guess of guessed) await this.search(guess, told);
    await this.read(told);
    return told.map(plain);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private async search(guess: string, told: string[]): Promise<void> {
    const words = encodeURIComponent(guess);
    told.push(JSON.stringify((await unhurried(() => this.program.get(`search?words=${words}`))).body));
    const end = guess.replace(/\D/gu, '').slice(-4);
    if (end.length === 4) told.push(JSON.stringify((await this.get(CitizenLookUp).ask(this.ticket.code, end)).found));
  }

  /** What the school may open, with what it has written in it. */
  private async read(told: string[]): Promise<void> {
    await this.app.work();
    for (const path of [`/phieu/${this.ticket.id}`, '/phieu', '/', '/thong-bao'])
      told.push((await unhurried(() => this.browser.get(path))).body);
    for (const path of ['', '/course', '/life'])
      told.push(JSON.stringify((await unhurried(() => this.program.get(`tickets/${this.ticket.id}${path}`))).body));
  }

  /** What an earlier round has left is looked at in that round; a page of all of them would only be long. */
  private async forget(): Promise<void> {
    const ticketId = this.ticket.id;
    await this.get(UnitOfWork).run(async (tx) => {
      for (const kept of KEPT_OF_A_ROUND) await tx.delete(kept, { ticketId });
    });
  }

  /** As if the time between had passed; a ticket goes through each of these once in a round. */
  private async stand(change: Partial<TicketEntity>): Promise<void> {
    await this.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: this.ticket.id }, change));
  }

  private get<Part>(part: Type<Part> | Abstract<Part>): Part {
    return this.app.nest.get(part, { strict: false });
  }
}

/** Asks again once the minute is over in which nobody may ask so often. */
async function unhurried<Answer extends { readonly headers: Readonly<Record<string, unknown>> }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    const seconds = Number(answer.headers['retry-after'] ?? 0);
    if (seconds === 0) return answer;
    await pause(seconds * 1000);
  }
}

/** An answer without what is drawn anew in every app: ids, tokens. */
function plain(answer: string): string {
  return answer
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, 'ID')
    .replace(/(name="_csrf" value=|content=|data-csrf=|nonce=)"[^"]*"/gu, '$1""')
    .replace(/[0-9a-f]{64}/gu, 'SHA');
}

export interface GuessesTold {
  readonly guesses: number;
  readonly answers: number;
  /** Answers that depend on who sent the ticket. */
  readonly differing: readonly string[];
  /** What became of the acts, each once: `note 200`, `requestPublication 422`. */
  readonly acts: readonly string[];
}

/**
 * Lets the school guess at who wrote, in two installations that differ in that alone, through every place where it can write or ask. What it is answered must
 * be the same in both: then no answer says anything of who it was.
 *
 * @param complainedUnitId null where nobody has said yet of whom it complains
 */
export async function guessSenders(
  count: number,
  atOnce: number,
  complainedUnitId: string | null,
): Promise<GuessesTold> {
  const worlds = [await World.of(KHAI, complainedUnitId), await World.of(HOAI, complainedUnitId)] as const;
  const differing: string[] = [];
  const acts = new Set<string>();
  let answers = 0;
  try {
    const all = guesses(count);
    for (let from = 0; from < all.length; from += atOnce) {
      const guessed = all.slice(from, from + atOnce);
      const [first, second] = [await worlds[0].ask(guessed), await worlds[1].ask(guessed)];
      answers += first.length;
      for (const answer of first) acts.add(/^[a-zA-Z]+ \d{3}/u.exec(answer)?.[0] ?? '');
      for (const [at, answer] of first.entries())
        if (answer !== second[at]) differing.push(firstDifference(answer, second[at] ?? ''));
    }
    return { guesses: all.length, answers, differing, acts: [...acts].filter(Boolean).toSorted() };
  } finally {
    for (const world of worlds) await world.close();
  }
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one.charAt(at) === other.charAt(at)) at += 1;
  return `${one.slice(Math.max(0, at - 60), at + 60)} ≠ ${other.slice(Math.max(0, at - 60), at + 60)}`;
}
