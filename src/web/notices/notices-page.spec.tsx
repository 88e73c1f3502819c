import { GALLERY } from '../../../test/support/view-gallery/gallery.js';
import { renderPage } from '../kit/render-page.js';

describe('the page of notices', () => {
  it('lists under a ticket what was told of it, and no notice that is about none', () => {
    const html = renderPage(GALLERY['thong-bao']!());
    const told = html.slice(html.indexOf('class="ha-told"'));
    const ofTickets = told.match(/<ul>.*?<\/ul>/gsu) ?? [];
    expect(ofTickets.map((list) => list.match(/<time/gu)?.length)).toEqual([2, 1]);
    expect(ofTickets.join('')).not.toContain('do người khác phụ trách');
    expect(told).toContain('do người khác phụ trách');
  });
});
