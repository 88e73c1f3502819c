import { sha256Of } from '../../../../src/kernel/sha256.js';
import type { PendingMessage, SendMessageRequest, SendMessageResponse } from '../../soap/contract.js';
import type { Chapter } from '../chapter.js';
import { needed, requireThat, Skipped } from '../check.js';
import type { PeerUnderTest } from '../peer.js';
import { aConsignment, aLetter } from '../samples.js';

const MAX_PAGES = 50;
const REPEATS = 8;

interface Loop {
  sent?: { readonly request: SendMessageRequest; readonly receipt: SendMessageResponse };
  arrived?: PendingMessage;
}

/**
 * Clauses 3 and 5.2 to 5.4: a message from the agency to itself, sent, sent again, found, fetched and acknowledged. At
 * the end nothing of it waits any more.
 */
export const loopChapter: Chapter = (peer) => {
  const loop: Loop = {};
  const sent = (): NonNullable<Loop['sent']> => needed(loop.sent, 'chưa gửi được tin nào');
  const arrived = (): PendingMessage => needed(loop.arrived, 'tin đã gửi chưa về hộp thư');
  return [
    {
      id: 'LOOP-01',
      clause: '5.4',
      title: 'SendMessage: tin gửi lần đầu có biên nhận, không bị coi là trùng',
      run: async () => {
        if (!peer.options.write) throw new Skipped('Cần --write: cho phép gửi một tin từ cơ quan tới chính nó.');
        const letter = aLetter({ from: peer.agency, to: peer.agency, at: peer.clock.now() });
        const request = aConsignment(letter);
        const receipt = await peer.ask('SendMessage', request);
        loop.sent = { request, receipt };
        requireThat(!receipt.duplicate, 'Tin mới mà ghi duplicate=true.');
      },
    },
    {
      id: 'LOOP-02',
      clause: '3.1',
      title: 'SendMessage: gửi lại y nguyên, nhiều lần cùng lúc, thì vẫn một biên nhận, duplicate=true',
      run: async () => {
        const { request, receipt } = sent();
        const again = await Promise.all(Array.from({ length: REPEATS }, () => peer.ask('SendMessage', request)));
        for (const { receiptId, messageId, duplicate } of again) {
          const same = receiptId === receipt.receiptId && messageId === receipt.messageId;
          requireThat(same, 'Gửi lại cùng mã mà được biên nhận khác.');
          requireThat(duplicate, 'Gửi lại cùng mã mà ghi duplicate=false.');
        }
      },
    },
    {
      id: 'LOOP-03',
      clause: '3.2',
      title: 'SendMessage: cùng mã, nội dung khác thì bị từ chối với EO-CONFLICT',
      run: async () => {
        const { consignmentId } = sent().request;
        const other = aLetter({ from: peer.agency, to: peer.agency, at: peer.clock.now(), subject: 'Nội dung khác' });
        await peer.refusal('SendMessage', aConsignment(other, consignmentId), 'EO-CONFLICT');
      },
    },
    {
      id: 'LOOP-04',
      clause: '5.1',
      title: 'ListPending: tin nằm trong danh sách đúng một lần',
      run: async () => {
        const { request } = sent();
        const found = await waitingOf(peer, request);
        requireThat(found.length === 1, `Tin hiện ${found.length} lần trong danh sách, phải đúng một lần.`);
        loop.arrived = found[0];
        requireThat(loop.arrived?.size === request.edxml.size, 'Kích thước trong danh sách khác kích thước tin.');
        requireThat(loop.arrived.fromAgency === peer.agency, 'Cơ quan gửi trong danh sách không đúng.');
      },
    },
    {
      id: 'LOOP-05',
      clause: '5.2',
      title: 'GetMessage: cả tin về đúng nguyên vẹn, đúng mã băm',
      run: async () => {
        const { messageId } = arrived();
        const { edxml, sha256, totalSize, offset } = await peer.ask('GetMessage', { messageId });
        requireThat((await edxml.sha256()) === sent().request.sha256, 'Nội dung tin không còn như lúc gửi.');
        requireThat(sha256 === sent().request.sha256, 'Mã băm ghi kèm không phải của tin.');
        requireThat(totalSize === edxml.size && offset === 0, 'totalSize hoặc offset không khớp.');
      },
    },
    {
      id: 'LOOP-06',
      clause: '5.2',
      title: 'GetMessage: lấy từng đoạn theo offset, length rồi ghép lại thì đúng tin',
      run: async () => {
        const { messageId, size } = arrived();
        const length = Math.ceil(size / 3);
        const parts: Buffer[] = [];
        for (let offset = 0; offset < size; offset += length) {
          const part = await peer.ask('GetMessage', { messageId, offset, length });
          requireThat(
            part.offset === offset && part.edxml.size === Math.min(length, size - offset),
            'Đoạn trả về không phải đoạn đã hỏi.',
          );
          requireThat(part.sha256 === sent().request.sha256, 'Mã băm đi với một đoạn phải là của cả tin.');
          parts.push(await part.edxml.read());
        }
        requireThat(
          sha256Of(Buffer.concat(parts)) === sent().request.sha256,
          'Các đoạn ghép lại không thành tin đã gửi.',
        );
        await peer.refusal('GetMessage', { messageId, offset: size + 1 }, 'EO-VALIDATION');
      },
    },
    {
      id: 'LOOP-07',
      clause: '5.3',
      title: 'AcknowledgeMessage: mã băm sai thì EO-HASH và tin vẫn chờ',
      run: async () => {
        const { messageId } = arrived();
        const sha256 = sha256Of('tin khác');
        await peer.refusal('AcknowledgeMessage', { messageId, outcome: 'done', sha256 }, 'EO-HASH');
        requireThat((await waitingOf(peer, sent().request)).length === 1, 'Xác nhận sai mà tin đã rời danh sách.');
      },
    },
    {
      id: 'LOOP-08',
      clause: '5.3',
      title: 'AcknowledgeMessage: xác nhận hai lần được cùng một biên nhận, tin rời danh sách',
      run: async () => {
        const { messageId } = arrived();
        const ack = { messageId, outcome: 'done', sha256: sent().request.sha256 } as const;
        const first = await peer.ask('AcknowledgeMessage', ack);
        const second = await peer.ask('AcknowledgeMessage', ack);
        requireThat(first.receiptId === second.receiptId, 'Xác nhận lại mà được biên nhận khác.');
        requireThat(
          (await waitingOf(peer, sent().request)).length === 0,
          'Đã xác nhận mà tin vẫn chờ trong danh sách.',
        );
      },
    },
    {
      id: 'LOOP-09',
      clause: '5.13',
      title: 'ListMessages: tin đã gửi và đã nhận đều còn, đúng mã băm; tin đã xác nhận vẫn lấy được',
      run: async () => {
        const { messageId } = arrived();
        const { request } = sent();
        const from = new Date(peer.clock.now().getTime() - 600_000);
        for (const direction of ['toUs', 'fromUs'] as const) {
          const listed = await allOf(async (cursor) => {
            const page = { cursor, maxItems: 200 };
            const { item, ...more } = await peer.ask('ListMessages', {
              agencyCode: peer.agency,
              direction,
              from,
              page,
            });
            return { ...more, items: item };
          });
          requireThat(
            listed.some(({ sha256 }) => sha256 === request.sha256),
            `Không thấy tin ở chiều ${direction}.`,
          );
        }
        await peer.ask('GetMessage', { messageId });
      },
    },
  ];
};

/** What of the message waits: found by its size first, then by its bytes, because lists carry no hash. */
async function waitingOf(
  peer: PeerUnderTest,
  { edxml, sha256 }: SendMessageRequest,
): Promise<readonly PendingMessage[]> {
  const pending = await allOf(async (cursor) => {
    const { item, ...more } = await peer.ask('ListPending', {
      agencyCode: peer.agency,
      page: { cursor, maxItems: 200 },
    });
    return { ...more, items: item };
  });
  const found: PendingMessage[] = [];
  for (const message of pending.filter(({ size }) => size === edxml.size)) {
    const { sha256: its } = await peer.ask('GetMessage', { messageId: message.messageId, offset: 0, length: 1 });
    if (its === sha256) found.push(message);
  }
  return found;
}

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
  readonly nextCursor?: string;
}

async function allOf<Item>(ask: (cursor: string | undefined) => Promise<PageOf<Item>>): Promise<readonly Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const page = await ask(cursor);
    all.push(...page.items);
    if (!page.more) return all;
    cursor = page.nextCursor;
  }
  throw new Skipped('Hộp thư thử còn quá nhiều tin chờ; hãy dọn bớt.');
}
