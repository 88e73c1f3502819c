/** The hotline: hands citizens' feedback to the e-office at a rate, and keeps what was taken from it. */
import { setTimeout as pause } from 'node:timers/promises';

export class Hotline {
  accepted = [];
  sent = 0;

  constructor(eOfficeUrl) {
    this.url = `${eOfficeUrl}/api/feedback`;
  }

  /** By the clock, whatever becomes of those before: what was late is made up for. */
  async send({ perSecond, seconds }) {
    const [began, before] = [performance.now(), this.sent];
    const all = Math.round(perSecond * seconds);
    const open = [];
    while (this.sent - before < all) {
      const due = Math.ceil(((performance.now() - began) * perSecond) / 1000);
      while (this.sent - before < Math.min(all, due)) open.push(this.one());
      await pause(20);
    }
    await Promise.all(open);
  }

  async one() {
    this.sent += 1;
    const answer = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(feedback(this.sent)),
    });
    if (!answer.ok) throw new Error(`The e-office did not take feedback: ${answer.status} ${await answer.text()}`);
    this.accepted.push(await answer.json());
  }
}

/** Three of ten bring a picture. */
function feedback(number) {
  return {
    kind: 'feedback',
    channel: 'app',
    category: 'Cơ sở vật chất',
    place: `Trường Tiểu học số ${number}`,
    subject: `Mái che sân trường số ${number} bị dột`,
    text: `Mái che sân trường số ${number} dột nhiều chỗ, trời mưa các cháu không có chỗ tập thể dục. Đề nghị Sở kiểm tra.`,
    sender: { name: 'Vũ Thị Thử', phone: `09010${String(number).padStart(5, '0')}`, keepSecret: false },
    sampleFiles: number % 10 < 3 ? ['giay-bao-thu.png'] : [],
  };
}
