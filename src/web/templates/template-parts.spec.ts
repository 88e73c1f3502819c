import { findingPlace } from './template-parts.js';

describe('where something is to be mended in a template', () => {
  it.each([
    [{ code: 'tag-unknown', part: 'word/document.xml', tag: 'nguoi_ki' }, 'Thân văn bản, trường {nguoi_ki}'],
    [{ code: 'tag-unknown', part: 'word/header2.xml', tag: 'trich_yu' }, 'Đầu trang, trường {trich_yu}'],
    [{ code: 'font-legacy', part: 'word/styles.xml', tag: '.VnTime' }, 'Kiểu chữ (Styles), “.VnTime”'],
    [{ code: 'page-setup', part: 'word/document.xml', tag: null }, 'Thân văn bản'],
    [{ code: 'tag-unknown', part: 'word/dauTrangLe.xml', tag: 'a' }, 'word/dauTrangLe.xml, trường {a}'],
  ] as const)('%j', (finding, words) => {
    expect(findingPlace(finding)).toBe(words);
  });
});
