import type { INestApplicationContext } from '@nestjs/common';
import { DEMONSTRATION_PASSWORD } from '../../../src/cli/demo/people.js';
import { ReviewDraft, WriteDraft } from '../../../src/drafting/index.js';
import type { Actor } from '../../../src/kernel/actor.js';
import { StaffEntity } from '../../../src/organisation/index.js';
import { Database } from '../../../src/platform/database/database.js';
import { NumberAndSeal } from '../../../src/signing/index.js';
import {
  ApproveReply,
  AssignTicket,
  BeginReply,
  KeepEvidence,
  SendReply,
  SubmitReply,
  WorkOnTicket,
  type NoteField,
} from '../../../src/tickets/index.js';
import { overHttp, type AtThePages, type FormFields } from '../../support/at-the-pages.js';
import { WebVisitor } from '../../support/web-visitor.js';

type Note = { readonly field: NoteField; readonly audience: string; readonly text: string };

type Lines = Readonly<Record<string, string | readonly string[]>>;

interface Person {
  readonly visitor: WebVisitor;
  readonly pages: AtThePages;
}

interface Edited {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly signerId: string;
  readonly version: number;
}

/** What people do, each at the pages of the service with a session of their own. What a page refuses, or nobody answers, they see at their next look. */
export class PeopleOverHttp {
  /** How many forms were answered by the page that follows. */
  taken = 0;
  private readonly people = new Map<string, Promise<Person>>();
  private readonly acts: ReadonlyMap<unknown, object>;

  constructor(
    private readonly context: INestApplicationContext,
    private readonly url: string,
  ) {
    const ticket = (actor: Actor, id: string, act: string, fields?: FormFields): Promise<void> =>
      this.send(actor, `/phieu/${id}`, `/phieu/${id}/${act}`, fields);
    const draft = (actor: Actor, id: string, act: string): Promise<void> =>
      this.send(actor, `/du-thao/${id}`, `/du-thao/${id}${act}`);
    this.acts = new Map<unknown, object>([
      [
        AssignTicket,
        {
          assign: (actor: Actor, { ticketId, ...to }: { ticketId: string; unitId: string; officerId: string }) =>
            ticket(actor, ticketId, 'giao', to),
        },
      ],
      [
        WorkOnTicket,
        {
          accept: (actor: Actor, id: string) => ticket(actor, id, 'nhan'),
          note: (actor: Actor, id: string, note: Note) => ticket(actor, id, 'tien-do', { ...note }),
        },
      ],
      [BeginReply, { begin: (actor: Actor, id: string) => ticket(actor, id, 'du-thao') }],
      [
        KeepEvidence,
        {
          stateNone: (actor: Actor, id: string, reason: string) => ticket(actor, id, 'khong-tai-lieu', { reason }),
        },
      ],
      [
        WriteDraft,
        {
          save: (actor: Actor, id: string, { fields, signerId, version }: Edited) =>
            this.save(actor, `/du-thao/${id}`, { ...typed(fields), signerId, version: String(version) }),
        },
      ],
      [SendReply, { send: (actor: Actor, id: string) => draft(actor, id, '/trinh') }],
      [ApproveReply, { approve: (actor: Actor, id: string) => draft(actor, id, '/duyet-noi-dung') }],
      [ReviewDraft, { approve: (actor: Actor, id: string) => draft(actor, id, '/duyet-the-thuc') }],
      [SubmitReply, { submit: (actor: Actor, id: string) => draft(actor, id, '/trinh-ky') }],
      [
        NumberAndSeal,
        {
          numberAndSeal: (actor: Actor, id: string) =>
            this.send(actor, `/so-van-ban/di?phat-hanh=${id}`, `/phat-hanh/${id}`),
        },
      ],
    ]);
  }

  /** What the steps of a person ask of the application, by `get` alone: acts go to the pages, reading goes to the use cases. */
  get atThePages(): INestApplicationContext {
    const get = (token: never): unknown => this.acts.get(token) ?? this.context.get(token);
    return { get } as unknown as INestApplicationContext;
  }

  /** Sends the form of a page as it stands there, with what is filled in. */
  private send(actor: Actor, page: string, action: string, fields?: FormFields): Promise<void> {
    return this.as(actor, async ({ pages }) => {
      await pages.open(page);
      const { path } = await pages.send(action, fields);
      return path === action ? null : path;
    });
  }

  private save(actor: Actor, page: string, fields: Lines): Promise<void> {
    return this.as(actor, async ({ visitor }) => {
      await visitor.open(page);
      return (await visitor.post(page, fields)).headers.get('location');
    });
  }

  /** @param act what page it led to; null where it was refused */
  private async as({ id }: Actor, act: (person: Person) => Promise<string | null>): Promise<void> {
    const known = this.people.get(id) ?? this.signIn(id);
    this.people.set(id, known);
    try {
      const path = await act(await known);
      if (path?.startsWith('/dang-nhap') === true) this.people.delete(id);
      else if (path !== null) this.taken += 1;
    } catch {
      this.people.delete(id);
    }
  }

  private async signIn(id: string): Promise<Person> {
    const staff = this.context.get(Database).reader.getRepository(StaffEntity);
    const { username } = await staff.findOneByOrFail({ id });
    const visitor = new WebVisitor(this.url);
    await visitor.signIn(username, DEMONSTRATION_PASSWORD);
    return { visitor, pages: overHttp(visitor) };
  }
}

/** The fields of a letter as its form sends them. */
function typed(fields: Edited['fields']): Lines {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (line): line is [string, string | readonly string[]] => typeof line[1] === 'string' || Array.isArray(line[1]),
    ),
  );
}
