/** What a page says of its focus while keys are pressed. */
export interface WatchedFocus {
  /** Unfolds what can be unfolded and goes to the first stop. @returns how often Tab is to be pressed to come to the last one */
  begin(): number;
  /** Ends the way there; what follows is the way back, by as many presses. */
  turn(): void;
  /** Ends the way back. @returns what was wrong on both */
  end(): readonly string[];
  /** @returns what is wrong with where one is now, who has taken the link to the main part and then Tab */
  skipped(): readonly string[];
  /** Gives the focus to all that Tab reaches, one after the other. @returns what of it cannot be seen */
  sweep(theme: 'light' | 'dark'): readonly string[];
}

declare global {
  var watchedFocus: WatchedFocus;
}

/** Runs in a page before its own scripts. */
export function watchFocus(): void {
  type Colour = readonly [number, number, number, number];
  type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom' | 'width' | 'height'>;

  const NATIVE = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, iframe, [contenteditable]';
  const MOUSE = ['click', 'mousedown', 'pointerdown', 'dblclick'];
  const listening = new Set<Element>();
  const places = new Map<Element, { readonly ring: string; readonly box: Box; readonly isStuck: boolean }>();
  const wrong = new Set<string>();
  const ringed = new Set<Element>();
  let knownFrames: readonly Element[] = [];
  const colours = new Map<string, Colour>();
  const canvas = drawing();
  let way: Element[] = [];
  let there: readonly Element[] = [];
  let looked: Element | null = null;

  const listen = Reflect.get(EventTarget.prototype, 'addEventListener');
  EventTarget.prototype.addEventListener = function (this: EventTarget, kind: string, ...rest: unknown[]) {
    if (this instanceof Element && MOUSE.includes(kind)) listening.add(this);
    Reflect.apply(listen, this, [kind, ...rest]);
  };

  // What comes while keys are pressed would take the place of what they go through.
  globalThis.fetch = () => new Promise(() => undefined);

  addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) way.push(target);
  });
  // The page has been moved to what has the focus only after it was told of it.
  addEventListener('keydown', () => lookAt(document.activeElement), true);

  globalThis.watchedFocus = {
    begin() {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not([data-closes])')) fold.open = true;
      // What has the focus from the beginning has its ring already.
      (document.activeElement as HTMLElement | null)?.blur();
      for (const element of reached()) places.set(element, placeOf(element));
      way = [];
      knownFrames = framesSeen();
      document.querySelector<HTMLElement>('.ha-skip')?.focus();
      return places.size - 1;
    },
    turn() {
      lookAt(document.activeElement);
      unreached();
      backwards();
      there = way;
      way = there.slice(-1);
    },
    end() {
      lookAt(document.activeElement);
      for (const stop of there) if (!way.includes(stop)) wrong.add(`not reached on the way back: ${nameOf(stop)}`);
      return [...wrong];
    },
    skipped() {
      const main = document.getElementById('noi-dung');
      const wanted = [...places.keys()].find((one) => main?.contains(one) === true);
      const focused = document.activeElement;
      return !wanted || wanted === focused ? [] : [`the skip link leads to ${focused ? nameOf(focused) : 'nothing'}`];
    },
    sweep(theme) {
      wrong.clear();
      ringed.clear();
      knownFrames = framesSeen();
      (document.activeElement as HTMLElement | null)?.blur();
      document.documentElement.dataset['bsTheme'] = theme;
      for (const element of reached()) {
        places.set(element, placeOf(element));
        element.focus();
        looked = null;
        lookAt(element);
      }
      return [...wrong];
    },
  };

  function drawing(): CanvasRenderingContext2D {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This browser draws nothing.');
    return context;
  }

  /** The bars that stand on each page are looked at on the first that has them, on each screen. */
  function framesSeen(): readonly Element[] {
    return [...document.querySelectorAll('.ha-top, .ha-tabs')].filter((frame) => {
      const words = `${innerWidth} ${frame.className} ${frame.textContent}`;
      const isKnown = sessionStorage.getItem(words) !== null;
      sessionStorage.setItem(words, '');
      return isKnown;
    });
  }

  function isUsable(element: Element): boolean {
    return (
      element.checkVisibility({ visibilityProperty: true }) &&
      element.getClientRects().length > 0 &&
      !element.matches(':disabled') &&
      element.closest('[inert]') === null
    );
  }

  /** Of radio buttons that belong together Tab reaches one, and arrows the others. */
  function isOtherRadio(element: Element): boolean {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return false;
    const group = [...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter(
      (one) => one.name === element.name && one.form === element.form,
    );
    return group.some((one) => one.checked) || group[0] !== element;
  }

  function reached(): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(`${NATIVE}, [tabindex]`)].filter(
      (element) => element.tabIndex >= 0 && isUsable(element) && !isOtherRadio(element),
    );
  }

  /** What answers to a mouse and is nothing that has keys of itself. */
  function ofMouseAlone(): Element[] {
    const pointed = [...document.body.querySelectorAll('*')].filter(
      (element) => listening.has(element) || getComputedStyle(element).cursor === 'pointer',
    );
    return pointed.filter((element) => isUsable(element) && element.closest(`${NATIVE}, label`) === null);
  }

  function unreached(): void {
    for (const element of places.keys()) if (!way.includes(element)) wrong.add(`never reached: ${nameOf(element)}`);
    for (const element of document.querySelectorAll<HTMLElement>(NATIVE))
      if (element.tabIndex < 0 && isUsable(element) && element.closest('[aria-hidden="true"]') === null)
        wrong.add(`left out of the way of Tab: ${nameOf(element)}`);
    for (const element of ofMouseAlone()) wrong.add(`only for a mouse: ${nameOf(element)}`);
    for (const element of document.querySelectorAll<HTMLElement>('[tabindex]'))
      if (element.tabIndex > 0) wrong.add(`has a place of its own in the order: ${nameOf(element)}`);
  }

  function backwards(): void {
    const steps = way.filter((element) => places.get(element)?.isStuck === false);
    for (const [at, element] of steps.entries()) {
      const next = steps[at + 1];
      const from = places.get(element)?.box;
      const to = next && places.get(next)?.box;
      if (next && from && to && isBackwards(from, to))
        wrong.add(`goes back from ${nameOf(element)} to ${nameOf(next)}`);
    }
  }

  /** Up, or to the left in a line; up is allowed to what stands to the right: the next column. */
  function isBackwards(from: Box, to: Box): boolean {
    const isAbove = to.bottom <= from.top + 1 && to.left < from.right - 1;
    const overlap = Math.min(from.bottom, to.bottom) - Math.max(from.top, to.top);
    const isInLine = overlap > Math.min(from.height, to.height) / 2;
    return isAbove || (isInLine && to.right <= from.left + 1);
  }

  function placeOf(element: Element): { readonly ring: string; readonly box: Box; readonly isStuck: boolean } {
    return { ring: ringWords(element), box: onPage(drawnOf(element)), isStuck: stuckAround(element) };
  }

  /** Where it stands on the whole page; what lies in a frame that scrolls stands nowhere beyond the frame. */
  function onPage(element: Element): Box {
    const { left, right, ...box } = element.getBoundingClientRect();
    const frame = parents(element).find((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY));
    const within = frame?.getBoundingClientRect() ?? { top: -Infinity, bottom: Infinity };
    const top = Math.min(Math.max(box.top, within.top), within.bottom);
    const bottom = Math.max(Math.min(box.bottom, within.bottom), within.top);
    return { left, right, width: right - left, height: bottom - top, top: top + scrollY, bottom: bottom + scrollY };
  }

  function stuckAround(element: Element): boolean {
    return parents(element).some((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position));
  }

  /** @returns the element and what it stands in, from inside */
  function parents(element: Element): Element[] {
    const found: Element[] = [];
    for (let one: Element | null = element; one; one = one.parentElement) found.push(one);
    return found;
  }

  /** What is seen of a field that is itself not drawn is its label. */
  function drawnOf(element: Element): Element {
    const { width, height } = element.getBoundingClientRect();
    const isDrawn = width > 2 && height > 2 && getComputedStyle(element).opacity !== '0';
    return isDrawn ? element : (element.closest('label, .ha-camera') ?? element);
  }

  function nameOf(element: Element): string {
    const words = element.getAttribute('aria-label') ?? element.textContent.replaceAll(/\s+/gu, ' ').trim();
    const id = element.id === '' ? '' : `#${element.id}`;
    const kind = element.getAttribute('class')?.split(' ')[0] ?? element.getAttribute('name') ?? '';
    return `${element.tagName.toLowerCase()}${id}.${kind} “${words.slice(0, 40)}”`;
  }

  function ringWords(element: Element): string {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawnOf(element));
    return outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
  }

  function lookAt(element: Element | null): void {
    if (!element || element === looked || !places.has(element)) return;
    looked = element;
    if (knownFrames.some((frame) => frame.contains(element))) return;
    if (!isUsable(element)) wrong.add(`has the focus and cannot be seen: ${nameOf(element)}`);
    else hidden(element);
    if (!ringed.has(element)) ring(element);
    ringed.add(element);
  }

  /** Nothing of it may be hidden, but of what is large, or written into over several lines, a part is enough. */
  function hidden(element: Element): void {
    const drawn = drawnOf(element);
    const box = [...drawn.getClientRects()].find(({ width }) => width > 0) ?? drawn.getBoundingClientRect();
    const covers = pointsOf(box).map((point) => coverAt(drawn, point));
    const isLarge = element.matches('textarea, [role="region"], nav') || box.height > innerHeight / 2;
    const cover = covers.find((one) => one !== '');
    if (cover !== undefined && !(isLarge && covers.includes(''))) wrong.add(`${cover}: ${nameOf(element)}`);
  }

  /** What hides a point of it; `''` where it is seen. */
  function coverAt(drawn: Element, [x, y]: readonly [number, number]): string {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return 'out of sight';
    const hit = document.elementFromPoint(x, y);
    return !hit || drawn.contains(hit) || hit.contains(drawn) ? '' : `covered by ${nameOf(hit)}`;
  }

  function pointsOf({ left, top, right, bottom }: Box): (readonly [number, number])[] {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return [
      [x, y],
      [left + 3, y],
      [right - 3, y],
      [x, top + 3],
      [x, bottom - 3],
    ];
  }

  function ring(element: Element): void {
    const words = ringWords(element);
    const drawn = drawnOf(element);
    const { outlineWidth, outlineOffset, outlineColor } = getComputedStyle(drawn);
    if (words === '' || words === places.get(element)?.ring || parseFloat(outlineWidth) < 2) {
      wrong.add(`shows no focus: ${nameOf(element)}`);
      return;
    }
    const offset = parseFloat(outlineOffset);
    const behind = groundOf(offset < 0 ? drawn : (drawn.parentElement ?? drawn));
    const contrast = contrastOf(over(colourOf(outlineColor), behind), behind);
    if (contrast < 3) wrong.add(`a ring of ${contrast.toFixed(1)} to 1: ${nameOf(element)}`);
    const sides = sidesSeen(drawn, offset + parseFloat(outlineWidth));
    if (sides < 3) wrong.add(`a ring of which ${sides} sides are seen: ${nameOf(element)}`);
  }

  /** Of the four sides of a ring, those that nothing around cuts off. */
  function sidesSeen(drawn: Element, reach: number): number {
    const { left, top, right, bottom } = drawn.getBoundingClientRect();
    const ringBox = { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach };
    const edges = { left: true, top: true, right: true, bottom: true };
    for (const around of parents(drawn).slice(1)) {
      const { overflowX, overflowY } = getComputedStyle(around);
      const frame = around.getBoundingClientRect();
      if (around === document.body || around === document.documentElement) continue;
      if (overflowX !== 'visible') {
        if (ringBox.left + 1 < frame.left) edges.left = false;
        if (ringBox.right - 1 > frame.right) edges.right = false;
      }
      if (overflowY !== 'visible') {
        if (ringBox.top + 1 < frame.top) edges.top = false;
        if (ringBox.bottom - 1 > frame.bottom) edges.bottom = false;
      }
    }
    return Object.values(edges).filter(Boolean).length;
  }

  /** The colour on which something is drawn: those around it, one over the other. */
  function groundOf(element: Element): Colour {
    const grounds = parents(element).map((one) => colourOf(getComputedStyle(one).backgroundColor));
    return grounds.reduceRight<Colour>((below, above) => over(above, below), [255, 255, 255, 1]);
  }

  function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
    const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha);
    return [mix(red, r), mix(green, g), mix(blue, b), 1];
  }

  /** The browser says colours in the space in which they were written; on a canvas they are drawn. */
  function colourOf(words: string): Colour {
    const known = colours.get(words);
    if (known) return known;
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = words;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    colours.set(words, colour);
    return colour;
  }

  function contrastOf(one: Colour, other: Colour): number {
    const [light = 0, dark = 0] = [lightOf(one), lightOf(other)].toSorted((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function lightOf([red, green, blue]: Colour): number {
    const part = (value: number): number => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  }
}
