import { byId, first } from './elements.js';
import { ownerOf, pageOf, renewParts } from './renew.js';

/** How often it is asked where nothing is told, in milliseconds: in sight, and behind other windows. */
const ASKS = 60_000;
const ASKS_HIDDEN = 180_000;
/** Many pages are told at once; they do not all come at once. */
const SPREAD = 300;
/** Between two renewals. */
const REST = 1_000;

/** Nothing that these pages show moves, and who owes a password or a code is let in nowhere else. */
const ACCOUNT = '/tai-khoan';

/**
 * While the page is in sight, the server tells it that something has moved, never what; the page asks for that by its own address, and renews in place
 * what may change. Where it is not told, it asks from time to time.
 */
export function followMoves() {
  if (byId(HTMLElement, 'chuong') && !location.pathname.startsWith(ACCOUNT)) new Moves().begin();
}

class Moves {
  /** @type {EventSource | null} */
  source = null;
  isOver = false;
  renewedAt = -REST;
  pending = 0;
  bar = first(HTMLElement, '[data-ticket-moved]');
  hasList = document.querySelector('[data-work-list]') !== null;

  begin() {
    this.open();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.close();
      else this.comeBack();
    });
    // The browser keeps pages of which it shows another.
    addEventListener('pagehide', () => this.close());
    addEventListener('pageshow', ({ persisted }) => persisted && this.comeBack());
    setInterval(() => this.askAtTimes(), ASKS);
  }

  comeBack() {
    this.renewSoon();
    this.open();
  }

  open() {
    if (this.source || this.isOver || document.hidden || !('EventSource' in window)) return;
    const { ticketMoved = '', line = '' } = this.bar?.dataset ?? {};
    const source = new EventSource(`/song?${new URLSearchParams({ phieu: ticketMoved, dong: line }).toString()}`);
    source.addEventListener('counts', () => void this.renewBell());
    source.addEventListener('list', () => this.hasList && this.renewSoon());
    source.addEventListener('ticket', ({ data }) => this.sayMoved(lineIn(data)));
    let wasOpen = false;
    source.addEventListener('open', () => {
      // What was told while the line was broken nobody heard.
      if (wasOpen) this.renewSoon();
      wasOpen = true;
    });
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) this.close();
    });
    this.source = source;
  }

  close() {
    this.source?.close();
    this.source = null;
  }

  askAtTimes() {
    if (this.source?.readyState === EventSource.OPEN) return;
    if (document.hidden && (!this.hasList || performance.now() - this.renewedAt < ASKS_HIDDEN)) return;
    this.comeBack();
  }

  renewSoon() {
    if (this.pending !== 0 || this.isOver) return;
    const wait = Math.max(Math.random() * SPREAD, this.renewedAt + REST - performance.now());
    this.pending = setTimeout(() => {
      this.pending = 0;
      this.renewedAt = performance.now();
      if (isSending()) this.renewSoon();
      else void this.renew();
    }, wait);
  }

  async renew() {
    if (!this.hasList && !this.bar) return this.renewBell();
    const shown = first(HTMLElement, 'main');
    const page = await this.ask(address());
    // Another list may have taken the place of the one that was asked for.
    if (!page || isSending() || shown?.isConnected !== true) return;
    renewParts(page);
    if (this.hasList) document.title = page.title;
    this.sayMoved(Number(first(HTMLElement, '[data-ticket-moved]', page)?.dataset.line ?? 0));
  }

  async renewBell() {
    const page = await this.ask('/song/chuong');
    if (page) renewParts(page);
  }

  /** @param {string} at */
  async ask(at) {
    try {
      const answer = await fetch(at, { headers: { accept: 'text/html', 'x-unattended': '1' } });
      const page = answer.ok ? pageOf(await answer.text()) : null;
      // Somebody signed out, signed in as somebody else, or may not see it any more.
      const isAnothers = page !== null && ownerOf(page) !== ownerOf(document);
      if (answer.redirected || isAnothers || [401, 403, 404].includes(answer.status)) this.end();
      else return page;
    } catch {
      // The network failed: it is asked again later.
    }
    return null;
  }

  /** @param {number} line the last one of the ticket's course */
  sayMoved(line) {
    if (!this.bar || line <= Number(this.bar.dataset.line) || this.bar.childElementCount > 0) return;
    const link = document.createElement('a');
    link.href = `${location.pathname}${location.search}`;
    link.textContent = 'Xem';
    // What was typed and not sent stays in its window.
    link.addEventListener('click', () => (link.target = isTypedIn() ? '_blank' : ''));
    this.bar.append('Phiếu vừa có thay đổi. ', link);
  }

  end() {
    this.isOver = true;
    this.close();
  }
}

/** Where this page is, with the list that it shows, and the ticket beside it. */
function address() {
  const at = new URL(location.href);
  // A home that names no list would answer with another, once something waits in one before it.
  const current = first(HTMLAnchorElement, '.ha-lists a[aria-current]');
  const list = current && new URL(current.href).searchParams.get('danh-sach');
  if (list && !at.searchParams.has('danh-sach')) at.searchParams.set('danh-sach', list);
  const shown = byId(HTMLElement, 'xem-truoc')?.dataset.ticket;
  if (shown !== undefined) at.searchParams.set('phieu', shown);
  return at.href;
}

/** A form that is about to go, or a question that waits for its answer. */
function isSending() {
  return document.querySelector('form[data-sent], dialog[open]') !== null;
}

/** Whether a field holds something else than what the page came with. */
function isTypedIn() {
  const fields = document.querySelectorAll('main textarea, main input:not([type="hidden"])');
  return [...fields].some((field) => 'value' in field && 'defaultValue' in field && field.value !== field.defaultValue);
}

/** @param {unknown} data of a word about a ticket */
function lineIn(data) {
  const { line } = /** @type {{ line: number }} */ (JSON.parse(String(data)));
  return line;
}
