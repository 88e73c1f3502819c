import { listBefore } from './chosen-in-list.js';

describe('listBefore', () => {
  it.each([
    ['leads back to the list', '/?danh-sach=cua-toi.moi-nhan', '/?danh-sach=cua-toi.moi-nhan'],
    ['does not lead to the page itself', '/nhieu-phieu/nhac?phieu=a', '/'],
    ['does not lead to another site', '//example.com/', '/'],
    ['leads to one’s own work where the list is not known', null, '/'],
  ])('%s', (_rule, cameFrom, expected) => {
    expect(listBefore(cameFrom, '/nhieu-phieu')).toBe(expected);
  });
});
