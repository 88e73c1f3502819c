import { GALLERY } from '../../../test/support/view-gallery/gallery.js';
import { renderPage } from './render-page.js';

describe('the pages of the gallery', () => {
  it.each(Object.keys(GALLERY))(
    '%s: has no field of a browser’s own for days and times, which speaks its language',
    (name) => {
      const page = GALLERY[name];
      const html = page === undefined ? '' : renderPage(page());
      expect([...html.matchAll(/type="(?:date|time|datetime-local|month|week)"/gu)].map(([text]) => text)).toEqual([]);
    },
  );

  it.each(Object.keys(GALLERY))(
    '%s: bears no id twice, and every label and description stands for one that is there',
    (name) => {
      const page = GALLERY[name];
      const html = page === undefined ? '' : renderPage(page());
      const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id = '']) => id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      const named = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|form)="([^"]+)"/gu)];
      const missing = named.flatMap(([, text = '']) => text.split(' ')).filter((id) => !ids.includes(id));
      expect({ twice, missing: [...new Set(missing)] }).toEqual({ twice: [], missing: [] });
    },
  );
});
