import type { Page } from '../../soap/contract-parts.js';
import type { Chapter } from '../chapter.js';
import type { Check } from '../check.js';
import { requireThat } from '../check.js';
import type { PeerUnderTest } from '../peer.js';

interface Listed {
  /** What tells one item from another. */
  readonly keys: readonly string[];
  readonly nextCursor?: string;
  readonly more: boolean;
}

interface List {
  readonly id: string;
  readonly name: string;
  /** Of one page; in the smallest tried and the largest allowed. */
  readonly page: (page: Page) => Promise<Listed>;
}

/** Pages that are looked at of a list; a vendor's directory may be long. */
const MAX_PAGES = 5;

/** Clause 4: cursors. */
export const listsChapter: Chapter = (peer) => listsOf(peer).flatMap(checksOf).concat(pendingUnchanged(peer));

function listsOf(peer: PeerUnderTest): readonly List[] {
  const listed = (answer: Omit<Listed, 'keys'>, keys: readonly string[]): Listed => ({ ...answer, keys });
  return [
    {
      id: 'LIST-P',
      name: 'ListPending',
      page: async (page) => {
        const answer = await peer.ask('ListPending', { agencyCode: peer.agency, page });
        return listed(
          answer,
          answer.item.map(({ messageId }) => messageId),
        );
      },
    },
    {
      id: 'LIST-M',
      name: 'ListMessages',
      page: async (page) => {
        const from = new Date(peer.clock.now().getTime() - 30 * 86_400_000);
        const answer = await peer.ask('ListMessages', { agencyCode: peer.agency, direction: 'toUs', from, page });
        return listed(
          answer,
          answer.item.map(({ messageId }) => messageId),
        );
      },
    },
    {
      id: 'LIST-A',
      name: 'ListAgencies',
      page: async (page) => {
        const answer = await peer.ask('ListAgencies', { page });
        return listed(
          answer,
          answer.agency.map(({ code }) => code),
        );
      },
    },
    {
      id: 'LIST-S',
      name: 'GetSignatureStates',
      page: async (changedSince) => {
        const answer = await peer.ask('GetSignatureStates', { changedSince });
        return listed(
          answer,
          answer.state.map(({ clientRequestId, revision }) => `${clientRequestId} ${revision}`),
        );
      },
    },
    {
      id: 'LIST-D',
      name: 'GetDocumentStates',
      page: async (changedSince) => {
        const answer = await peer.ask('GetDocumentStates', { changedSince });
        return listed(
          answer,
          answer.state.map(
            ({ documentId, agencyCode, status, at }) => `${documentId} ${agencyCode} ${status} ${at.toISOString()}`,
          ),
        );
      },
    },
  ];
}

function checksOf({ id, name, page }: List): readonly Check[] {
  return [
    {
      id: `${id}1`,
      clause: '4',
      title: `${name}: trang có đúng số mục đã hỏi, con trỏ dẫn tới mục mới, không lặp`,
      run: async () => {
        const seen = new Set<string>();
        let cursor: string | undefined;
        for (let pages = 0; pages < MAX_PAGES; pages += 1) {
          const { keys, more, nextCursor } = await page({ maxItems: 1, cursor });
          requireThat(keys.length <= 1, `Hỏi 1 mục mà nhận ${keys.length} mục.`);
          requireThat(!more || keys.length > 0, 'Trang trống mà vẫn ghi còn nữa (more).');
          for (const key of keys) {
            requireThat(!seen.has(key), `Mục ${key} hiện hai lần.`);
            seen.add(key);
          }
          if (!more) return;
          requireThat(nextCursor !== undefined && nextCursor !== cursor, 'Còn nữa (more) mà không có con trỏ mới.');
          cursor = nextCursor;
        }
      },
    },
    {
      id: `${id}2`,
      clause: '4',
      title: `${name}: hỏi lại từ đầu thì vẫn đủ như trước`,
      run: async () => {
        const first = await page({ maxItems: 100 });
        const again = await page({ maxItems: 100 });
        const kept = first.keys.filter((key) => again.keys.includes(key));
        requireThat(kept.length === first.keys.length, 'Hỏi danh sách đã làm đổi danh sách.');
      },
    },
  ];
}

function pendingUnchanged(peer: PeerUnderTest): readonly Check[] {
  return [
    {
      id: 'LIST-01',
      clause: '4',
      title: 'Con trỏ không do hệ thống cấp thì bị từ chối',
      run: async () => {
        const page = { cursor: 'không-phải-con-trỏ' };
        await peer.refusal('ListPending', { agencyCode: peer.agency, page }, 'EO-VALIDATION');
      },
    },
    {
      id: 'LIST-02',
      clause: '5.1',
      title: 'Hộp thư của cơ quan lạ không đọc được',
      run: async () => {
        const agencyCode = '999.99.99.Z99';
        await peer.refusal('ListPending', { agencyCode }, 'EO-UNKNOWN-AGENCY', 'EO-FORBIDDEN');
      },
    },
  ];
}
