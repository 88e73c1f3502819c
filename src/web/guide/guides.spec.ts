import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '../../kernel/actor.js';
import { menuOf, pagesBesideBar } from '../kit/shell/menu.js';
import { placesOf } from '../kit/shell/places.js';
import { GUIDES, guideFor } from './words/all.js';

const FOLDER = join(import.meta.dirname, '../public/img/guide');

describe('the guides', () => {
  it('tell of every role once, under an address of its own', () => {
    expect(GUIDES.map(({ role }) => role).toSorted()).toEqual([...ROLES].toSorted());
    expect(new Set(GUIDES.map(({ address }) => address)).size).toBe(ROLES.length);
  });

  it.each(GUIDES.map((guide) => [guide.title, guide] as const))(
    '%s: five to nine steps, three to five on the first day, a page or a picture in most',
    (_title, { steps, firstDay }) => {
      expect(steps.length).toBeGreaterThanOrEqual(5);
      expect(steps.length).toBeLessThanOrEqual(9);
      expect(firstDay.length).toBeGreaterThanOrEqual(3);
      expect(firstDay.length).toBeLessThanOrEqual(5);
      expect(steps.some(({ picture }) => picture !== undefined)).toBe(true);
    },
  );

  it('have every picture that they show, and no other is kept: `npm run pictures` takes them', () => {
    const shown = GUIDES.flatMap(({ steps }) => steps.flatMap(({ picture }) => picture?.page ?? []));
    expect(readdirSync(FOLDER).toSorted()).toEqual([...new Set(shown)].map((page) => `${page}.webp`).toSorted());
  });

  it('open at that of one’s first role, or at the address', () => {
    expect(guideFor(['leader', 'administrator'], null)?.address).toBe('lanh-dao');
    expect(guideFor(['leader'], 'van-thu')?.role).toBe('registryClerk');
    expect(guideFor(['leader'], 'khong-co')).toBeNull();
  });
});

describe('a menu', () => {
  const viewer = { name: '', place: '' };
  /** Find anywhere, keep copies, sign out. */
  const COMMANDS = 3;

  it.each([...ROLES.map((role) => [role]), [...ROLES]])('has at most eight entries: %s …', (...roles) => {
    expect(menuOf(roles).length + COMMANDS).toBeLessThanOrEqual(8);
    expect(placesOf({ ...viewer, roles }).length).toBeLessThanOrEqual(8);
  });

  it.each(ROLES.map((role) => [role]))('leads %s only to pages that they may open, and to all others', (role) => {
    const open = pagesBesideBar([role]).map(({ href }) => href);
    const inMenu = menuOf([role]).map(({ href }) => href);
    expect(inMenu.filter((href) => !open.includes(href))).toEqual([]);
    expect(inMenu).toContain('/cac-trang');
    expect(inMenu).toContain('/huong-dan');
  });
});
