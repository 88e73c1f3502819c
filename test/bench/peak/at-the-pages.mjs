/** The department's people as their robot plays them, every act at the pages of the application: one looks at the ticket, fills in its form and sees what came of it. */
import { EOfficeDesk } from '../../../dist/src/cli/demo/e-office-desk.js';
import { DepartmentRobot } from '../../../dist/src/cli/demo/robot.js';
import { ReviewDraft, WriteDraft } from '../../../dist/src/drafting/index.js';
import { StaffEntity } from '../../../dist/src/organisation/index.js';
import { Database } from '../../../dist/src/platform/database/database.js';
import { NumberAndSeal } from '../../../dist/src/signing/index.js';
import {
  ApproveReply,
  AssignTicket,
  BeginReply,
  KeepEvidence,
  SendReply,
  SubmitReply,
  WorkOnTicket,
} from '../../../dist/src/tickets/index.js';
import { Visitor } from './visitor.mjs';

/**
 * @param {object} context use cases on the application's database, for what is only read
 * @param {{url: string, eOfficeUrl: string, told?: (act: string) => void}} where `told` hears each act before it is done
 * @returns {DepartmentRobot} acts go to the pages, reading goes to the use cases
 */
export function robotAtPages(context, { url, eOfficeUrl, told = () => undefined }) {
  const pages = new Pages(context, url, told);
  const acts = pages.acts();
  return new DepartmentRobot({ get: (token) => acts.get(token) ?? context.get(token) }, new Desk(eOfficeUrl, told));
}

class Desk extends EOfficeDesk {
  constructor(url, told) {
    super(url);
    this.told = told;
  }

  sign(id) {
    this.told('ký');
    return super.sign(id);
  }

  seal(id) {
    this.told('đóng dấu');
    return super.seal(id);
  }
}

class Pages {
  visitors = new Map();

  constructor(context, url, told) {
    this.context = context;
    this.url = url;
    this.told = told;
  }

  acts() {
    const ticket = (actor, id, act, fields) =>
      this.send(actor, `/phieu/${id}`, { action: `/phieu/${id}/${act}`, fields });
    const draft = (actor, id, act) => this.send(actor, `/du-thao/${id}`, { action: `/du-thao/${id}/${act}` });
    const numberAndSeal = (actor, id) =>
      this.send(actor, `/so-van-ban/di?phat-hanh=${id}`, { action: `/phat-hanh/${id}` });
    return new Map([
      [AssignTicket, { assign: (actor, { ticketId, ...to }) => ticket(actor, ticketId, 'giao', to) }],
      [
        WorkOnTicket,
        {
          accept: (actor, id) => ticket(actor, id, 'nhan'),
          note: (actor, id, note) => ticket(actor, id, 'tien-do', note),
        },
      ],
      [BeginReply, { begin: (actor, id) => ticket(actor, id, 'du-thao') }],
      [KeepEvidence, { stateNone: (actor, id, reason) => ticket(actor, id, 'khong-tai-lieu', { reason }) }],
      [WriteDraft, { save: (...given) => this.save(...given) }],
      [SendReply, { send: (actor, id) => draft(actor, id, 'trinh') }],
      [ApproveReply, { approve: (actor, id) => draft(actor, id, 'duyet-noi-dung') }],
      [ReviewDraft, { approve: (actor, id) => draft(actor, id, 'duyet-the-thuc') }],
      [SubmitReply, { submit: (actor, id) => draft(actor, id, 'trinh-ky') }],
      [NumberAndSeal, { numberAndSeal }],
    ]);
  }

  /** What a page refuses is due again at the next look. */
  async send({ id }, page, { action, fields }) {
    const visitor = await this.visitorOf(id);
    this.told(action.split('/').at(action.startsWith('/phat-hanh/') ? 1 : 3));
    await visitor.open(page);
    await visitor.send(action, fields);
  }

  async save({ id }, draftId, { fields, signerId, version }) {
    const visitor = await this.visitorOf(id);
    const page = `/du-thao/${draftId}`;
    const typed = Object.entries(fields).filter(([, value]) => typeof value === 'string' || Array.isArray(value));
    this.told('lưu');
    await visitor.open(page);
    await visitor.post(page, { ...Object.fromEntries(typed), signerId, version: String(version) });
  }

  async visitorOf(id) {
    if (!this.visitors.has(id)) {
      const { username } = await this.context.get(Database).reader.getRepository(StaffEntity).findOneByOrFail({ id });
      this.visitors.set(id, await Visitor.signedIn(this.url, username));
    }
    return this.visitors.get(id);
  }
}
